import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runRoles } from '@/cli/roles';

let folder: string;
let out: string;
let err: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daodu-roles-'));
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

test('prints one line of labels for each line of sentences, in order', async () => {
  const lines = [
    '{"sentences":["Graphs are popular.","Results show that our method outperforms others."],"labels":[]}',
    '{"sentences":[]}',
    '',
    '{"sentences":["All rights reserved."]}\r',
  ];
  expect(await runRoles([file(`${lines.join('\n')}\n`)])).toBe(0);
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).labels.length),
  ).toEqual([2, 0, 1]);
  expect(JSON.parse(out.split('\n')[0] ?? '')).toEqual({ labels: ['background', 'result'] });
  expect(err).toBe('');
});

test.each([
  ['broken JSON', '{"sentences":["a"]}\n{"sentences":', '第 2 行'],
  ['another shape', '{"text":"a"}', '第 1 行'],
  ['sentences that are not text', '{"sentences":[1]}', '第 1 行'],
  ['a list', '["a"]', '第 1 行'],
  ['another encoding', Uint8Array.of(0xff, 0xfe, 0x41, 0x00), 'UTF-8'],
  ['nothing', '\n', '没有内容'],
])('refuses %s and prints nothing', async (_name, content, message) => {
  expect(await runRoles([file(content)])).toBe(1);
  expect(err).toContain(message);
  expect(out).toBe('');
});

test('says which file it cannot read', async () => {
  expect(await runRoles([join(folder, 'absent.jsonl')])).toBe(1);
  expect(err).toContain('absent.jsonl');
});

test.each([[[]], [['a', 'b']]])('shows its use when called with %j', async (args) => {
  expect(await runRoles(args)).toBe(1);
  expect(err).toContain('daodu roles FILE.jsonl');
});
