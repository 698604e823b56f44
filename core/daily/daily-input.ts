import type { Settings } from '../settings';
import type { DailyInput } from './daily-job';

/** What a day's report is made from and by, as the reader has it set. `modelId` is the reader's model; null for none. */
export function toDailyInput(settings: Settings, date: string, modelId: string | null): DailyInput {
  const { categories, dailyCrossLists, interests, dailyMost, dailyModel, guideLanguage, dailyLimit } = settings;
  return {
    date,
    categories,
    crossLists: dailyCrossLists,
    interests,
    most: dailyMost,
    modelId: dailyModel ? modelId : null,
    language: guideLanguage,
    limit: dailyLimit,
  };
}
