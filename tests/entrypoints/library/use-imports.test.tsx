// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '@/core/errors';
import { useImports } from '@/entrypoints/library/use-imports';
import type { ImportAll } from '@/storage/bulk-import';

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue(); // failed files are told there as well
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

type Round = Parameters<ImportAll>[1] & {
  names: string[];
  end: (halted: boolean, left: number) => void;
  fail: (cause: unknown) => void;
};

const file = (name: string) => ({ name, inFolder: false, file: new Blob([name]) });
const COUNTS = { added: 1, merged: 0, unchanged: false, skipped: [], papers: 3 };
const REPORT = { ...COUNTS, reportId: '2025-01-01|A', date: '2025-01-01' };

/** The hook over an importer that does only what a test says. */
function show() {
  const rounds: Round[] = [];
  const importGiven: ImportAll = (given, options) =>
    new Promise((resolve, reject) => {
      rounds.push({
        ...options,
        names: given.map(({ name }) => name),
        end: (halted, left) => resolve({ halted, left }),
        fail: reject,
      });
    });
  const { result } = renderHook(() => useImports('zh', importGiven));
  const round = (index: number): Round => {
    const found = rounds[index];
    if (!found) throw new Error(`There is no round ${index}`);
    return found;
  };
  return { result, rounds, round, settle: () => act(async () => Promise.resolve()) };
}

describe('useImports', () => {
  test('tells what runs, and then what became of each file', async () => {
    const { result, round, settle } = show();
    await act(() => result.current.add([file('a.md'), file('b.md')]));
    await act(() => round(0).onFound(2, [{ name: 'c.png', reason: 'kind' }]));
    expect(result.current.state.running).toMatchObject({ total: 2, done: 0 });
    await act(() => round(0).onEnd('a.md', REPORT));
    await act(() => round(0).onEnd('b.md', new AppError('not-utf8', 'a byte', { line: 4 })));
    round(0).end(false, 0);
    await settle();
    const { running, files, skipped, stopped } = result.current.state;
    expect(running).toBeNull();
    expect(skipped).toHaveLength(1);
    expect(stopped).toBe(0);
    expect(files.map(({ name }) => name)).toEqual(['a.md', 'b.md']);
    expect(files[1]?.outcome).toMatchObject({ kind: 'failed', code: 'not-utf8' });
    expect(JSON.stringify(files[1]?.outcome)).toContain('b.md 第 4 行不是 UTF-8 文本');
  });

  test('reads what is given meanwhile behind what it reads', async () => {
    const { result, rounds, round, settle } = show();
    await act(() => result.current.add([file('a.md')]));
    await act(() => result.current.add([file('b.md')]));
    expect(rounds).toHaveLength(1);
    round(0).end(false, 0);
    await settle();
    expect(round(1).names).toEqual(['b.md']);
  });

  test('stops what runs, and looks at nothing that was given behind it', async () => {
    const { result, rounds, round, settle } = show();
    await act(() => result.current.add([file('a.md')]));
    await act(() => result.current.add([file('b.md'), file('c.md')]));
    expect(round(0).signal.aborted).toBe(false);
    await act(() => result.current.stop());
    expect(round(0).signal.aborted).toBe(true);
    round(0).end(true, 1);
    await settle();
    expect(rounds).toHaveLength(1);
    expect(result.current.state).toMatchObject({ running: null, stopped: 3 });
  });

  test('tells of an import that broke off in a way nobody thought of, and takes the next', async () => {
    const { result, rounds, round, settle } = show();
    await act(() => result.current.add([file('a.md')]));
    round(0).fail(new Error('what?'));
    await settle();
    expect(result.current.state.files[0]).toMatchObject({ name: 'a.md', outcome: { kind: 'failed', code: 'unknown' } });
    expect(console.error).toHaveBeenCalledOnce();
    await act(() => result.current.add([file('b.md')]));
    expect(rounds).toHaveLength(2);
    expect(result.current.state.files).toEqual([]);
  });
});
