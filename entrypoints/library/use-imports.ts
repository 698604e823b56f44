import { useCallback, useRef, useState } from 'preact/hooks';
import { type ImportState, NO_IMPORT, type RunningImport } from '@/components/library/import-view';
import { AppError } from '@/core/errors';
import type { FileOutcome } from '@/core/library/import-account';
import type { GivenFile } from '@/core/library/incoming';
import type { Language } from '@/core/settings';
import { errorWords } from '@/core/words/errors';
import { fill } from '@/core/words/words';
import type { ImportAll } from '@/storage/bulk-import';
import type { ImportResult } from '@/storage/import';

/** The reader's sentence for whatever was thrown; `file` is what was being read, if anything. */
export function explain(cause: unknown, language: Language, file = ''): string {
  const error = cause instanceof AppError ? cause : new AppError('unknown', 'not one of ours', { cause });
  return fill(errorWords[language][error.code], { file, line: error.line ?? 1 });
}

interface Imports {
  state: ImportState;
  add: (files: GivenFile[]) => void;
  stop: () => void;
}

/** Hundreds of files go by in seconds; drawing the page for each would take longer than reading it. */
const DRAW_MS = 100;

const BEGINNING: RunningImport = { name: '', share: 0, done: 0, total: null, papers: 0 };

/** Reads what is given by `importGiven`, what is given meanwhile behind it. */
export function useImports(language: Language, importGiven: ImportAll): Imports {
  const [state, setState] = useState(NO_IMPORT);
  const current = useRef<ImportState>(NO_IMPORT);
  const queue = useRef<GivenFile[][]>([]);
  const key = useRef(0);
  const stopping = useRef<AbortController | null>(null);
  const drawnAt = useRef(0);

  const change = (now: boolean, changed: Partial<ImportState>) => {
    current.current = { ...current.current, ...changed };
    if (!now && performance.now() - drawnAt.current < DRAW_MS) return;
    drawnAt.current = performance.now();
    setState(current.current);
  };
  const runOn = (now: boolean, changed: Partial<RunningImport>) =>
    change(now, { running: { ...(current.current.running ?? BEGINNING), ...changed } });

  const toOutcome = (name: string, result: ImportResult | AppError): FileOutcome => {
    if (!(result instanceof AppError)) return { kind: 'done', ...result };
    console.error(name, result);
    return { kind: 'failed', code: result.code, message: explain(result, language, name) };
  };

  const readRound = (given: GivenFile[], signal: AbortSignal) => {
    return importGiven(given, {
      now: Date.now(),
      signal,
      onFound: (count, skipped) => {
        const { done = 0 } = current.current.running ?? {};
        change(true, { skipped: [...current.current.skipped, ...skipped] });
        runOn(true, { total: done + count });
      },
      onBegin: (name) => runOn(false, { name }),
      onShare: (share) => runOn(false, { share }),
      onEnd: (name, result) => {
        const { done = 0, papers = 0, share = 0 } = current.current.running ?? {};
        const read = result instanceof AppError ? 0 : result.papers;
        const file = { key: key.current++, name, outcome: toOutcome(name, result) };
        change(false, { files: [...current.current.files, file] });
        runOn(false, { share: Math.max(0, share - 1), done: done + 1, papers: papers + read });
      },
    });
  };

  const run = async (signal: AbortSignal) => {
    let stopped = 0;
    for (let given = queue.current.shift(); given; given = queue.current.shift()) {
      runOn(true, { total: null });
      const { halted, left } = await readRound(given, signal);
      stopped += left;
      if (!halted) continue;
      // What was given behind it is not looked at either.
      stopped += queue.current.flat().length;
      queue.current = [];
    }
    change(true, { stopped });
  };

  const add = (files: GivenFile[]) => {
    queue.current.push(files);
    if (stopping.current) return;
    stopping.current = new AbortController();
    change(true, { ...NO_IMPORT, running: BEGINNING });
    run(stopping.current.signal)
      .catch((cause: unknown) => {
        const [name = ''] = files.map((file) => file.name);
        const error = new AppError('unknown', 'the import broke off', { cause });
        change(true, {
          files: [...current.current.files, { key: key.current++, name, outcome: toOutcome(name, error) }],
        });
      })
      .finally(() => {
        stopping.current = null;
        change(true, { running: null });
      });
  };

  const stop = useCallback(() => stopping.current?.abort(), []);

  return { state, add, stop };
}
