import { join } from 'node:path';
import type { Plugin } from 'vite';

const LIBRARY = join(import.meta.dirname, '..', 'entrypoints/library');
const WORKERS = ['import-worker.ts', 'backup-worker.ts', 'search-worker.ts'];

interface Modules {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null;
}

/** All that is loaded before a module of the library's page runs. */
function reach(names: readonly string[], modules: Modules): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (id: string) => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) visit(next);
  };
  for (const name of names) visit(join(LIBRARY, name));
  return reached;
}

/**
 * Has the library's page start from two files: what its workers run as well, and the rest. By itself every set of modules that the same
 * pages share becomes a file, and each of fifty files costs the start about two milliseconds, however small it is.
 */
export const fewFiles: Plugin = {
  name: 'few-files',
  apply: 'build',
  outputOptions(options) {
    // Scripts that are one file each have nothing to be split.
    if (options.format !== 'es') return options;
    let found: { page: ReadonlySet<string>; workers: ReadonlySet<string> } | null = null;
    return {
      ...options,
      codeSplitting: {
        groups: [
          {
            name: (id, modules) => {
              found ??= { page: reach(['main.tsx'], modules), workers: reach(WORKERS, modules) };
              // The page itself is not to be run where others load what they share with it.
              if (!found.page.has(id) || id === join(LIBRARY, 'main.tsx')) return null;
              return found.workers.has(id) ? 'library-data' : 'library-page';
            },
          },
        ],
      },
    };
  },
};
