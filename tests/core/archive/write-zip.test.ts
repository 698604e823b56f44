import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDirectory } from '@/core/archive/zip-directory';
import { readEntry } from '@/core/archive/zip-entry';
import { zipChunks } from '@/core/archive/write-zip';
import { toZipBytes } from '../../zips';

const AT = new Date(2026, 10, 20, 12);

function zip(files: { name: string; text: string }[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([...zipChunks(files, AT)]));
}

describe('zipChunks', () => {
  test('packs texts that another program unpacks', () => {
    const files = [
      { name: '2512.23705.md', text: '---\ntitle: "深度 🚀"\n---\n' },
      { name: 'math-0309136.md', text: 'x'.repeat(100_000) },
      { name: 'empty.md', text: '' },
      { name: '论文/导读.md', text: '中' },
    ];
    const unpacked = unzipSync(zip(files));
    expect(Object.entries(unpacked).map(([name, bytes]) => ({ name, text: strFromU8(bytes) }))).toEqual(files);
  });

  test('packs what an import reads back', async () => {
    const archive = toZipBytes(zip([{ name: 'a.md', text: '论文' }]));
    const [entry] = await readDirectory(archive);
    if (!entry) throw new Error('no entry');
    expect(new TextDecoder().decode(await readEntry(archive, entry))).toBe('论文');
  });

  test('is the same for the same files and time', () => {
    const files = [{ name: 'a.md', text: 'x' }];
    expect(zip(files)).toEqual(zip(files));
  });

  test('packs more files than the format first could count', () => {
    const files = Array.from({ length: 70_000 }, (_, index) => ({ name: `${index}.md`, text: String(index) }));
    const unpacked = unzipSync(zip(files));
    expect(Object.keys(unpacked)).toHaveLength(files.length);
    expect(strFromU8(unpacked['69999.md'] ?? new Uint8Array())).toBe('69999');
  });

  test('is an archive of nothing for no files', () => expect(unzipSync(zip([]))).toEqual({}));

  test('gives each file as soon as it is packed', () => {
    const asked: string[] = [];
    function* files() {
      for (const name of ['a.md', 'b.md']) {
        asked.push(name);
        yield { name, text: name };
      }
    }
    const chunks = zipChunks(files(), AT);
    expect(chunks.next().done).toBe(false);
    expect(asked).toEqual(['a.md']);
  });
});
