import { DailySettings } from '@/components/options/daily-settings';
import type { ShownModel } from '@/components/options/model-row';
import { estimateDay, usualToScore } from '@/core/daily/estimate';
import { hasWishes } from '@/core/daily/interests';
import { countInSteps } from '@/core/daily/keyword-score';
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
  // Only what passes the reader's words is scored: the newest day tells how much that is.
  const isTold = day?.from === 'announced' && hasWishes(interests);
  const counts = useSteps(() => (isTold ? countInSteps(day.papers, interests) : null), [day, isTold, interests]);
  const toScore = isTold && counts ? counts.wanted : usualToScore(categories, dailyCrossLists);
  const estimate = model && estimateDay({ toScore, most: Math.min(dailyMost, toScore) }, model.price);
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
