// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Panel, type PanelContent } from '@/components/panel/panel';
import { AppError } from '@/core/errors';
import type { Guide } from '@/core/guide/guide';
import type { JobView } from '@/core/jobs/view';
import type { Tree } from '@/core/render/tree';
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
    const findings = { quoted: false, items: [{ lang: 'zh' as const, body: ['零样本最佳。'], sentence: null }] };
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
    expect(items.map((one) => one.textContent)).toEqual(['微信文本', '富文本（飞书、Word）', 'Markdown', 'BibTeX']);
    expect(focused()).toBe('微信文本');
    for (const [key, at] of [
      ['ArrowUp', 'BibTeX'],
      ['ArrowDown', '微信文本'],
      ['End', 'BibTeX'],
      ['Home', '微信文本'],
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

  test('says what is to be looked at before the paper is cited', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    actions.cite.mockResolvedValue({ text: 'x', html: '', note: '引用前请核对正式版本。' });
    show(makeContent());
    openMenu();
    fireEvent.click(screen.getByRole('menuitem', { name: 'BibTeX' }));
    await screen.findByText('已复制。引用前请核对正式版本。');
  });

  test('offers what its place has beside that', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const moreCopies = [{ label: '引文', copy: () => Promise.resolve({ text: 'cited', html: '', note: '' }) }];
    render(<Panel content={makeContent()} actions={{ ...actions, moreCopies }} retired={false} />);
    openMenu();
    fireEvent.click(screen.getByRole('menuitem', { name: '引文' }));
    await screen.findByText('已复制');
    expect(writeText).toHaveBeenCalledExactlyOnceWith('cited');
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

const running = (change: Partial<JobView> = {}): JobView => ({
  state: 'running',
  line: '正在写解读 · 据全文 · some-model',
  guide: null,
  ...change,
});

describe('生成解读', () => {
  const written: Guide = { ...GUIDE, key: 'new', gist: '刚写好的一句话。', sections: GUIDE.sections.slice(0, 1) };

  test.each([
    ['生成解读', []],
    ['重新生成', [GUIDE]],
  ])('is offered as %s, with what it will cost', (name, guides) => {
    show(makeContent({ guides, estimate: '约 0.02 元，约 18,500 tokens' }));
    const write = screen.getByRole('button', { name: new RegExp(name) });
    expect(write.title).toBe('约 0.02 元，约 18,500 tokens');
    fireEvent.click(write);
    expect(actions.writing.write).toHaveBeenCalledOnce();
  });

  test('is not offered where nothing can be written', () => {
    render(<Panel content={makeContent({ guides: [] })} actions={{ ...actions, writing: null }} retired={false} />);
    expect(screen.queryByRole('button', { name: '生成解读' })).toBeNull();
  });

  test('says what is being done and can be stopped', () => {
    show(makeContent({ guides: [], job: running() }));
    expect(screen.getAllByRole('status')[0]?.textContent).toBe('正在写解读 · 据全文 · some-model');
    expect(names()).toEqual(['停止']);
    fireEvent.click(button('停止'));
    expect(actions.writing.stop).toHaveBeenCalledOnce();
  });

  test('shows part by part what is written; finished parts stay the same nodes', () => {
    const { rerender } = show(makeContent({ guides: [], job: running({ guide: written }) }));
    const first = screen.getByText('玻璃会折射光。');
    const more = { ...written, sections: GUIDE.sections.slice(0, 3) };
    rerender(
      <Panel content={makeContent({ guides: [], job: running({ guide: more }) })} actions={actions} retired={false} />,
    );
    expect(screen.getByText('玻璃会折射光。')).toBe(first);
    expect(screen.getByText('合成视频')).toBeTruthy();
  });

  test('keeps what was just written in sight, in full, beside older ones', () => {
    const { rerender } = show(makeContent({ job: running({ guide: written }) }));
    rerender(<Panel content={makeContent({ guides: [GUIDE, written] })} actions={actions} retired={false} />);
    expect(screen.getByText('刚写好的一句话。')).toBeTruthy();
    expect(screen.getByText('玻璃会折射光。')).toBeTruthy();
    expect(screen.getByRole('combobox')).toHaveProperty('value', 'new');
  });

  test('goes back to what there was when it was stopped', () => {
    const { rerender } = show(makeContent({ job: running({ guide: written }) }));
    rerender(<Panel content={makeContent()} actions={actions} retired={false} />);
    expect(screen.getByText(GUIDE.gist)).toBeTruthy();
  });

  test.each([[[]], [[GUIDE]]])('says why it failed and can be asked for again', (guides) => {
    show(makeContent({ guides, job: { state: 'failed', line: '密钥不对。', guide: null } }));
    expect(screen.getByText('密钥不对。').getAttribute('role')).toBe('status');
    expect(button(guides.length > 0 ? '重新生成' : '生成解读')).toBeTruthy();
  });

  test('says so when it could not even begin', async () => {
    actions.writing.write.mockRejectedValue(new AppError('storage-full', '磁盘空间不够。'));
    show(makeContent({ guides: [] }));
    fireEvent.click(button('生成解读'));
    await screen.findByText('磁盘空间不够。');
  });
});

const number = (value: string, title: string): Tree => ['data', { value, title }, '91.5%'];
const withNumber = (tree: Tree, numbers: Guide['numbers']): Guide => ({
  ...GUIDE,
  sections: [{ part: 'results', title: '', inferred: false, body: [['p', null, '达到 ', tree, '。']] }],
  numbers,
});

describe('数字核对', () => {
  test('leads from a number that was found to its sentence, by pointer and by keyboard', () => {
    const tree = number('found', 'It reaches 91.5%.');
    show(makeContent({ height: 'full', guides: [withNumber(tree, { text: 'abstract', found: 1, absent: 2 })] }));
    const mark = screen.getByText('91.5%');
    const data = mark.closest('data');
    expect(data?.tabIndex).toBe(0);
    fireEvent.mouseOver(mark);
    expect(actions.highlight).toHaveBeenLastCalledWith('It reaches 91.5%.');
    if (data) fireEvent.focusOut(data);
    expect(actions.highlight).toHaveBeenLastCalledWith(null);
  });

  test('does not stop the keyboard at a number that was not found', () => {
    show(makeContent({ height: 'full', guides: [withNumber(number('absent', '摘要中没有'), null)] }));
    expect(screen.getByText('91.5%').closest('data')?.hasAttribute('tabindex')).toBe(false);
  });

  test('counts what was found in the abstract, and offers the full text', () => {
    show(makeContent({ height: 'full', guides: [withNumber('', { text: 'abstract', found: 3, absent: 2 })] }));
    expect(screen.getByText(/数字 3 个见于摘要，2 个摘要中没有/)).toBeTruthy();
    fireEvent.click(button('核对全文'));
    expect(actions.writing.check).toHaveBeenCalledExactlyOnceWith('a');
  });

  test('speaks of not found in the full text only where that was searched, and offers nothing more', () => {
    show(makeContent({ height: 'full', guides: [withNumber('', { text: 'full', found: 4, absent: 1 })] }));
    expect(screen.getByText(/数字 4 个见于全文，1 个全文未找到/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '核对全文' })).toBeNull();
  });
});
