import { describe, expect, test } from 'vitest';
import { isZip, MAX_ENTRIES, readDirectory } from '@/core/archive/zip-directory';
import { readEntry } from '@/core/archive/zip-entry';
import { MAX_REPORT_BYTES } from '@/core/report/decode';
import { patched, toZipBytes, zipOf } from '../../zips';

const DAY = '# 2025-12-30\n\n一段正文。'.repeat(200);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function readAll(bytes: Uint8Array): Promise<[string, string][]> {
  const archive = toZipBytes(bytes);
  const all: [string, string][] = [];
  for (const entry of await readDirectory(archive)) {
    all.push([entry.name, entry.isFolder ? '/' : decode(await readEntry(archive, entry))]);
  }
  return all;
}

/** A stored archive of one file with this name, as Windows writes it: without the mark for UTF-8. */
function withRawName(name: number[]): Uint8Array {
  const zip = zipOf({ ['x'.repeat(name.length)]: DAY }, 0);
  return patched(patched(zip, 'entry', 46, ...name), 'local', 30, ...name);
}

async function readOne(bytes: Uint8Array): Promise<Uint8Array> {
  const archive = toZipBytes(bytes);
  const [entry] = await readDirectory(archive);
  if (!entry) throw new Error('no entry');
  return readEntry(archive, entry);
}

describe('isZip', () => {
  test.each([
    ['an archive', zipOf({ a: DAY }), true],
    ['an archive of nothing', zipOf({}), true],
    ['a part of a split archive', Uint8Array.of(0x50, 0x4b, 7, 8), true],
    ['Markdown', new TextEncoder().encode('PK and others'), false],
    ['two letters', new TextEncoder().encode('PK'), false],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), false],
    ['nothing', new Uint8Array(0), false],
  ])('judges %s by its first bytes', (_, bytes, is) => expect(isZip(bytes)).toBe(is));
});

describe('an archive', () => {
  test.each([0, 6] as const)('gives its files in its own order, packed at level %i', async (level) => {
    expect(await readAll(zipOf({ 'b/2.md': DAY, 'b/': '', 'a.md': 'short', 'empty.md': '' }, level))).toEqual([
      ['b/2.md', DAY],
      ['b/', '/'],
      ['a.md', 'short'],
      ['empty.md', ''],
    ]);
  });

  test('may have something before it, and a comment behind it', async () => {
    const zip = zipOf({ 'a.md': DAY });
    const comment = new TextEncoder().encode('a remark');
    const bytes = Uint8Array.of(
      ...new TextEncoder().encode('#!/bin/sh\n'),
      ...patched(zip, 'end', 20, comment.length),
      ...comment,
    );
    expect(await readAll(bytes)).toEqual([['a.md', DAY]]);
  });

  test.each([
    ['UTF-8 without the mark', [0xe6, 0x97, 0xa5, 0xe6, 0x8a, 0xa5], '日报'],
    ['GBK', [0xc8, 0xd5, 0xb1, 0xa8], '日报'],
    ['the sign of Windows between folders', [0x61, 0x5c, 0x62], 'a/b'],
  ])('may name its files in %s', async (_, name, read) => {
    expect(await readAll(withRawName(name))).toEqual([[read, DAY]]);
  });

  test('may name its files in no encoding at all', async () => {
    const [[, text] = []] = await readAll(withRawName([0xff, 0xfe, 0x81]));
    expect(text).toBe(DAY);
  });

  test('has names that lead out of it, which are names', async () => {
    expect((await readAll(zipOf({ '../../etc/passwd': 'a', '/root.md': 'b' }))).map(([name]) => name)).toEqual([
      '../../etc/passwd',
      '/root.md',
    ]);
  });

  test('that has lost its end is refused at every length', async () => {
    const zip = zipOf({ 'a.md': DAY, 'b.md': DAY });
    for (let length = 4; length < zip.length; length += 7) {
      await expect(readDirectory(toZipBytes(zip.subarray(0, length)))).rejects.toMatchObject({ code: 'zip-broken' });
    }
  });

  test.each<[string, Uint8Array, string]>([
    ['is split over several files', patched(zipOf({ a: DAY }), 'end', 4, 1), 'zip-method'],
    ['names a directory larger than itself', patched(zipOf({ a: DAY }), 'end', 12, 0xff, 0xff), 'zip-broken'],
    ['names a place behind its directory', patched(zipOf({ a: DAY }), 'end', 16, 0xff, 0xff), 'zip-broken'],
    ['promises entries that are not there', patched(zipOf({ a: DAY }), 'end', 10, 9), 'zip-broken'],
    ['promises too many entries', patched(zipOf({ a: DAY }), 'end', 10, 0x89, 0x13), 'zip-many'],
    ['has a name behind its directory', patched(zipOf({ a: DAY }), 'entry', 28, 0xff, 0xff), 'zip-broken'],
    ['is Zip64', patched(zipOf({ a: DAY }), 'entry', 20, 0xff, 0xff, 0xff, 0xff), 'zip-method'],
    ['has entries over each other', patched(zipOf({ a: DAY, b: DAY }), 'entry', 20, 0xff, 0), 'zip-broken'],
  ])('that %s is refused', async (_, bytes, code) => {
    await expect(readDirectory(toZipBytes(bytes))).rejects.toMatchObject({ code });
  });

  test('takes as many entries as are allowed', async () => {
    const files = Object.fromEntries(Array.from({ length: MAX_ENTRIES }, (_, index) => [`${index}.md`, '']));
    expect(await readDirectory(toZipBytes(zipOf(files, 0)))).toHaveLength(MAX_ENTRIES);
    await expect(readDirectory(toZipBytes(zipOf({ ...files, more: '' }, 0)))).rejects.toMatchObject({
      code: 'zip-many',
    });
  });
});

