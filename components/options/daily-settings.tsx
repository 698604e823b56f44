import { formatHour, parseHour, parseMost } from '@/core/daily/daily-fields';
import type { DayEstimate } from '@/core/daily/estimate';
import { formatYuan } from '@/core/model/cost';
import { parseYuan } from '@/core/model/draft';
import type { Settings } from '@/core/settings';
import type { DailySettingsWords } from '@/core/words/daily-settings';
import { fill } from '@/core/words/words';
import { Check } from './check';
import { KeptField } from './kept-field';

interface DailySettingsProps {
  settings: Settings;
  words: DailySettingsWords;
  /** The model that would be used; null while there is none. */
  model: { name: string } | null;
  /** What a day takes with that model; null without one, and where no category tells of a day. */
  estimate: DayEstimate | null;
  /** What became of the browser's question for notifications, in words. */
  noticeStatus: { text: string; failed: boolean } | null;
  onChange: (change: Partial<Settings>) => void;
  onNotice: (wanted: boolean) => void;
}

function describe(estimate: DayEstimate, { words, settings }: Pick<DailySettingsProps, 'words' | 'settings'>): string {
  const { requests, yuan } = estimate;
  if (yuan === null) return fill(words.estimateUnpriced, { requests });
  return fill(words.estimate, { requests, yuan: formatYuan(yuan, settings.language) });
}

/** An empty field: no limit. */
function parseLimit(text: string): number | null | undefined {
  return text.trim() === '' ? null : (parseYuan(text) ?? undefined);
}

/** The settings of the report that is made here each day; each is kept as soon as it is changed. */
export function DailySettings(props: DailySettingsProps) {
  const { settings, words, model, estimate, noticeStatus, onChange, onNotice } = props;
  const usesModel = model !== null && settings.dailyModel;
  return (
    <section id="daily" aria-labelledby="daily-title">
      <h2 id="daily-title">{words.title}</h2>
      <form onSubmit={(event) => event.preventDefault()}>
        <Check
          id="daily-on"
          label={words.on}
          hint={
            <>
              {words.onHint}
              {settings.categories.length === 0 && (
                <p class="missing">
                  {words.noCategories} <a href="#categories">{words.chooseCategories}</a>
                </p>
              )}
            </>
          }
          checked={settings.daily}
          onChange={(daily) => onChange({ daily })}
        />
        <div class="pair">
          <KeptField
            id="daily-hour"
            type="time"
            label={words.hour}
            value={formatHour(settings.dailyMinutes)}
            parse={(text) => parseHour(text) ?? undefined}
            unclear={words.hourUnclear}
            onValue={(dailyMinutes) => onChange({ dailyMinutes })}
          />
          <KeptField
            id="daily-most"
            type="text"
            inputMode="numeric"
            label={words.most}
            hint={words.mostHint}
            value={String(settings.dailyMost)}
            parse={(text) => parseMost(text) ?? undefined}
            unclear={words.mostUnclear}
            onValue={(dailyMost) => onChange({ dailyMost })}
          />
          <p class="hint">{words.hourHint}</p>
        </div>
        <Check
          id="daily-cross-lists"
          label={words.crossLists}
          hint={words.crossListsHint}
          checked={settings.dailyCrossLists}
          onChange={(dailyCrossLists) => onChange({ dailyCrossLists })}
        />
        {model ? (
          <Check
            id="daily-model"
            label={fill(words.model, { name: model.name })}
            hint={<a href="#models">{words.changeModel}</a>}
            checked={settings.dailyModel}
            onChange={(dailyModel) => onChange({ dailyModel })}
          />
        ) : (
          <p class="hint no-model">
            {words.modelNoneHint} <a href="#models">{words.addModel}</a>
          </p>
        )}
        {usesModel && (
          <KeptField
            id="daily-limit"
            type="text"
            inputMode="decimal"
            label={words.limit}
            hint={estimate?.yuan === null && settings.dailyLimit !== null ? words.limitUnpriced : words.limitHint}
            value={settings.dailyLimit === null ? '' : String(settings.dailyLimit)}
            parse={parseLimit}
            unclear={words.limitUnclear}
            onValue={(dailyLimit) => onChange({ dailyLimit })}
          />
        )}
        <p class="estimate" role="status">
          {usesModel ? estimate && describe(estimate, props) : words.estimateFree}
        </p>
        <Check
          id="daily-notice"
          label={words.notice}
          hint={
            <>
              {words.noticeHint}
              <p class={noticeStatus?.failed ? 'message failed' : 'message'} role="status">
                {noticeStatus?.text}
              </p>
            </>
          }
          checked={settings.dailyNotice}
          onChange={onNotice}
        />
      </form>
    </section>
  );
}
