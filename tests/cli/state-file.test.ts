import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { forgetOldState, stateFile } from '@/cli/state-file';

const schema = z.object({ reached: z.number() });
const DAY_MILLISECONDS = 24 * 3_600_000;

describe('what outlives a run', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'daodu-state-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const open = (about: unknown = { id: 1 }) => stateFile(folder, 'days', about, schema);
  const names = () => readdirSync(join(folder, '.daodu', 'days'));

  test('is read as it was written, by whoever asks for the same', () => {
    expect(open().read()).toBeNull();
    open().write({ reached: 3 });
    expect(open().read()).toEqual({ reached: 3 });
    expect(open({ id: 2 }).read()).toBeNull();
  });

  test.each(['{"reached":"far"}', '{"reach', ''])('is as good as none as %j', (text) => {
    open().write({ reached: 3 });
    writeFileSync(join(folder, '.daodu', 'days', names()[0] ?? ''), text);
    expect(open().read()).toBeNull();
  });

  test('is forgotten after a month, and not before', () => {
    const now = Date.now();
    open({ id: 'old' }).write({ reached: 1 });
    const [old = ''] = names();
    utimesSync(join(folder, '.daodu', 'days', old), new Date(now), new Date(now - 31 * DAY_MILLISECONDS));
    open({ id: 'new' }).write({ reached: 2 });
    writeFileSync(join(folder, '2026-01-01.json'), '{}');
    utimesSync(join(folder, '2026-01-01.json'), new Date(0), new Date(0));
    forgetOldState(folder, now);
    expect(names()).toHaveLength(1);
    expect(names()).not.toContain(old);
    expect(readdirSync(folder)).toContain('2026-01-01.json');
  });

  test('need not be there', () => expect(() => forgetOldState(folder, Date.now())).not.toThrow());
});
