// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ImportedFile } from '@/components/library/import-results';
import { describeImport } from '@/components/library/import-sentence';
import { type ImportState, ImportView, NO_IMPORT } from '@/components/library/import-view';
import type { FileOutcome } from '@/core/library/import-account';
import { listWords } from '@/core/words/lists';
import { words } from './samples';

afterEach(cleanup);

const NEW_DAY: FileOutcome = {
  kind: 'done',
  added: 9,
  merged: 1,
  reportId: '2026-11-20|示例日报',
  date: '2026-11-20',
  skipped: [{ line: 12, reason: '没有标题' }],
};
const SAME_DAY: FileOutcome = { ...NEW_DAY, added: 0, merged: 0, skipped: [] };
const LIBRARY: FileOutcome = { ...SAME_DAY, reportId: null, date: null };
const BINARY: FileOutcome = { kind: 'failed', code: 'not-utf8', message: '坏.bin 第 3 行不是 UTF-8 文本。' };
const BROKEN: FileOutcome = { kind: 'failed', code: 'zip-broken', message: '坏.zip 不完整。' };
const FULL: FileOutcome = { kind: 'failed', code: 'storage-full', message: '磁盘空间不够。' };
const DIED: FileOutcome = { kind: 'failed', code: 'import-died', message: '导入程序中断。' };

function stateOf(...outcomes: FileOutcome[]): ImportState {
  const files = outcomes.map((outcome, key): ImportedFile => ({ key, name: `文件 ${key}.md`, outcome }));
  return { ...NO_IMPORT, files };
}

const times = (count: number, outcome: FileOutcome) => Array.from({ length: count }, () => outcome);

type Broken = { name: string; file: string; count: number };

function show(state: ImportState, broken: Broken[] = []) {
  const on = { onChoose: vi.fn(), onFolder: vi.fn(), onStop: vi.fn(), onText: vi.fn(), onForget: vi.fn() };
  const props = { state, words, broken, language: 'zh', listWords: listWords.zh, asking: '' } as const;
  render(<ImportView {...props} {...on} />);
  return on;
}

/** The items of the list that is shown, without those inside of them. */
function listedFiles(): HTMLElement[] {
  const list = screen.queryByRole('list', { name: '各个文件的结果' });
  return list
    ? within(list)
        .getAllByRole('listitem')
        .filter((item) => item.parentElement === list)
    : [];
}

async function unfold(title: string): Promise<HTMLElement> {
  const fold = screen.getByText(title).closest('details');
  if (!fold) throw new Error('nothing is folded');
  await act(() => {
    fold.open = true;
  });
  return fold;
}