describe('an entry', () => {
  test.each<[string, Uint8Array, string]>([
    ['is encrypted', patched(zipOf({ a: DAY }), 'entry', 8, 1), 'zip-locked'],
    ['is packed in an unknown way', patched(zipOf({ a: DAY }), 'entry', 10, 93), 'zip-method'],
    ['is not where the directory says', patched(zipOf({ a: DAY }), 'local', 0, 0), 'zip-broken'],
    ['has a checksum of something else', patched(zipOf({ a: DAY }), 'entry', 16, 1, 2, 3), 'zip-broken'],
    ['is no Deflate', patched(zipOf({ a: DAY }), 'local', 31, 0xff, 0xff, 0xff), 'zip-broken'],
    ['stops in the middle', patched(zipOf({ a: DAY }), 'entry', 20, 20, 0), 'zip-broken'],
    ['is stored, and changed', patched(zipOf({ a: DAY }, 0), 'local', 40, 0), 'zip-broken'],
  ])('that %s is refused', async (_, bytes, code) => {
    await expect(readOne(bytes)).rejects.toMatchObject({ code });
  });

  test('may be as large as a report, and no larger, whatever its header says', async () => {
    const limit = new Uint8Array(MAX_REPORT_BYTES);
    expect(await readOne(zipOf({ a: limit }))).toHaveLength(MAX_REPORT_BYTES);
    const bomb = zipOf({ a: new Uint8Array(MAX_REPORT_BYTES + 1) });
    await expect(readOne(bomb)).rejects.toMatchObject({ code: 'too-large' });
    await expect(readOne(patched(bomb, 'entry', 24, 5, 0, 0, 0))).rejects.toMatchObject({ code: 'too-large' });
    const stored = zipOf({ a: new Uint8Array(MAX_REPORT_BYTES + 1) }, 0);
    await expect(readOne(stored)).rejects.toMatchObject({ code: 'too-large' });
  });
});
