import type { AnnouncedPaper } from './announced-paper';
import type { DailyInput } from './daily-job';
import type { DayKeeper } from './day-keeper';
import { maySpend } from './day-limit';
import type { DayModel } from './day-model';
import type { LocalScore } from './local-score';
import { combinedScore, readScores, scorePrompt } from './model-score';
import type { ModelScore } from './news';
import { MOST_SCORED, SCORE_BATCH } from './score-batch';

/** Nothing the model has not seen goes before what it gave full marks. */
const MOST_UNSEEN = 5;
const LEAST = 2;

/** An announced paper with its local score. */
export interface ScoredPaper extends LocalScore {
  paper: AnnouncedPaper;
}

/** The papers that the model is to score, in arXiv's order. */
export function papersToScore(scored: readonly ScoredPaper[]): AnnouncedPaper[] {
  const wanted = scored.filter((each) => each.wanted);
  const best = new Set(wanted.toSorted((one, other) => other.score - one.score).slice(0, MOST_SCORED));
  return wanted.filter((each) => best.has(each)).map(({ paper }) => paper);
}

/**
 * Has papers scored in batches, each kept before the next begins. What an answer leaves out is asked for once more, and is null
 * from then on. Ends early when the model is gone or the day's limit is reached.
 *
 * @throws AppError a failure of the model that is worth another try.
 */
export async function scoreDay(
  papers: readonly AnnouncedPaper[],
  input: DailyInput,
  model: DayModel,
  keeper: DayKeeper,
): Promise<void> {
  const { interests, categories, language, limit } = input;
  for (let start = 0; start < papers.length; start += SCORE_BATCH) {
    const batch = papers.slice(start, start + SCORE_BATCH);
    for (;;) {
      const { scores, again } = keeper.progress;
      const left = batch.filter(({ id }) => !Object.hasOwn(scores, id));
      if (left.length === 0) break;
      if (!maySpend(keeper.progress, limit)) return;
      const answer = await model.ask((boundary) =>
        scorePrompt({ papers: left, interests, categories, language, boundary }),
      );
      if (!answer) return;
      const found = readScores(answer.text, left);
      const missing = left.filter(({ id }) => !found.has(id));
      const given = again ? missing.map(({ id }): [string, ModelScore | null] => [id, null]) : [];
      await keeper.keep({
        ...answer.bill,
        scores: { ...scores, ...Object.fromEntries<ModelScore | null>([...found, ...given]) },
        again: missing.length > 0 && !again,
      });
    }
  }
}

/**
 * The score by which a paper is chosen on a day with a model, from 2 to 6. For a paper that the model has not scored a stand-in:
 * 2 and the local score, 5 at most. So it reaches the threshold by a keyword in its title, and hardly by anything else.
 */
export function scoreForChoice(local: number, score: ModelScore | null | undefined): number {
  return score ? combinedScore(score) : Math.min(MOST_UNSEEN, LEAST + Math.max(0, local));
}
