import { expect, test } from 'vitest';
import { type ObsidianMode, toObsidianUri } from '@/core/export/obsidian-uri';

const note = {
  vault: '',
  folder: '导读',
  name: '2512.23705.md',
  text: '短',
  mode: 'new' as ObsidianMode,
  tooOld: '太旧',
};
const read = (uri: string) => {
  const { protocol, host, searchParams } = new URL(uri);
  return { to: `${protocol}//${host}`, ...Object.fromEntries(searchParams) };
};

test.each<[ObsidianMode, object]>([
  ['new', { content: '短' }],
  ['overwrite', { overwrite: 'true', content: '短' }],
  ['append', { append: 'true', content: '\n\n短' }],
])('a short note is in the address: %s', (mode, rest) => {
  const { uri, clipboard } = toObsidianUri({ ...note, mode });
  expect(read(uri)).toEqual({ to: 'obsidian://new', file: '导读/2512.23705', ...rest });
  expect(clipboard).toBeNull();
});

test('a long one goes by the clipboard, and an Obsidian that cannot read it is told', () => {
  const text = '长'.repeat(300);
  const { uri, clipboard } = toObsidianUri({ ...note, text });
  expect(read(uri)).toEqual({ to: 'obsidian://new', file: '导读/2512.23705', clipboard: 'true', content: '太旧' });
  expect(clipboard).toBe(text);
  expect(uri.length).toBeLessThan(2_000);
});

test('a vault is named by its name', () => {
  const { uri } = toObsidianUri({ ...note, vault: '我的 & 仓库' });
  expect(read(uri)).toEqual({ to: 'obsidian://new', vault: '我的 & 仓库', file: '导读/2512.23705', content: '短' });
});

test.each(['a&overwrite=true', '#x', 'a b+c%20', '\uD800'])('nothing of a note gets out of its place: %j', (text) => {
  const { uri } = toObsidianUri({ ...note, folder: '', text });
  expect(read(uri)).toEqual({ to: 'obsidian://new', file: '2512.23705', content: text.toWellFormed() });
});
