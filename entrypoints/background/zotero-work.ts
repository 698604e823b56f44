import { AppError } from '@/core/errors';
import { toZoteroItem } from '@/core/export/zotero';
import type { ZoteroJob } from '@/core/jobs/job';
import type { JobTools } from '@/core/jobs/runner';
import { ZOTERO_ORIGIN } from '@/core/zotero/connector';
import { findZotero, sendToZotero } from '@/core/zotero/send';
import { hasOrigin } from '@/messages/permissions';
import { markSent } from '@/storage/sends';
import { readSettings } from '@/storage/settings';
import { knownPaper } from '../paper/learn-paper';
import { clock } from './clock';
import { notedFetch } from './noted-fetch';
import { sayOnButton } from './say-on-button';

async function send({ input, progress }: ZoteroJob, { signal, keep }: JobTools): Promise<void> {
  const { paperId } = input;
  if (progress.begun) throw new AppError('zotero-cut', 'the background died while Zotero saved');
  if (!(await hasOrigin(`${ZOTERO_ORIGIN}/`))) {
    throw new AppError('zotero-permission', 'Zotero’s address is not allowed');
  }
  const tools = { fetch: notedFetch('zotero'), clock, signal };
  const target = await findZotero(tools);
  const [paper, { language }] = await Promise.all([knownPaper(paperId), readSettings()]);
  const item = toZoteroItem(paper, { language, now: new Date(clock.now()) });
  await keep({ begun: true, place: target.name });
  await sendToZotero(item, target, () => crypto.randomUUID(), tools);
  await markSent(paperId, 'zotero', clock.now());
}

/** Sends a paper to Zotero for a popup, which may have closed; so the button says what became of it, too. */
export async function sendZoteroJob(job: ZoteroJob, tools: JobTools): Promise<void> {
  try {
    await send(job, tools);
    await sayOnButton('✓');
  } catch (cause) {
    // A question that nobody answered is no news, minutes later.
    const isSilent = cause instanceof AppError && cause.code === 'zotero-permission';
    if (!tools.signal.aborted && !isSilent) await sayOnButton('!');
    throw cause;
  }
}
