import { ZOTERO_ORIGIN } from '@/core/zotero/connector';
import { hasOrigin } from '@/messages/permissions';
import { browser } from '@/messages/webext';
import { allowSends } from '@/storage/zotero-jobs';
import { runner } from './job-desk';

async function goOn(): Promise<void> {
  if (!(await hasOrigin(`${ZOTERO_ORIGIN}/`))) return;
  await allowSends();
  await runner.run();
}

/** Sends what a popup wanted sent, though the browser's own question has closed the popup. */
export function listenForZotero(): void {
  browser.permissions.onAdded.addListener(() => void goOn().catch(console.error));
}
