// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { describeImport, type ImportState, ImportView, NO_IMPORT } from '@/components/library/import-view';
import { words } from './samples';

afterEach(cleanup);

const DONE: ImportState = {
  running: null,
  stopped: 0,
  files: [
    {
      key: 0,
      name: '日报.md',
      outcome: {
        kind: 'done',
        added: 9,
        merged: 1,
        reportId: '2026-11-20|示例日报',
        date: '2026-11-20',
        skipped: [{ line: 12, reason: '没有标题' }],
      },
    },
    {
      key: 1,
      name: '日报.md',
      outcome: { kind: 'done', added: 0, merged: 0, reportId: '2026-11-20|示例日报', date: '2026-11-20', skipped: [] },
    },
    { key: 2, name: '坏.bin', outcome: { kind: 'failed', message: '坏.bin 第 3 行不是 UTF-8 文本。' } },
  ],
};

function show(state: ImportState, papers = 0) {
  const on = { onChoose: vi.fn(), onStop: vi.fn(), onBackup: vi.fn() };
  render(<ImportView state={state} counts={{ papers, analyses: 1, reports: 1, saved: 0 }} words={words} {...on} />);
  return on;
}

describe('ImportView', () => {
  test('sums an import up where screen readers hear it', () => {
    show(DONE);
    expect(screen.getByRole('status').textContent).toBe(
      '导入完成：3 个文件，新增 9 篇，合并 1 篇，跳过 1 处，失败 1 个。',
    );
  });

  test('says of each file what became of it, where it was skipped and why, and leads to its report, the failed ones first', () => {
    show(DONE);
    const [failed, first, second] = within(screen.getByRole('list', { name: '各个文件的结果' }))
      .getAllByRole('listitem')
      .filter((item) => item.parentElement?.getAttribute('aria-label'));
    expect(first?.textContent).toContain('新增 9 篇 · 合并 1 篇 · 跳过 1 处');
    expect(first?.textContent).toContain('第 12 行：没有标题');
    expect(first?.querySelector('a')?.getAttribute('href')).toBe(
      '#/report/2026-11-20?report=2026-11-20%7C%E7%A4%BA%E4%BE%8B%E6%97%A5%E6%8A%A5',
    );
    expect(second?.textContent).toContain('没有变化');
    expect(failed?.textContent).toContain('坏.bin 第 3 行不是 UTF-8 文本。');
    expect(failed?.querySelector('a')).toBeNull();
  });

  test('shows how far it is, and stops when told to', () => {
    const { onStop } = show({ ...NO_IMPORT, running: { name: 'b.md', share: 0.5, done: 1, total: 4 } });
    expect(screen.getByText('正在导入 2/4：b.md')).toBeTruthy();
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(1.5);
    expect(screen.getByRole('status').textContent).toBe('');
    fireEvent.click(screen.getByRole('button', { name: '停止' }));
    expect(onStop).toHaveBeenCalledOnce();
  });

  test('offers a backup of a library that holds something', () => {
    const { onBackup } = show(NO_IMPORT, 15);
    fireEvent.click(screen.getByRole('button', { name: '备份整个论文库' }));
    expect(onBackup).toHaveBeenCalledOnce();
    cleanup();
    show(NO_IMPORT, 0);
    expect(screen.queryByRole('button', { name: '备份整个论文库' })).toBeNull();
  });
});

describe('describeImport', () => {
  test.each<[string, ImportState, string]>([
    ['nothing before anything was imported', NO_IMPORT, ''],
    ['nothing while it runs', { ...DONE, running: { name: 'a', share: 0, done: 0, total: 1 } }, ''],
    ['what was left', { ...NO_IMPORT, stopped: 2 }, '其余 2 个文件没有导入'],
  ])('says %s', (_, state, text) => {
    const said = describeImport(state, words);
    if (text === '') expect(said).toBe('');
    else expect(said).toContain(text);
  });
});
