// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '@/core/errors';
import { createPanelActions, noteVisit, readContent } from '@/entrypoints/abs.content/content';
import type { GuideReply } from '@/messages/protocol';
import { GUIDE, makeData, OUTLINE } from '../components/panel/fixtures';

const ask = vi.hoisted(() => vi.fn<(name: string, request: unknown) => Promise<unknown>>());
vi.mock('@/messages/ask', () => ({ ask }));

const ID = { base: '2512.23705', version: null };
const drawing = { follow: vi.fn<() => void>(), refresh: vi.fn<() => Promise<void>>(() => Promise.resolve()) };
const reply = (change: Partial<GuideReply> = {}): GuideReply => ({
  ...makeData(),
  unread: false,
  position: 'above',
  theme: 'page',
  style: '.panel{}',
  ...change,
});

beforeEach(() => {
  ask.mockReset();
  vi.spyOn(console, 'error').mockReturnValue();
  document.head.innerHTML = '<meta name="citation_arxiv_id" content="2512.23705">';
  document.body.innerHTML =
    '<div id="abs"><h1 class="title">T</h1><table><tr><td class="arxividv"><a>arXiv:2512.23705v3</a></td></tr></table></div>';
});

afterEach(() => vi.restoreAllMocks());

describe('readContent', () => {
  test.each([
    ['the address names it', { ...ID, version: 2 }, 2],
    ['only the page names it', ID, 3],
  ])('knows the shown version where %s', async (_name, id, shownVersion) => {
    const { content } = await readContent(document, id, Promise.resolve(reply()));
    expect(content).toMatchObject({ kind: 'ready', shownVersion });
  });

  test('knows no version where neither names one', async () => {
    document.querySelector('table')?.remove();
    const { content } = await readContent(document, ID, Promise.resolve(reply()));
    expect(content).toMatchObject({ kind: 'ready', shownVersion: null });
  });

  test('brings the outline with it for a reader who keeps it open', async () => {
    ask.mockResolvedValue(OUTLINE);
    const { content } = await readContent(document, ID, Promise.resolve(reply({ guides: [], outlineOpen: true })));
    expect(content).toMatchObject({ kind: 'ready', outline: OUTLINE });
  });

  test.each([
    ['closed', { guides: [], outlineOpen: false }],
    ['not needed', { guides: [GUIDE], outlineOpen: true }],
  ])('asks for no outline where it is %s', async (_name, change) => {
    const { content } = await readContent(document, ID, Promise.resolve(reply(change)));
    expect(content).toMatchObject({ outline: null });
    expect(ask).not.toHaveBeenCalled();
  });

  test('shows the line without the outline when that cannot be had', async () => {
    ask.mockRejectedValue(new AppError('unknown', 'no weights'));
    const { content } = await readContent(document, ID, Promise.resolve(reply({ guides: [], outlineOpen: true })));
    expect(content).toMatchObject({ kind: 'ready', outline: null });
  });

  test.each([
    ['in the background’s words', new AppError('storage-newer', '请更新导读。'), '请更新导读。'],
    ['in its own when the message was lost', new AppError('unknown', 'guide/read was not answered'), null],
    ['in its own when the script is left over', new AppError('extension-updated', 'guide/read was not answered'), null],
    ['in its own for any other error', new TypeError('x'), null],
  ])('says what failed %s', async (_name, cause, message) => {
    const shown = await readContent(document, ID, Promise.reject(cause));
    expect(shown).toEqual({ content: { kind: 'error', message }, position: 'above', theme: 'page', style: '' });
  });
});

describe('createPanelActions', () => {
  test('sends what the page says only when it is needed', async () => {
    ask.mockResolvedValue({ saved: true });
    const actions = createPanelActions(document, ID.base, () => false, drawing);
    actions.setHeight('full');
    expect(ask.mock.calls).toEqual([['panel/set', { id: ID.base, height: 'full' }]]);
    await actions.save(true);
    expect(ask.mock.lastCall).toMatchObject(['paper/save', { saved: true, paper: { title: 'T' } }]);
  });

  test('looks whether the script is left over when something fails', async () => {
    ask.mockRejectedValue(new AppError('extension-updated', 'x'));
    const isOrphan = vi.fn(() => true);
    await expect(createPanelActions(document, ID.base, isOrphan, drawing).save(true)).rejects.toThrow('x');
    expect(isOrphan).toHaveBeenCalledOnce();
  });

  test('fails to save where the paper has gone from the page', async () => {
    document.body.innerHTML = '';
    await expect(createPanelActions(document, ID.base, () => false, drawing).save(true)).rejects.toMatchObject({
      code: 'unknown',
    });
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('noteVisit', () => {
  test('tells the id alone of a paper that the library knows', async () => {
    await noteVisit(document, ID.base, Promise.resolve(reply()));
    expect(ask.mock.calls).toEqual([['paper/see', { id: ID.base }]]);
  });

  test('tells what the page says of a paper that was saved by its id alone', async () => {
    await noteVisit(document, ID.base, Promise.resolve(reply({ unread: true })));
    expect(ask.mock.calls).toEqual([['paper/see', { id: ID.base, paper: expect.objectContaining({ title: 'T' }) }]]);
  });
});
