// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Panel, type PanelContent } from '@/components/panel/panel';
import { panelWords } from '@/core/words/panel';
import { GUIDE, makeActions, makeContent, makeData, OUTLINE } from './fixtures';

let actions: ReturnType<typeof makeActions>;

beforeEach(() => {
  actions = makeActions();
  vi.spyOn(console, 'error').mockReturnValue();
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(content: PanelContent, retired = false) {
  return render(<Panel content={content} actions={actions} retired={retired} />);
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const names = () => screen.getAllByRole('button').map((one) => one.textContent?.trim());

const openMenu = () => {
  const opener = button('复制为');
  opener.focus();
  fireEvent.click(opener);
  return within(screen.getByRole('menu')).getAllByRole('menuitem');
};

const focused = () => document.activeElement?.textContent;

const empty = (outlineOpen: boolean, given = false): PanelContent => ({
  kind: 'ready',
  data: makeData({ guides: [], outlineOpen }),
  shownVersion: null,
  outline: given ? OUTLINE : null,
});

describe('Panel in every state', () => {
  test.each<[string, PanelContent]>([
    ['loading', { kind: 'loading' }],
    ['error', { kind: 'error', message: '论文库读不出来。' }],
    ['outline', makeContent({ guides: [] })],
    ['one line', makeContent({ height: 'line' })],
    ['key points', makeContent()],
    ['full', makeContent({ height: 'full' })],
  ])('has one heading 导读 of level two: %s', (_name, content) => {
    show(content);
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual(['导读']);
  });

  test('says what went wrong, in the sentence it was given', () => {
    show({ kind: 'error', message: '论文库读不出来。' });
    expect(screen.getByRole('alert').textContent).toBe('论文库读不出来。');
  });

  test('says what is safe and what to do when nobody gave a sentence', () => {
    show({ kind: 'error', message: null });
    expect(screen.getByRole('alert').textContent).toMatch(/没有受影响.*刷新/);
  });

  test('speaks English when chosen, and keeps the guide’s own language apart', () => {
    const { container } = show(makeContent({ words: panelWords.en }));
    expect(button('Full').closest('[lang]')?.getAttribute('lang')).toBe('en');
    expect(container.querySelector('.gist')?.getAttribute('lang')).toBe('zh-CN');
  });
});

describe('Panel with a guide', () => {
  test.each([
    ['line', ['要点 ▾', '全文 ▾']],
    ['brief', ['一行 ▴', '全文 ▾']],
    ['full', ['一行 ▴', '要点 ▴']],
  ] as const)('offers the other heights: %s', (height, others) => {
    show(makeContent({ height }));
    expect(names().slice(-2)).toEqual(others);
  });

  test('changes its height, tells so, and keeps the focus on the button', () => {
    show(makeContent());
    const full = button('全文');
    full.focus();
    fireEvent.click(full);
    expect(actions.setHeight).toHaveBeenCalledExactlyOnceWith('full');
    expect(screen.getByText('玻璃会折射光。')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('要点 ▴');
  });

  test('shows one line: the gist and no part', () => {
    show(makeContent({ height: 'line' }));
    expect(screen.getByText(GUIDE.gist)).toBeTruthy();
    expect(screen.queryByText('问题')).toBeNull();
  });

  test('shows the key points, one line each', () => {
    show(makeContent());
    expect(screen.getAllByRole('term').map((one) => one.textContent)).toEqual(['问题', '方法', '结果']);
    expect(screen.queryByText('玻璃会折射光。')).toBeNull();
  });

  test('labels neighbours of one part once, under the source’s own headings', () => {
    show(makeContent({ height: 'full' }));
    expect(screen.getAllByRole('term').map((one) => one.textContent)).toEqual(['问题', '方法', '局限', '其他']);
    expect(screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual([
      '1. 研究问题：',
      '2. 方法：',
      '3. 数据：',
      '4. 局限：',
      '原文关键句',
    ]);
  });

  test('says 模型推断 where the text infers, and only there', () => {
    show(makeContent({ height: 'full' }));
    const badges = screen.getAllByText('模型推断');
    expect(badges.map((one) => one.closest('section')?.querySelector('h3')?.textContent)).toEqual(['4. 局限：']);
  });

  test.each([
    ['full', true, '据全文'],
    ['full', false, '据格式推测为全文'],
    ['abstract', true, '仅据摘要'],
    ['unknown', false, '依据未知'],
  ] as const)('names its basis: %s, stated %s', (basis, basisStated, word) => {
    show(makeContent({ guides: [{ ...GUIDE, basis, basisStated }] }));
    expect(screen.getByText(word)).toBeTruthy();
  });

  test.each([
    [1, 3, '解读的是 v1，本页是 v3'],
    [2, 1, '解读的是 v2，本页是 v1'],
    [1, 1, null],
    [null, 3, null],
    [1, null, null],
  ])('compares versions: read v%s, shown v%s', (version, shown, words) => {
    show(makeContent({ guides: [{ ...GUIDE, version }] }, shown));
    expect(screen.queryByText(/^解读的是/)?.textContent ?? null).toBe(words);
  });

  test('switches between several analyses and has no switch for one', () => {
    const other = { ...GUIDE, key: 'b', source: '每周论文', gist: '另一句话。' };
    show(makeContent({ guides: [GUIDE, other] }));
    fireEvent.change(screen.getByRole('combobox', { name: '解读来源' }), { target: { value: 'b' } });
    expect(screen.getByText('另一句话。')).toBeTruthy();
    cleanup();
    show(makeContent());
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  test('marks a key sentence on the page while it is pointed at or focused', () => {
    show(makeContent({ height: 'full' }));
    const item = screen.getByText('We propose a model.');
    fireEvent.mouseEnter(item);
    fireEvent.mouseLeave(item);
    fireEvent.focus(item);
    fireEvent.blur(item);
    expect(actions.highlight.mock.calls).toEqual([['We propose a model.'], [null], ['We propose a model.'], [null]]);
    expect(item.getAttribute('lang')).toBe('en');
  });

  test('does not look for findings that are no sentences of the abstract', () => {
    const findings = { quoted: false, items: [{ lang: 'zh' as const, body: ['零样本最佳。'] }] };
    show(makeContent({ height: 'full', guides: [{ ...GUIDE, brief: [], findings }] }));
    const item = screen.getByText('零样本最佳。');
    fireEvent.mouseEnter(item);
    expect(screen.getByRole('heading', { name: '关键发现' })).toBeTruthy();
    expect(item.tabIndex).toBe(-1);
    expect(actions.highlight).not.toHaveBeenCalled();
  });
});

describe('★ 收藏', () => {
  test('turns at once and stays', async () => {
    show(makeContent());
    fireEvent.click(button(/收藏/));
    await waitFor(() => expect(button('已收藏').getAttribute('aria-pressed')).toBe('true'));
    expect(actions.save).toHaveBeenCalledExactlyOnceWith(true);
  });

  test('turns back and says so when it could not be saved', async () => {
    actions.save.mockRejectedValue(new Error('full'));
    show(makeContent());
    fireEvent.click(button(/收藏/));
    await screen.findByText('没有保存成功，请再点一次');
    expect(button('收藏').getAttribute('aria-pressed')).toBe('false');
  });

  test('follows a newer answer', () => {
    const { rerender } = show(makeContent());
    rerender(<Panel content={makeContent({ saved: true })} actions={actions} retired={false} />);
    expect(button('已收藏')).toBeTruthy();
  });
});

describe('复制为', () => {
  test('opens with the first format focused; arrows go round', () => {
    show(makeContent());
    const items = openMenu();
    expect(items.map((one) => one.textContent)).toEqual(['Markdown', '富文本', '纯文本', 'BibTeX']);
    expect(focused()).toBe('Markdown');
    for (const [key, at] of [
      ['ArrowUp', 'BibTeX'],
      ['ArrowDown', 'Markdown'],
      ['End', 'BibTeX'],
      ['Home', 'Markdown'],
    ] as const) {
      fireEvent.keyDown(document.activeElement ?? document.body, { key });
      expect(focused()).toBe(at);
    }
  });

  test('closes on Escape and gives the focus back', () => {
    show(makeContent());
    const [first] = openMenu();
    if (first) fireEvent.keyDown(first, { key: 'Escape' });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button('复制为'));
  });

  test('closes when the focus leaves', () => {
    show(makeContent());
    const [first] = openMenu();
    if (first) fireEvent.focusOut(first, { relatedTarget: document.body });
    expect(screen.queryByRole('menu')).toBeNull();
  });

  test('copies plain text for the analysis that is shown', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    show(makeContent());
    openMenu();
    fireEvent.click(screen.getByRole('menuitem', { name: 'BibTeX' }));
    await screen.findByText('已复制');
    expect(actions.cite).toHaveBeenCalledExactlyOnceWith('bibtex', 'a');
    expect(writeText).toHaveBeenCalledExactlyOnceWith('as bibtex');
  });

  test('says so when nothing was copied', async () => {
    actions.cite.mockRejectedValue(new Error('gone'));
    show(makeContent());
    openMenu();
    fireEvent.click(screen.getByRole('menuitem', { name: 'Markdown' }));
    await screen.findByText('没有复制成功，请再点一次');
  });
});

describe('Panel without a guide', () => {
  test('says so in one line and offers what there is', () => {
    show(empty(false));
    expect(screen.getByText('暂无中文解读')).toBeTruthy();
    expect(screen.getAllByRole('link').map((one) => one.getAttribute('href'))).toEqual([
      'https://papers.cool/arxiv/2512.23705',
      'https://www.alphaxiv.org/abs/2512.23705',
    ]);
    expect(button('英文提纲').getAttribute('aria-expanded')).toBe('false');
    expect(actions.readOutline).not.toHaveBeenCalled();
  });

  test('opens the outline on a click: roles in order, key sentences marked; remembered', async () => {
    show(empty(false));
    fireEvent.click(button('英文提纲'));
    await screen.findByText('Glass is hard.');
    expect(screen.getAllByRole('term').map((one) => one.textContent)).toEqual(['背景', '方法', '结果']);
    expect(screen.getAllByRole('definition')[0]?.textContent).toBe('Glass is hard.Light bends.');
    expect(screen.getByText('We propose a model.').tagName).toBe('MARK');
    expect(screen.getByText('It wins.').tagName).toBe('LI');
    expect(actions.setOutlineOpen).toHaveBeenCalledExactlyOnceWith(true);
  });

  test('closes again without asking a second time', async () => {
    show(empty(true, true));
    fireEvent.click(button('英文提纲'));
    await waitFor(() => expect(screen.queryByText('Glass is hard.')).toBeNull());
    expect(actions.setOutlineOpen).toHaveBeenCalledExactlyOnceWith(false);
    expect(actions.readOutline).not.toHaveBeenCalled();
  });

  test('says so when the outline could not be made', async () => {
    actions.readOutline.mockRejectedValue(new Error('no weights'));
    show(empty(false));
    fireEvent.click(button('英文提纲'));
    await screen.findByText('提纲没有做出来，请再点一次');
    expect(actions.setOutlineOpen).not.toHaveBeenCalled();
  });
});

describe('a retired panel', () => {
  test.each(['line', 'brief', 'full'] as const)('stays readable while its buttons say why they rest: %s', (height) => {
    show(makeContent({ height }), true);
    expect(screen.getByText(GUIDE.gist)).toBeTruthy();
    for (const one of screen.getAllByRole<HTMLButtonElement>('button')) {
      expect([one.disabled, one.title]).toEqual([true, '请刷新本页']);
    }
    expect(screen.getByRole('status').textContent).toBe('请刷新本页');
  });

  test('closes an open menu', () => {
    const { rerender } = show(makeContent());
    fireEvent.click(button('复制为'));
    rerender(<Panel content={makeContent()} actions={actions} retired />);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
