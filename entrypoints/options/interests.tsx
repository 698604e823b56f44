import { useMemo, useState } from 'preact/hooks';
import { DropFiles } from '@/components/library/drop-files';
import { type Done, DoneLine } from '@/components/options/done-line';
import { InterestFiles } from '@/components/options/interest-files';
import { InterestsEditor } from '@/components/options/interests-editor';
import { Suggestions } from '@/components/options/suggestions';
import { MOST_BIB_BYTES, readInterestFile } from '@/core/daily/interest-file';
import {
  addInterests,
  addWord,
  INTEREST_FIELDS,
  type InterestField,
  type InterestTexts,
  readTexts,
} from '@/core/daily/interest-texts';
import { formatInterests } from '@/core/daily/interests';
import { DayCounter } from '@/core/daily/day-counter';
import { AppError } from '@/core/errors';
import { nameDay } from '@/core/moment';
import type { Settings } from '@/core/settings';
import { errorWords } from '@/core/words/errors';
import { interestsWords } from '@/core/words/interests';
import { fill } from '@/core/words/words';
import type { DayTexts } from '@/storage/day-texts';
import { linesOf } from '@/storage/file-lines';
import { clock } from '../background/clock';
import { download } from '../library/download';
import { useFound } from './use-found';
import { useInterestTexts } from './use-interest-texts';
import { useSteps } from './use-steps';

interface InterestsProps {
  settings: Settings;
  /** The papers to count in; null where there are none, undefined until that is known. */
  day: DayTexts | null | undefined;
  onChange: (change: Partial<Settings>) => void;
}

/** So many suggestions stay dismissed; the oldest come back. */
const MOST_DISMISSED = 500;

async function readText(file: Blob): Promise<string> {
  const lines: string[] = [];
  for await (const { line } of linesOf(file)) lines.push(line);
  return lines.join('\n');
}

/** The section of what the reader looks for: their words with counts, suggestions, files. */
export function Interests({ settings, day, onChange }: InterestsProps) {
  const { language, dismissedSuggestions: dismissed } = settings;
  const words = interestsWords[language];
  const { texts, type, put, flush } = useInterestTexts(settings.interests, (interests) => onChange({ interests }));
  const interests = useMemo(() => readTexts(texts), [texts]);
  const counter = useMemo(() => day && new DayCounter(day.papers), [day]);
  const counts = useSteps(() => counter?.count(interests) ?? null, [counter, interests]);
  const known = useMemo(
    () => [...INTEREST_FIELDS.flatMap((field) => interests[field]), ...dismissed],
    [interests, dismissed],
  );
  const { found, openBib, closeBib } = useFound(day, known);
  const [done, setDone] = useState<Done | null>(null);

  const names = {
    primary: words.primary,
    secondary: words.secondary,
    excluded: words.excluded,
    authors: words.authors,
  };
  const undoing = (undo: () => void) => () => {
    undo();
    setDone({ text: words.undone });
  };
  const change = (next: InterestTexts, text: string) => {
    put(next);
    setDone({ text, undo: undoing(() => put(texts)) });
  };
  const accept = (field: InterestField, word: string) =>
    change(addWord(texts, field, word), fill(words.added, { word, field: names[field] }));
  const dismiss = (word: string) => {
    onChange({ dismissedSuggestions: [...dismissed, word].slice(-MOST_DISMISSED) });
    const undo = undoing(() => onChange({ dismissedSuggestions: dismissed }));
    setDone({ text: fill(words.dismissed, { word }), undo });
  };

  const fail = (text: string) => setDone({ text, failed: true });
  const take = (name: string, text: string) => {
    const read = readInterestFile(name, text);
    if (read.kind === 'bib') {
      setDone(null);
      openBib({ name, text });
    } else if (read.kind === 'interests') {
      const { texts: next, added } = addInterests(texts, read.interests);
      if (added > 0) change(next, fill(words.imported, { file: name, n: added }));
      else setDone({ text: fill(words.importedNone, { file: name }) });
    } else if (read.kind === 'many') fail(fill(words.fileManyWords, { file: name, n: read.count }));
    else fail(fill(read.kind === 'large' ? words.fileLarge : words.fileNoWords, { file: name }));
  };
  const open = (name: string, file: Blob) => {
    if (file.size > MOST_BIB_BYTES) {
      fail(fill(words.fileLarge, { file: name }));
      return;
    }
    readText(file)
      .then((text) => take(name, text))
      .catch((cause: unknown) => {
        console.error(cause);
        const { code, line } = cause instanceof AppError ? cause : { code: 'unreadable' as const, line: null };
        fail(fill(errorWords[language][code], { file: name, line: line ?? 1 }));
      });
  };
  const save = () => {
    flush();
    download('daodu-keywords.txt', [words.fileHead, '\n', formatInterests(interests)], 'text/plain');
  };

  return (
    <section id="interests" aria-labelledby="interests-title">
      <h2 id="interests-title">{words.title}</h2>
      <InterestsEditor
        words={words}
        texts={texts}
        day={
          day && {
            name: day.date === null ? words.someDay : nameDay(day.date, clock.now(), language),
            from: day.from,
            total: day.papers.length,
          }
        }
        counts={counts}
        onInput={(field, value) => {
          setDone(null); // what was done cannot be taken back without what is typed now
          type({ ...texts, [field]: value });
        }}
        onLeave={flush}
      />
      <Suggestions words={words} found={found} onAccept={accept} onDismiss={dismiss} onClose={closeBib} />
      <DoneLine done={done} words={words} />
      <InterestFiles words={words} onFile={(file) => open(file.name, file)} onExport={save} />
      <DropFiles hint={words.dropHere} onFiles={([first]) => first && open(first.name, first.file)} />
    </section>
  );
}
