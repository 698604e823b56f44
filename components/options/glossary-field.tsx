import { useState } from 'preact/hooks';
import { DEFAULT_GLOSSARY, formatGlossary, parseGlossary } from '@/core/glossary';
import type { ModelWords } from '@/core/words/models';
import { fill } from '@/core/words/words';
import { Field } from './field';

interface GlossaryFieldProps {
  words: ModelWords;
  /** One entry a line. */
  text: string;
  /** Called when the reader leaves the field. */
  onChange: (text: string) => void;
}

/** So many mistakes are named one by one. */
const NAMED = 5;

/** The lines, counted from 1, that hold something and no entry. */
function findMistakes(text: string): { line: number; text: string }[] {
  return text
    .split('\n')
    .map((line, at) => ({ line: at + 1, text: line.trim() }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#') && parseGlossary(line.text).length === 0);
}

/** Enough of a line to find it by. */
function shorten(line: string): string {
  return line.length > 40 ? `${line.slice(0, 40)}……` : line;
}

/** The reader's own terms; what cannot be read is kept as it was typed, and named by its line. */
export function GlossaryField({ words, text, onChange }: GlossaryFieldProps) {
  const [typed, setTyped] = useState(text);
  const mistakes = findMistakes(typed);
  return (
    <>
      <Field
        id="glossary"
        label={words.glossary}
        hint={words.glossaryHint}
        problem={
          mistakes.length === 0
            ? undefined
            : [
                ...mistakes
                  .slice(0, NAMED)
                  .map((mistake) => fill(words.glossaryMistake, { line: mistake.line, text: shorten(mistake.text) })),
                ...(mistakes.length > NAMED ? [fill(words.glossaryMore, { count: mistakes.length - NAMED })] : []),
              ].join('\n')
        }
      >
        {(described) => (
          <textarea
            {...described}
            id="glossary"
            rows={5}
            spellcheck={false}
            placeholder={words.glossaryExample}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </Field>
      <details class="built-in">
        <summary>{fill(words.glossaryBuiltIn, { count: DEFAULT_GLOSSARY.length })}</summary>
        <pre tabIndex={0}>{formatGlossary(DEFAULT_GLOSSARY)}</pre>
      </details>
    </>
  );
}