describe('ImportView', () => {
  test('takes what is pasted, once there is something', () => {
    const { onText } = show(NO_IMPORT);
    const button = screen.getByRole<HTMLButtonElement>('button', { name: '导入这些论文' });
    expect(button.disabled).toBe(true);
    fireEvent.input(screen.getByLabelText(/粘贴编号/), { target: { value: '1706.03762' } });
    fireEvent.click(button);
    expect(onText).toHaveBeenCalledExactlyOnceWith('1706.03762');
    expect(screen.getByLabelText<HTMLTextAreaElement>(/粘贴编号/).value).toBe('');
  });

  test('tells of imports that ended with their page, until that was read', () => {
    const { onForget } = show(NO_IMPORT, [
      { name: '1', file: '一年.zip', count: 1 },
      { name: '2', file: '日报/1.md', count: 30 },
    ]);
    expect(screen.getByText(/^“一年\.zip”上次没有导入完/).textContent).toContain('再导入一次同样的文件');
    expect(screen.getByText(/^“日报\/1\.md”等 30 个文件上次没有导入完/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '知道了' }));
    expect(onForget).toHaveBeenCalledOnce();
  });

  test('says nothing of imports that have ended', () => {
    show(NO_IMPORT);
    expect(screen.queryByRole('button', { name: '知道了' })).toBeNull();
  });

  test('sums an import up where screen readers hear it', () => {
    show(stateOf(NEW_DAY, SAME_DAY, BINARY));
    expect(screen.getByRole('status').textContent).toBe(
      '导入完成：新增 9 篇 · 合并 1 篇 · 3 天中 1 天导入 · 1 天没有变化 · 跳过 1 处 · 1 个文件失败（不是 UTF-8 文本）。',
    );
  });

  test('says of each file what became of it, where it was skipped and why, and leads to its report, the failed ones first', () => {
    show(stateOf(NEW_DAY, SAME_DAY, BINARY));
    const [failed, first, second] = listedFiles();
    expect(first?.textContent).toContain('新增 9 篇 · 合并 1 篇 · 跳过 1 处');
    expect(first?.textContent).toContain('第 12 行：没有标题');
    expect(first?.querySelector('a')?.getAttribute('href')).toBe(
      '#/report/2026-11-20?report=2026-11-20%7C%E7%A4%BA%E4%BE%8B%E6%97%A5%E6%8A%A5',
    );
    expect(second?.textContent).toContain('没有变化');
    expect(failed?.textContent).toContain('坏.bin 第 3 行不是 UTF-8 文本。');
    expect(failed?.querySelector('a')).toBeNull();
  });

  test('folds the files of a long import, but for a few that failed', () => {
    show(stateOf(...times(20, NEW_DAY), BINARY));
    expect(listedFiles().map((item) => item.textContent)).toEqual(['文件 20.md坏.bin 第 3 行不是 UTF-8 文本。']);
    expect(screen.getByText('20 个文件已读')).toBeTruthy();
  });

  test('folds failures when they are many, and shows them when asked', async () => {
    show(stateOf(...times(8, NEW_DAY), ...times(8, BINARY)));
    expect(listedFiles()).toEqual([]);
    await unfold('8 个文件失败');
    expect(listedFiles()).toHaveLength(8);
  });

  test('tells what was left out, and why', async () => {
    const skipped = [
      { name: '日报/封面.png', reason: 'kind' as const },
      { name: '日报/README.md', reason: 'page' as const },
      { name: '日报/', reason: 'folder' as const },
    ];
    show({ ...stateOf(NEW_DAY), skipped });
    const fold = await unfold('另有 2 个文件不是日报，已略过');
    expect(
      within(fold)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['别的类型的文件 1 个：日报/封面.png', '说明或目录页 1 个：日报/README.md', '文件夹条目 1 个：日报/']);
  });

  test('shows how far it is, and stops when told to', () => {
    const running = { name: 'b.md', share: 0.5, done: 120, total: 280, papers: 1180 };
    const { onStop } = show({ ...NO_IMPORT, running });
    expect(screen.getByText('文件 120/280 · 论文 1,180')).toBeTruthy();
    expect(screen.getByText('b.md')).toBeTruthy();
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(120.5);
    expect(screen.getByRole('status').textContent).toBe('');
    fireEvent.click(screen.getByRole('button', { name: '停止' }));
    expect(onStop).toHaveBeenCalledOnce();
  });

  test('lists only what went wrong while it runs', () => {
    const running = { name: 'b.md', share: 0, done: 2, total: 4, papers: 10 };
    show({ ...stateOf(NEW_DAY, BINARY), running });
    expect(listedFiles().map((item) => item.textContent)).toEqual(['文件 1.md坏.bin 第 3 行不是 UTF-8 文本。']);
  });

  test('does not say how far it is before it knows how many there are', () => {
    show({ ...NO_IMPORT, running: { name: '', share: 0, done: 0, total: null, papers: 0 } });
    expect(screen.getByText('正在查看有哪些文件')).toBeTruthy();
  });

  test('takes a folder', () => {
    const { onFolder, onChoose } = show(NO_IMPORT);
    const field = screen.getByLabelText<HTMLInputElement>('选择文件夹');
    const files = [new File(['a'], 'a.md')];
    Object.defineProperty(field, 'files', { value: files });
    fireEvent.change(field);
    expect(onFolder).toHaveBeenCalledExactlyOnceWith(files);
    expect(onChoose).not.toHaveBeenCalled();
  });
});

describe('describeImport', () => {
  const running = { name: 'a', share: 0, done: 0, total: 1, papers: 0 };
  test.each<[string, ImportState, string]>([
    ['nothing before anything was imported', NO_IMPORT, ''],
    ['nothing while it runs', { ...stateOf(NEW_DAY), running }, ''],
    ['what one file brought', stateOf(NEW_DAY), '导入完成：新增 9 篇 · 合并 1 篇 · 跳过 1 处。'],
    ['that one file changed nothing', stateOf(SAME_DAY), '导入完成：1 天没有变化。'],
    ['files where not all are days', stateOf(NEW_DAY, LIBRARY), '2 个文件中 1 个导入 · 1 个文件没有变化'],
    [
      'reasons, the most frequent first',
      stateOf(BROKEN, BINARY, BINARY),
      '3 个文件失败（不是 UTF-8 文本 2 个，压缩包不完整或已损坏 1 个）',
    ],
    [
      'that it was stopped, what came before and what was left',
      { ...stateOf(NEW_DAY), stopped: 2 },
      '导入已停止：新增 9 篇 · 合并 1 篇 · 跳过 1 处。其余 2 个文件没有导入。',
    ],
    ['that it was stopped before anything came', { ...NO_IMPORT, stopped: 1 }, '导入已停止。其余 1 个文件没有导入。'],
    ['that it broke off with its last file', stateOf(DIED), '导入已停止：1 个文件失败（导入程序中断）。'],
    [
      'that the disk is full',
      { ...stateOf(NEW_DAY, FULL), stopped: 7 },
      '导入已停止：新增 9 篇 · 合并 1 篇 · 2 天中 1 天导入 · 跳过 1 处 · 1 个文件失败（磁盘空间不够）。其余 7 个文件没有导入。论文库没有受影响，仍可阅读和导出。',
    ],
    [
      'that there was no report',
      { ...NO_IMPORT, skipped: [{ name: 'a.png', reason: 'kind' }] },
      '导入完成：没有找到日报。',
    ],
  ])('says %s', (_, state, text) => {
    const said = describeImport(state, words, 'zh');
    if (text === '') expect(said).toBe('');
    else expect(said).toContain(text);
  });
});
