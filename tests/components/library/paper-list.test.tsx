// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ListedPaper } from '@/components/library/listed-paper';
import { PaperList } from '@/components/library/paper-list';
import type { Status } from '@/core/status';
import { parseQuery } from '@/core/search/query';
import { listed, own, views, words } from './samples';

afterEach(cleanup);

function show(
  papers: ListedPaper[],
  { typed = '', currentId = null as string | null, selected = [] as string[], known = papers.length } = {},
) {
  const actions = { onSave: vi.fn(), onDismiss: vi.fn(), onStatus: vi.fn(), onSelect: vi.fn(), readWhy: vi.fn() };
  const onSight = vi.fn<(ids: string[]) => void>();
  const draw = (now: { currentId: string | null; known: number }) => (
    <PaperList
      ids={papers.map(({ id }) => id)}
      rows={new Map(papers.slice(0, now.known).map((paper) => [paper.id, paper]))}
      currentId={now.currentId}
      selectedIds={new Set(selected)}
      query={parseQuery(typed).words}
      words={words}
      own={own}
      views={views}
      actions={actions}
      hrefOf={(id) => `#/paper/${id}`}
      onSight={onSight}
    />
  );
  const view = render(draw({ currentId, known }));
  const redraw = (changes: { currentId?: string; known?: number }) =>
    view.rerender(draw({ currentId, known, ...changes }));
  return { ...view, redraw, actions, onSight };
}

const rowOf = (id: string) => document.querySelector<HTMLElement>(`.item[data-id="${id}"]`);
const marked = (root: ParentNode) => Array.from(root.querySelectorAll('mark'), (mark) => mark.textContent);

