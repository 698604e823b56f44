import type { ImportAll } from '@/storage/bulk-import';
import { type BrokenImport, findBrokenImports, forgetImports, noteImport } from '@/storage/import-notes';
import { useLive } from '@/storage/use-live';
import { importInWorker } from './import-in-worker';

const NONE: BrokenImport[] = [];

/** Imports files, and leaves a note for the case that the page goes before it has ended. */
export const importNoted: ImportAll = async (given, options) => {
  // What cannot be noted, as on a full disk, is imported all the same: that tells what is wrong.
  const end = await noteImport(given.map(({ name }) => name)).catch((cause: unknown) => console.error(cause));
  let isWhole = false;
  try {
    const ended = await importInWorker(given, options);
    isWhole = !ended.halted;
    return ended;
  } finally {
    await end?.(isWhole).catch(console.error);
  }
};

/** Imports of earlier pages that were broken off, until the reader has read of them or imports those files again. */
export function useBrokenImports(): { broken: readonly BrokenImport[]; forget: () => void } {
  const broken = useLive(findBrokenImports, []) ?? NONE;
  return { broken, forget: () => void forgetImports(broken.map(({ name }) => name)).catch(console.error) };
}
