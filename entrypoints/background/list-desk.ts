import rowStyle from '@/components/triage/triage.css?inline';
import type { ListPaper } from '@/core/arxiv/list-paper';
import { hasWishes } from '@/core/daily/interests';
import type { Tastes } from '@/core/daily/tastes';
import { isStale } from '@/core/guide/guide';
import { toDay } from '@/core/report-day';
import { toRow } from '@/core/triage/to-row';
import { panelWords } from '@/core/words/panel';
import { triageWords } from '@/core/words/triage';
import { fill } from '@/core/words/words';
import type { Handlers } from '@/messages/protocol';
import { readGuide } from '@/storage/guides';
import { readListMarks, setDismissed, setSaved } from '@/storage/marks';
import { addListedPaper } from '@/storage/papers';
import { readSettings } from '@/storage/settings';
import { readTriage } from '@/storage/triage';
import { clock } from './clock';

/** What was read of the reader's tastes, kept for the batches of one page; a worker that starts anew reads it again. */
let tastes: { at: number; read: Promise<Tastes | null> } | null = null;
const KEEP_MILLISECONDS = 60_000;

function readTastes(): Promise<Tastes | null> {
  const now = clock.now();
  if (!tastes || now - tastes.at > KEEP_MILLISECONDS) {
    // Called `storage`, it would be taken for WXT's own module of that name, which would ship as well.
    const read = import('@/storage/tastes').then((tables) => tables.readTastes());
    tastes = { at: now, read };
    read.catch(() => {
      tastes = null;
    });
  }
  return tastes.read;
}

/** As the local score takes a paper. A list does not say for sure how a paper was announced. */
const toAnnounced = (paper: ListPaper) => ({ ...paper, version: null, announced: 'new' as const, published: null });

type ListName = Extract<keyof Handlers, `list/${string}`>;

/** What lists of papers on arXiv ask. */
export const listHandlers: Pick<Handlers, ListName> = {
  async 'list/open'() {
    const { lists, listKeys, language } = await readSettings();
    return lists ? { keys: listKeys, words: triageWords[language], style: rowStyle } : null;
  },
  async 'list/read'({ ids }) {
    const now = clock.now();
    const [records, { language }] = await Promise.all([readTriage(ids, toDay(now)), readSettings()]);
    return records.map((record) => toRow(record, language, now));
  },
  async 'list/score'({ papers }) {
    const [{ interests, language }, shifts] = await Promise.all([readSettings(), readTastes()]);
    const wishes = hasWishes(interests);
    if (!wishes && interests.excluded.length === 0 && shifts === null) return [];
    const [{ toLocalScorer }, { describeReason }] = await Promise.all([
      import('@/core/daily/local-score'),
      import('@/core/words/reasons'),
    ]);
    const score = toLocalScorer(interests, shifts);
    return papers.map((paper) => {
      const { score: points, wanted, reasons } = score(toAnnounced(paper));
      // Zero may come out of it as minus zero.
      const n = (Math.round(points * 10) / 10 || 0).toFixed(1).replace('-', '−');
      return {
        id: paper.id,
        text: fill(triageWords[language].score, { n }),
        why: reasons.map((reason) => describeReason(reason, language)).join('\n'),
        wanted: wanted && wishes,
      };
    });
  },
  async 'list/mark'({ mark, paper }) {
    const now = clock.now();
    if (mark === 'save') await addListedPaper(paper);
    if (mark === 'save' || mark === 'unsave') await setSaved(paper.id, mark === 'save', now);
    else await setDismissed(paper.id, mark === 'dismiss', now);
    tastes = null;
    const { [paper.id]: marks } = await readListMarks([paper.id]);
    return { saved: marks?.saved ?? false, dismissed: marks?.dismissed ?? false };
  },
  async 'list/brief'({ id }) {
    const [row, settings] = await Promise.all([readGuide(id), readSettings()]);
    const fresh =
      row && isStale(row, settings) ? await (await import('@/storage/rebuild-guides')).rebuildGuides(id) : row;
    const words = panelWords[settings.language];
    const brief = fresh?.guides[0]?.brief ?? [];
    return { lines: brief.map(({ part, text }) => ({ label: words[`part_${part}`], text })) };
  },
};
