import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runNumbers } from '@/cli/numbers';

let folder: string;
let out: string;
let err: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daodu-numbers-'));
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function file(content: string | Uint8Array): string {
  const path = join(folder, 'in.jsonl');
  writeFileSync(path, content);
  return path;
}

test('prints one line of numbers for each line of text and source, in order', async () => {
  const lines = [
    JSON.stringify({
      text: '**1. 结果** 准确率达到 89.3%，快 4 倍。',
      source: 'We test twice. Accuracy is 89.27%.',
      id: 'any',
    }),
    '',
    '{"text":"没有数字","source":""}\r',
  ];
  expect(await runNumbers([file(`${lines.join('\n')}\n`)])).toBe(0);
  expect(out).toBe(
    '{"numbers":[{"text":"89.3%","start":16,"found":true,"sentence":"Accuracy is 89.27%."},' +
      '{"text":"4 倍","start":24,"found":false,"sentence":null}]}\n{"numbers":[]}\n',
  );
  expect(err).toBe('');
});

test.each([
  ['broken JSON', '{"text":"a","source":""}\n{"text":', '第 2 行'],
  ['another shape', '{"sentences":[]}', '第 1 行'],
  ['a text without its source', '{"text":"a"}', '第 1 行'],
  ['a text that is none', '{"text":1,"source":"a"}', '第 1 行'],
  ['null', 'null', '第 1 行'],
  ['a list', '["a","b"]', '第 1 行'],
  ['another encoding', Uint8Array.of(0xff, 0xfe, 0x41, 0x00), 'UTF-8'],
  ['nothing', '\n', '没有内容'],
])('refuses %s and prints nothing', async (_name, content, message) => {
  expect(await runNumbers([file(content)])).toBe(1);
  expect(err).toContain(message);
  expect(out).toBe('');
});

test('says which file it cannot read', async () => {
  expect(await runNumbers([join(folder, 'absent.jsonl')])).toBe(1);
  expect(err).toContain('absent.jsonl');
});

test.each([[[]], [['a', 'b']]])('shows its use when called with %j', async (args) => {
  expect(await runNumbers(args)).toBe(1);
  expect(err).toContain('daodu numbers FILE.jsonl');
});
