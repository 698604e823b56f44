import panelStyle from '@/components/panel/panel.css?inline';
import { AppError } from '@/core/errors';
import { arrangeGuide } from '@/core/guide/arrange';
import { isStale } from '@/core/guide/guide';
import { sizeStyle } from '@/core/panel-size';
import type { LibraryPaper } from '@/core/library/records';
import type { RoleModel } from '@/core/roles/classify';
import { describeEstimate } from '@/core/model/cost';
import { panelWords } from '@/core/words/panel';
import { ownShelf } from '@/messages/own-shelf';
import type { GuideReply, Handlers } from '@/messages/protocol';
import { browser } from '@/messages/webext';
import { readGuide } from '@/storage/guides';
import { markSeen, setSaved } from '@/storage/marks';
import { addPagePaper, isUnreadPaper, readPaper, toLibraryPaper } from '@/storage/papers';
import { changeSettings, readSettings } from '@/storage/settings';
import { clock } from './clock';
import { readGuideView, startGuide, stopGuide } from './guide-desk';
import { listHandlers } from './list-desk';
import { createReadAhead } from './read-ahead';

/** The classifier's weights, read from the package on first use; a worker that starts anew reads them again. */
let model: Promise<RoleModel> | null = null;

async function readModel(): Promise<RoleModel> {
  const answer = await fetch(browser.runtime.getURL('/roles.bin'), { credentials: 'omit' });
  const { loadRoleModel } = await import('@/core/roles/classify');
  return loadRoleModel(new Uint8Array(await answer.arrayBuffer()));
}

/** Where a model is named, with the paper kept in mind. */
async function openModelSettings(paperId: string): Promise<void> {
  await browser.tabs.create({
    url: browser.runtime.getURL(`/options.html?paper=${encodeURIComponent(paperId)}#models`),
  });
}

/** The analysis a reader looks at first, the others behind it. */
function withFirst(entry: LibraryPaper, key: string | null): LibraryPaper {
  const chosen = entry.analyses.filter((analysis) => analysis.key === key);
  return { ...entry, analyses: [...chosen, ...entry.analyses.filter((analysis) => analysis.key !== key)] };
}

/** What the page of a paper is told of it. */
export async function readReply(id: string): Promise<GuideReply> {
  const [row, settings] = await Promise.all([readGuide(id), readSettings()]);
  const guide =
    row && isStale(row, settings) ? await (await import('@/storage/rebuild-guides')).rebuildGuides(id) : row;
  return {
    id,
    saved: guide?.saved ?? false,
    unread: guide !== null && guide.saved && guide.guides.length === 0 && (await isUnreadPaper(id)),
    guides: guide?.guides.map((one) => arrangeGuide(one, settings)) ?? [],
    height: settings.panelHeight,
    position: settings.panelPosition,
    theme: settings.panelTheme,
    outlineOpen: settings.outlineOpen,
    job: guide?.job ? await readGuideView(id) : null,
    readsPdf: settings.modelReadsPdf,
    estimate: describeEstimate(settings.guideCost, settings.language),
    words: panelWords[settings.language],
    style: panelStyle + sizeStyle(settings.panelSize),
  };
}

/** Guides of pages that are on their way. */
export const guidesAhead = createReadAhead(readReply, () => clock.now());

// What a visit does not need is imported where it is used: bundled into the one file that a worker has, such a module is not
// run before its first import, and a worker that wakes for a visit answers sooner.
export const handlers: Handlers = {
  ...listHandlers,
  'guide/read': ({ id }, tabId) => guidesAhead.take(tabId, id),
  async 'outline/read'({ paper }) {
    model ??= readModel();
    try {
      const { makeOutline } = await import('@/core/roles/outline-of');
      return makeOutline(await model, paper.abstract);
    } catch (cause) {
      model = null;
      throw new AppError('unknown', 'the abstract could not be sorted', { cause });
    }
  },
  async 'paper/save'({ paper, saved }) {
    if (saved) await addPagePaper(paper);
    await setSaved(paper.id, saved, Date.now());
    return { saved };
  },
  async 'paper/see'({ id, paper }) {
    if (paper && (await isUnreadPaper(id))) await addPagePaper(paper);
    await markSeen(id, Date.now());
    // The page is quiet by now.
    await readReply(id)
      .then((reply) => ownShelf.put(reply))
      .catch(console.error); // the visit is noted nevertheless
    return null;
  },
  async 'paper/cite'({ paper, format, guideKey }) {
    const [known, settings] = await Promise.all([readPaper(paper.id), readSettings()]);
    const { cite } = await import('@/core/export/cite');
    return cite(withFirst(known ?? toLibraryPaper(paper), guideKey), format, settings.language);
  },
  async 'guide/write'({ paper, source }) {
    const started = await startGuide(paper, source);
    if (!started) await openModelSettings(paper.id);
    return { started };
  },
  async 'guide/stop'({ id }) {
    await stopGuide(id);
    return null;
  },
  async 'guide/check'({ id, guideKey }) {
    const { checkNumbers } = await import('./check-numbers');
    await checkNumbers(id, guideKey);
    return null;
  },
  async 'panel/set'({ height, outlineOpen }) {
    await changeSettings({
      ...(height !== undefined && { panelHeight: height }),
      ...(outlineOpen !== undefined && { outlineOpen }),
    });
    return null;
  },
};
