import type { DailyJob } from '../jobs/job';
import type { Paper, Summary } from '../paper';
import { readSummary } from '../report/summary';
import { analyseChosen, type Analysed } from './analyse-day';
import type { AnnouncedPaper } from './announced-paper';
import { type Announcement, askAnnounced } from './ask-announced';
import { autoOverview } from './auto-overview';
import { choosePapers, dedupe } from './choose';
import type { DailyInput, DailyPaper, DailyProgress } from './daily-job';
import type { DailyOutcome, DailyTools } from './daily-tools';
import { DayKeeper } from './day-keeper';
import { DayModel } from './day-model';
import { LOCAL_MINIMUM, toLocalScorer } from './local-score';
import { SCORE_THRESHOLD } from './model-score';
import type { DayNews } from './news';
import { writeOverview } from './overview-day';
import { toDailyReport } from './report';
import { papersToScore, scoreDay, type ScoredPaper, scoreForChoice } from './score-day';
import { toPaper } from './to-paper';

/**
 * Makes a day's report from where its job stands: asks arXiv what was announced, scores it, chooses, has the chosen papers
 * analysed and the overview written. What each step has reached is kept before the next begins; called again with it, nothing is
 * asked twice and the report is the same. A paper that fails stands in the report without an analysis. When the model fails for
 * good, the rest of the day is done without it: local scores, no analyses, an overview that is counted and says so.
 *
 * @throws AppError what `askAnnounced` throws, and failures of the model that are worth another try.
 */
export async function makeReport(
  { input, progress }: Pick<DailyJob, 'input' | 'progress'>,
  tools: DailyTools,
): Promise<DailyOutcome> {
  const { date, categories } = input;
  const announcement = await findAnnounced(input, progress, tools);
  if (announcement.kind !== 'announced') return announcement;
  const announced = dedupe(announcement.papers);
  const score = toLocalScorer(input.interests, tools.tastes);
  const scored = announced.map((paper) => ({ paper, ...score(paper) }));

  const keeper = new DayKeeper(progress, tools.keep);
  const model = progress.step === 'save' ? null : await DayModel.find(input, keeper, tools);
  if (!keeper.progress.papers) await choose(scored, input, model, keeper);
  const ids = keeper.papers.map(({ id }) => id);
  const chosen = ids.flatMap((id) => announced.find((paper) => paper.id === id) ?? []);
  const analysed = input.modelId === null ? new Map() : await analyseChosen(chosen, input, keeper, tools);
  if (keeper.progress.step === 'analyse') await keeper.keep({ step: 'overview' });
  const papers = chosen.map((paper) => toReportPaper(paper, analysed.get(paper.id)));
  await writeOverview(papers, announced.length, input, model, keeper);

  const overview = toOverview(keeper.progress, chosen, announced, input);
  return {
    kind: 'made',
    report: toDailyReport({ date, categories, papers, overview }),
    news: toNews(scored, keeper.progress, input, tools.clock.now()),
    missing: announcement.missing,
  };
}

/** Asks arXiv; what an earlier report of the day has kept spares that, and serves when arXiv has gone on to later days. */
async function findAnnounced(
  { date, categories, crossLists }: DailyInput,
  { papers }: DailyProgress,
  tools: DailyTools,
): Promise<Announcement> {
  const { known } = tools;
  const isSame = known?.date === date && known.crossLists === crossLists && isSameSet(known.categories, categories);
  const kept: Announcement | null = isSame
    ? { kind: 'announced', date, from: 'rss', papers: known.papers.map(({ paper }) => paper), missing: [] }
    : null;
  if (kept && papers) return kept;
  const announcement = await askAnnounced({ date, categories, crossLists }, tools);
  return announcement.kind === 'gone' && kept ? kept : announcement;
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  const set = new Set(others);
  return new Set(some).size === set.size && some.every((one) => set.has(one));
}

/** Scores by the model, where there is one, and keeps the papers of the report in its order. */
async function choose(
  scored: readonly ScoredPaper[],
  input: DailyInput,
  model: DayModel | null,
  keeper: DayKeeper,
): Promise<void> {
  const toScore = model ? papersToScore(scored) : [];
  if (model) {
    await keeper.keep({ step: 'score', toScore: toScore.length });
    await scoreDay(toScore, input, model, keeper);
  }
  const { scores, modelError } = keeper.progress;
  // A day is chosen by one scale: one whose model told nothing, or was lost in the middle, is chosen as if there had been none.
  const isScored = modelError === null && toScore.some(({ id }) => scores[id]);
  const ranked = isScored
    ? scored.map((each) => ({ ...each, score: scoreForChoice(each.score, scores[each.paper.id]) }))
    : scored;
  const minimum = isScored ? SCORE_THRESHOLD : LOCAL_MINIMUM;
  const { chosen } = choosePapers(ranked, { most: input.most, minimum });
  const state = input.modelId === null ? 'done' : 'waiting';
  const papers = chosen.map(({ paper: { id, title } }): DailyPaper => ({ id, title, state, error: null, cost: null }));
  await keeper.keep({ step: 'analyse', papers, again: false });
}

/** Key findings are the abstract's sentences, also beside an analysis: that is where readers look for them. */
function toReportPaper(announced: AnnouncedPaper, analysed: Analysed | undefined): Paper {
  const paper = toPaper(announced);
  return analysed ? { ...paper, analysis: analysed.analysis, titleChinese: analysed.titleChinese } : paper;
}

function toOverview(
  { overview }: DailyProgress,
  chosen: readonly AnnouncedPaper[],
  announced: readonly AnnouncedPaper[],
  { date, categories, interests }: DailyInput,
): Summary | null {
  if (overview !== null) return readSummary(overview, chosen.length);
  const taken = new Set(chosen.map(({ id }) => id));
  const rest = announced.filter(({ id }) => !taken.has(id));
  const keywords = [...interests.primary, ...interests.secondary];
  return autoOverview({ date, categories, announced, chosen, rest, keywords });
}

function toNews(
  scored: readonly ScoredPaper[],
  { scores, papers }: DailyProgress,
  { date, categories, crossLists }: DailyInput,
  madeAt: number,
): DayNews {
  const taken = new Set((papers ?? []).map(({ id }) => id));
  return {
    date,
    categories,
    crossLists,
    papers: scored.map(({ paper, wanted, score, reasons }) => {
      return { paper, wanted, score, reasons, model: scores[paper.id] ?? null, chosen: taken.has(paper.id) };
    }),
    reportId: null,
    madeAt,
  };
}
