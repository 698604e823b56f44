import { DailySettings } from '@/components/options/daily-settings';
import type { ShownModel } from '@/components/options/model-row';
import { estimateDay, usualToScore } from '@/core/daily/estimate';
import { DayCounter } from '@/core/daily/day-counter';
import { MOST_SCORED } from '@/core/daily/score-batch';
import type { Settings } from '@/core/settings';
import { dailySettingsWords } from '@/core/words/daily-settings';
import type { DayTexts } from '@/storage/day-texts';
import { useNotice } from './use-notice';
import { useSteps } from './use-steps';

interface DailyProps {
  settings: Settings;
  models: readonly ShownModel[];
  day: DayTexts | null | undefined;
  onChange: (change: Partial<Settings>) => void;
}

/** The section of the daily report: what it costs, and what the browser says of notifications. */
export function Daily({ settings, models, day, onChange }: DailyProps) {
  const words = dailySettingsWords[settings.language];
  const notice = useNotice(settings.dailyNotice, words, onChange);
  const { interests, categories, dailyCrossLists, dailyMost } = settings;
  const model = models.find(({ isDefault }) => isDefault) ?? null;
  // Only what passes the reader's words is scored: the newest day of the same categories tells how much that is.
  const isTold = day?.categories != null && day.categories.join() === categories.join();
  const counts = useSteps(
    () => (isTold ? new DayCounter(day.papers).count(interests) : null),
    [day, isTold, interests],
  );
  const announced = isTold && counts ? counts.wanted : usualToScore(categories, dailyCrossLists);
  const toScore = Math.min(MOST_SCORED, announced);
  const estimate =
    model && categories.length > 0 ? estimateDay({ toScore, most: Math.min(dailyMost, toScore) }, model.price) : null;
  return (
    <DailySettings
      settings={settings}
      words={words}
      model={model}
      estimate={estimate}
      noticeStatus={notice.status}
      onChange={onChange}
      onNotice={notice.turn}
    />
  );
}
