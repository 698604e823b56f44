import { findSkipReason, type GivenFile } from '@/core/library/incoming';

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** All that lies in a folder; browsers give some hundred entries at a time. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function walk(entry: FileSystemEntry, inFolder: boolean, found: GivenFile[]): Promise<void> {
  const name = entry.fullPath.replace(/^\//, '');
  if (isFile(entry)) {
    // A file that went away meanwhile is empty, and is told of as one that holds no report.
    const file = await new Promise<Blob>((resolve) => entry.file(resolve, () => resolve(new Blob([]))));
    found.push({ name, inFolder, file });
  } else if (findSkipReason(`${name}/`) === 'system') {
    // What lies in .git or node_modules may be tens of thousands of files.
    found.push({ name: `${name}/`, inFolder: true, file: new Blob([]) });
  } else if (isFolder(entry)) {
    for (const inner of await readFolder(entry)) await walk(inner, true, found);
  }
}

/** The files of a drop, and those in its folders. What is dropped can only be asked for before the first `await`. */
export function readDropped({ items, files }: DataTransfer): GivenFile[] | Promise<GivenFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some(isFolder)) return [...files].map((file) => ({ name: file.name, inFolder: false, file }));
  return (async () => {
    const found: GivenFile[] = [];
    for (const entry of entries) await walk(entry, false, found);
    return found;
  })();
}
