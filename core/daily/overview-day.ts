import { escapeMarkdown } from '../export/markdown-text';
import type { Paper } from '../paper';
import { dailyWords } from '../words/daily';
import { fill } from '../words/words';
import type { DailyInput } from './daily-job';
import type { DayKeeper } from './day-keeper';
import { maySpend } from './day-limit';
import type { DayModel } from './day-model';
import { overviewPrompt, readOverview } from './model-overview';

/** One that was written before some papers were tried again still holds: it may name any of them. */
const isOpen = ({ progress }: DayKeeper) => progress.overview === null;

/**
 * Has the overview written, and kept with the name of the model that wrote it. An answer that cannot be used is asked for once
 * more; after that, without a model, and beyond the day's limit there is none, and the day's numbers stand in its place.
 *
 * @throws AppError a failure of the model that is worth another try.
 */
export async function writeOverview(
  papers: readonly Paper[],
  announced: number,
  input: DailyInput,
  model: DayModel | null,
  keeper: DayKeeper,
): Promise<void> {
  const { date, categories, language, limit } = input;
  while (keeper.progress.step !== 'save') {
    const answer =
      model && isOpen(keeper) && papers.length > 0 && maySpend(keeper.progress, limit)
        ? await model.ask((boundary) => {
            const { contextTokens } = model.config;
            return overviewPrompt({ date, papers, announced, categories, language, boundary, contextTokens });
          })
        : null;
    if (!answer || !model) {
      await keeper.keep({ step: 'save', again: false });
      return;
    }
    const read = readOverview(answer.text, papers, language);
    if (read && read.markdown.trim() !== '') {
      const name = escapeMarkdown(model.config.model);
      // At the end, for the first lines are what a popup shows.
      const overview = `${read.markdown.trim()}\n\n${fill(dailyWords[language].writtenBy, { model: name })}`;
      await keeper.keep({ ...answer.bill, step: 'save', again: false, overview, overviewRemoved: read.removed });
    } else if (keeper.progress.again) await keeper.keep({ ...answer.bill, step: 'save', again: false });
    else await keeper.keep({ ...answer.bill, again: true });
  }
}