describe('PaperList', () => {
  test('gives each paper its title as a link, its Chinese gist, its authors and what the analysis rests on', () => {
    show([listed({ basisStated: false, tags: ['注意力'] })]);
    const row = screen.getByRole('listitem');
    const link = within(row).getByRole('link', { name: 'Attention Is All You Need' });
    expect(link.getAttribute('href')).toBe('#/paper/1706.03762');
    expect(link.getAttribute('lang')).toBe('en');
    expect(row.textContent).toContain('只用注意力做序列转换');
    expect(row.textContent).toContain('1706.03762v5');
    expect(row.textContent).toContain('Ashish Vaswani 等 3 人');
    expect(row.textContent).toContain('#注意力');
    expect(within(row).getByText('全文解读').title).toBe('据格式推测为全文解读');
  });

  test.each<[Partial<ListedPaper>, string]>([
    [{ basis: null }, '暂无解读'],
    [{ basis: 'abstract' }, '仅据摘要'],
    [{ basis: 'unknown' }, '依据未知'],
    [{ basis: 'full' }, '全文解读'],
    [{ seen: true }, '看过'],
    [{ seenBefore: '6 月 19 日出现过' }, '6 月 19 日出现过'],
    [{ gone: true }, '已取出'],
    [{ authors: ['A', 'B'] }, 'A, B'],
  ])('says of %j: %s', (changes, text) => {
    show([listed(changes)]);
    expect(screen.getByText(text)).toBeTruthy();
  });

  test.each<[Partial<ListedPaper>, string, string]>([
    [{ basis: null, failed: true }, '暂无解读', '来源在解读的位置给出的文字不是解读，点开可以看到原文'],
    [{ basis: null }, '暂无解读', ''],
    [{ basis: 'full' }, '全文解读', ''],
  ])('says why of %j where there is something to say', (changes, text, hint) => {
    show([listed(changes)]);
    expect(screen.getByText(text).title).toBe(hint);
  });

  test('marks what was searched for, and nothing when nothing is', () => {
    expect(marked(show([listed()], { typed: 'ATTENTION 注意力' }).container)).toEqual(['Attention', '注意力']);
    cleanup();
    expect(marked(show([listed()]).container)).toEqual([]);
  });

  test('shows where a hit stands that the row does not show', () => {
    const { container } = show(
      [listed({ texts: ['', '前面有很多字。'.repeat(10) + '其中提到了残差连接，后面还有。'] })],
      {
        typed: '残差',
      },
    );
    const snippet = container.querySelector('.snippet');
    expect(snippet?.textContent).toContain('提到了残差连接');
    expect(marked(container)).toEqual(['残差']);
  });

  test('draws formulas in titles, and marks what is found across them', async () => {
    const { container } = show([listed({ title: 'G$^2$VLM', gist: '' })]);
    await waitFor(() => expect(container.querySelector('h3 math')).toBeTruthy());
    cleanup();
    expect(marked(show([listed({ title: 'G$^2$VLM' })], { typed: 'g2vlm' }).container)).toEqual(['G2VLM']);
  });

  test('takes hostile titles and searches as text', () => {
    const title = '<img src=x onerror=alert(1)> & </h3>';
    const { container } = show([listed({ title })], { typed: '<img' });
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('link').textContent).toBe(title);
    expect(marked(container)).toEqual(['img']);
  });

  test('saves by the star, selects by the box, and a stretch with shift', () => {
    const { actions } = show([listed(), listed({ id: '2512.23705', saved: true })]);
    for (const star of screen.getAllByRole('button', { name: '收藏' })) fireEvent.click(star);
    expect(actions.onSave.mock.calls).toEqual([
      ['1706.03762', true],
      ['2512.23705', false],
    ]);
    fireEvent.click(screen.getByRole('checkbox', { name: '选中 1706.03762' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '选中 2512.23705' }), { shiftKey: true });
    expect(actions.onSelect.mock.calls).toEqual([
      ['1706.03762', false],
      ['2512.23705', true],
    ]);
  });

  test('dismisses by a button that stays where it is and takes that back, and fades what is dismissed', () => {
    const { actions } = show([listed(), listed({ id: '2512.23705', title: 'Other', dismissed: true })]);
    const [first, second] = screen.getAllByRole('listitem');
    expect(first?.className).toBe('item');
    expect(second?.className).toBe('item dismissed');
    fireEvent.click(screen.getByRole('button', { name: '不感兴趣：Attention Is All You Need', pressed: false }));
    const pressed = screen.getByRole('button', { name: '不感兴趣：Other', pressed: true });
    expect([pressed.textContent, pressed.title]).toEqual(['不感兴趣', '取消不感兴趣']);
    fireEvent.click(pressed);
    expect(actions.onDismiss.mock.calls).toEqual([
      ['1706.03762', true],
      ['2512.23705', false],
    ]);
    expect(actions.onSave).not.toHaveBeenCalled();
  });

  test('does not ask whether a saved paper is wanted', () => {
    show([listed({ saved: true })]);
    expect(screen.queryByRole('button', { name: /不感兴趣/ })).toBeNull();
  });

  test('says which paper is open and which are selected', () => {
    show([listed(), listed({ id: '2512.23705' })], { currentId: '2512.23705', selected: ['1706.03762'] });
    const [first, second] = screen.getAllByRole('listitem');
    expect(first?.querySelector('[aria-current]')).toBeNull();
    expect(second?.querySelector('a')?.getAttribute('aria-current')).toBe('true');
    expect(screen.getAllByRole<HTMLInputElement>('checkbox').map((box) => box.checked)).toEqual([true, false]);
  });

  test('of a long list draws the rows in sight and the one that is open, and says where they stand in it', () => {
    const papers = Array.from({ length: 100_000 }, (_, index) =>
      listed({ id: `${2401 + Math.floor(index / 50_000)}.${10_000 + (index % 50_000)}` }),
    );
    const { onSight } = show(papers, { currentId: papers[70_005]?.id ?? null });
    const drawn = screen.getAllByRole('listitem');
    expect(drawn.length).toBeLessThan(60);
    const places = drawn.map((row) => [row.getAttribute('aria-posinset'), row.getAttribute('aria-setsize')]);
    expect(places[0]).toEqual(['1', '100000']);
    expect(places.at(-1)?.[0]).toBe('70010');
    expect(document.querySelector('.item.on')?.getAttribute('data-id')).toBe(papers[70_005]?.id);
    expect(onSight.mock.lastCall?.[0]).toEqual(drawn.map((row) => row.getAttribute('data-id')));
  });

  test('keeps the room of rows that it does not draw', () => {
    const papers = Array.from({ length: 1_000 }, (_, index) => listed({ id: `2401.${10_000 + index}` }));
    const { container } = show(papers);
    const drawn = screen.getAllByRole('listitem').length;
    const rooms = Array.from(container.querySelectorAll<HTMLElement>('.room'), (room) =>
      Number.parseFloat(room.style.height),
    );
    expect(rooms).toEqual([(1_000 - drawn) * 92]);
  });

  test('measures its first rows once they are there, and keeps room by them', async () => {
    // Rows stand below each other and are 50 pixels high, where the estimate says 92.
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function rect(this: Element) {
      const at = Number(this.getAttribute('aria-posinset'));
      return at > 0 ? new DOMRect(0, (at - 1) * 50, 400, 50) : new DOMRect(0, 0, 400, 50_000);
    });
    const { container } = show(Array.from({ length: 1_000 }, (_, index) => listed({ id: `2401.${10_000 + index}` })));
    await waitFor(() => {
      const drawn = screen.getAllByRole('listitem').length;
      const rooms = Array.from(container.querySelectorAll<HTMLElement>('.room'), (room) => room.style.height);
      expect(rooms).toEqual([`${(1_000 - drawn) * 50}px`]);
    });
    vi.restoreAllMocks();
  });

  test('draws a list of two hundred whole, and rows that are not read yet as waiting', () => {
    const papers = Array.from({ length: 200 }, (_, index) => listed({ id: `2401.${10_000 + index}` }));
    show(papers, { known: 100 });
    expect(screen.getAllByRole('listitem')).toHaveLength(200);
    expect(document.querySelectorAll('.item[aria-busy=true]')).toHaveLength(100);
  });

  test('leaves the focus on a row that is read only then', () => {
    const papers = ['2401.10001', '2401.10002'].map((id) => listed({ id }));
    const { redraw } = show(papers, { known: 0 });
    rowOf('2401.10002')?.focus();
    redraw({ known: 2 });
    expect(rowOf('2401.10002')?.classList.contains('waiting')).toBe(false);
    expect(document.activeElement).toBe(rowOf('2401.10002'));
  });

  test('leaves the focus on a row while others are drawn around it', () => {
    const papers = Array.from({ length: 1_000 }, (_, index) => listed({ id: `2401.${10_000 + index}` }));
    const { redraw } = show(papers, { currentId: '2401.10449' });
    rowOf('2401.10450')?.focus();
    for (const at of [10_450, 10_459, 10_460, 10_450]) {
      redraw({ currentId: `2401.${at}` });
      expect(document.activeElement).toBe(rowOf('2401.10450'));
    }
  });

  test.each<[Partial<ListedPaper>, string, Status | null]>([
    [{ status: null }, '状态 无', 'to-read'],
    [{ status: 'to-read' }, '状态 待读', 'reading'],
    [{ status: 'reading' }, '状态 在读', 'read'],
    [{ status: 'read' }, '状态 已读', null],
  ])('leads a saved paper of %j on to the next status', (changes, name, next) => {
    const { actions } = show([listed({ saved: true, ...changes })]);
    fireEvent.click(screen.getByRole('button', { name: `Attention Is All You Need：${name}` }));
    expect(actions.onStatus.mock.calls).toEqual([['1706.03762', next]]);
  });

  test('has no status for what is not saved', () => {
    show([listed({ status: 'read' })]);
    expect(screen.queryByRole('button', { name: /状态/ })).toBeNull();
  });
});
