import { useCallback, useRef, useState } from 'preact/hooks';
import { type FileOutcome, type ImportState, NO_IMPORT } from '@/components/library/import-view';
import { AppError } from '@/core/errors';
import type { Language } from '@/core/settings';
import { errorWords } from '@/core/words/errors';
import { fill } from '@/core/words/words';

/** The reader's sentence for whatever was thrown; `file` is what was being read, if anything. */
export function explain(cause: unknown, language: Language, file = ''): string {
  const error = cause instanceof AppError ? cause : new AppError('unknown', 'not one of ours', { cause });
  return fill(errorWords[language][error.code], { file, line: error.line ?? 1 });
}

interface Imports {
  state: ImportState;
  add: (files: File[]) => void;
  stop: () => void;
}

/** Reads files one after the other, those added meanwhile behind the others; between two of them the page draws itself. */
export function useImports(language: Language): Imports {
  const [state, setState] = useState(NO_IMPORT);
  const queue = useRef<File[]>([]);
  const counts = useRef({ done: 0, total: 0, key: 0 });
  const running = useRef<AbortController | null>(null);

  const read = async (file: File, signal: AbortSignal): Promise<FileOutcome> => {
    let told = 0;
    const tell = (share: number) => {
      if (share - told < 0.01) return;
      told = share;
      setState((before) => ({ ...before, running: before.running && { ...before.running, share } }));
    };
    try {
      // The parser and the renderer come only when a file does.
      const { importFile } = await import('@/storage/import');
      const result = await importFile(file, { now: Date.now(), onProgress: tell, signal });
      return { kind: 'done', ...result };
    } catch (cause) {
      if (!signal.aborted) console.error(file.name, cause);
      return { kind: 'failed', message: explain(cause, language, file.name) };
    }
  };

  const run = async (signal: AbortSignal) => {
    for (let file = queue.current.shift(); file; file = queue.current.shift()) {
      const { name } = file;
      const { done, total } = counts.current;
      setState((before) => ({ ...before, running: { name, share: 0, done, total } }));
      await new Promise((resolve) => setTimeout(resolve));
      const outcome = await read(file, signal);
      if (signal.aborted && outcome.kind === 'failed') break;
      counts.current.done++;
      const key = counts.current.key++;
      setState((before) => ({ ...before, files: [...before.files, { key, name, outcome }] }));
    }
    running.current = null;
    const left = counts.current.total - counts.current.done;
    queue.current = [];
    setState((before) => ({ ...before, running: null, stopped: left }));
  };

  const add = (files: File[]) => {
    queue.current.push(...files);
    if (running.current) {
      counts.current.total += files.length;
      return;
    }
    counts.current = { ...counts.current, done: 0, total: files.length };
    running.current = new AbortController();
    setState(NO_IMPORT);
    void run(running.current.signal);
  };

  const stop = useCallback(() => {
    queue.current = [];
    running.current?.abort();
  }, []);

  return { state, add, stop };
}
