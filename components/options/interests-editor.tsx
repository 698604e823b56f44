import { type InterestField, type InterestTexts, readLines } from '@/core/daily/interest-texts';
import type { HitCount } from '@/core/daily/day-counter';
import type { InterestsWords } from '@/core/words/interests';
import { fill } from '@/core/words/words';
import { CountedField } from './counted-field';

/** The day whose papers are counted. */
export interface CountedDay {
  /** As it is said: 11 月 25 日. */
  name: string;
  from: 'announced' | 'report';
  total: number;
}

interface InterestsEditorProps {
  words: InterestsWords;
  texts: InterestTexts;
  /** Null where there are no papers to count; undefined while that is not known. */
  day: CountedDay | null | undefined;
  /** Of the texts, or of what they were a moment before; null before the first count. */
  counts: HitCount | null;
  onInput: (field: InterestField, value: string) => void;
  onLeave: () => void;
}

/** Of the counts alone: the texts may have gone on meanwhile. */
function sumUp(day: CountedDay | null, counts: HitCount | null, words: InterestsWords): string {
  if (!day) return words.nothing;
  if (!counts) return words.counting;
  const values = { day: day.name, total: day.total, wanted: counts.wanted };
  if (counts.words.some(({ kind }) => kind !== 'excluded'))
    return fill(day.from === 'report' ? words.countedReport : words.counted, values);
  return fill(counts.words.length > 0 ? words.countedRest : words.countedAll, values);
}

/** The reader's words and authors, each list a field of text, and what they find on the newest day. */
export function InterestsEditor({ words, texts, day, counts, onInput, onLeave }: InterestsEditorProps) {
  const field = (name: InterestField, label: string, example: string) => (
    <CountedField
      id={`interests-${name}`}
      label={label}
      words={words}
      value={texts[name]}
      example={example}
      lines={day ? readLines(texts, name, counts) : null}
      onInput={(value) => onInput(name, value)}
      onLeave={onLeave}
    />
  );
  return (
    <>
      <p class="hint">{words.intro}</p>
      <p class="hint">{words.matching}</p>
      <p class="live" role="status">
        {day !== undefined && sumUp(day, counts, words)}
      </p>
      <div class="interest-fields">
        {field('primary', words.primary, words.primaryExample)}
        {field('secondary', words.secondary, words.secondaryExample)}
        {field('excluded', words.excluded, words.excludedExample)}
        {field('authors', words.authors, words.authorsExample)}
      </div>
      <p class="hint">{words.weights}</p>
    </>
  );
}
