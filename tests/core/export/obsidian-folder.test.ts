import { describe, expect, test } from 'vitest';
import { parseVaultFolder, vaultFolderOf } from '@/core/export/obsidian-folder';

describe('parseVaultFolder', () => {
  test.each([
    ['论文', '论文'],
    ['  论文 / 导读 ', '论文/导读'],
    ['/Papers//arXiv/', 'Papers/arXiv'],
    [String.raw`Papers\arXiv`, 'Papers/arXiv'],
    ['2026 年 (a&b=c%20+1)', '2026 年 (a&b=c%20+1)'],
    ['/', ''],
    ['v1.2', 'v1.2'],
  ])('reads %j', (text, folder) => expect(parseVaultFolder(text)).toBe(folder));

  test.each([
    '',
    ' ',
    '..',
    '../x',
    'a/../b',
    '.obsidian',
    'a/.hidden',
    'a.',
    'C:',
    'a?b',
    'a#b',
    'a[b]',
    'a\nb',
    'x'.repeat(201),
  ])('finds no folder in %j', (text) => expect(parseVaultFolder(text)).toBeNull());
});

test('a setting that names no folder stands for the usual one', () => {
  expect(['', '../../x', '论文', '/'].map((setting) => vaultFolderOf(setting, '导读'))).toEqual([
    '导读',
    '导读',
    '论文',
    '',
  ]);
});
