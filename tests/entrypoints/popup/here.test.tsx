// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '@/core/errors';
import { Here } from '@/entrypoints/popup/here';
import { db } from '@/storage/db';
import { claimJob, endJob } from '@/storage/jobs';
import { setSaved } from '@/storage/marks';
import { keepNote } from '@/storage/notes';
import { markSent } from '@/storage/sends';
import { editTags } from '@/storage/tags';
import { readSending, sendLater } from '@/storage/zotero-jobs';

const fake = vi.hoisted(() => ({
  isAllowed: false,
  asked: [] as string[],
  answer: (): Promise<boolean> => new Promise(() => undefined),
  wakes: 0,
  looks: 0,
}));
vi.mock('@/messages/permissions', () => ({
  hasOrigin: async () => {
    fake.looks += 1;
    return fake.isAllowed;
  },
  requestOrigin: (url: string) => {
    fake.asked.push(url);
    return fake.answer();
  },
}));
vi.mock('@/messages/wake', () => ({ wakeBackground: () => void (fake.wakes += 1) }));
vi.mock('@/storage/tags', { spy: true });

configure({ asyncUtilTimeout: 10_000 });

const ID = '2512.00009';
const OTHER = '2512.00010';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  Object.assign(fake, { isAllowed: false, asked: [], wakes: 0, looks: 0, answer: () => new Promise(() => undefined) });
});
afterEach(async () => {
  cleanup();
  vi.clearAllMocks();
  await Promise.all(db.tables.map((table) => table.clear()));
});

async function open(): Promise<void> {
  render(<Here id={ID} />);
  await screen.findByRole('button', { name: /Zotero/ });
}

describe('what the popup has of the reader’s own', () => {
  test('tags a paper that nobody saved, by a tag in use, and saves it', async () => {
    await editTags(OTHER, { add: ['扩散模型'], remove: [] }, 1);
    await open();
    const field = screen.getByRole('combobox', { name: '加标签' });
    fireEvent.input(field, { target: { value: '扩' } });
    fireEvent.click(await screen.findByRole('option', { name: /扩散模型/ }));
    await screen.findByRole('button', { name: '去掉标签 扩散模型' });
    expect(await db.saves.get(ID)).toMatchObject({ tags: ['扩散模型'], savedAt: expect.any(Number) });
  });

  test('names a status', async () => {
    await open();
    fireEvent.change(screen.getByLabelText('阅读状态'), { target: { value: 'reading' } });
    await waitFor(async () => expect(await db.saves.get(ID)).toMatchObject({ status: 'reading' }));
  });

  test('shows a note by its first line, and opens it to be written on', async () => {
    await keepNote(ID, '\n## **先读** 第三节\n再看附录', '', 1);
    await open();
    fireEvent.click(screen.getByRole('button', { name: '笔记：先读 第三节', expanded: false }));
    const field = await screen.findByLabelText<HTMLTextAreaElement>('笔记');
    expect(field.value).toContain('再看附录');
    await waitFor(() => expect(document.activeElement).toBe(field));
    fireEvent.input(field, { target: { value: '改过' } });
    fireEvent.blur(field);
    await screen.findByRole('button', { name: '笔记：改过', expanded: true });
    expect(await db.saves.get(ID)).toMatchObject({ note: '改过' });
  });

  test('says what was not saved', async () => {
    vi.mocked(editTags).mockRejectedValueOnce(new AppError('storage-full', 'full'));
    await open();
    const field = screen.getByRole('combobox', { name: '加标签' });
    fireEvent.input(field, { target: { value: '新' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByText(/^没有保存/)).toBeTruthy();
  });
});

const click = () => fireEvent.click(screen.getByRole('button', { name: '发送到 Zotero' }));

describe('the way to Zotero from the popup', () => {
  test('asks the browser in the click itself, and what waits for the answer outlives the popup', async () => {
    await open();
    click();
    expect(fake.asked).toEqual(['http://127.0.0.1:23119/']);
    await screen.findByText(/弹窗关上也没关系/);
    const job = await readSending(ID);
    expect(job).toMatchObject({ state: 'waiting', input: { paperId: ID } });
    expect(job?.notBefore).toBeGreaterThan(Date.now());
    expect(await claimJob('w', Date.now(), 1_000)).toBeNull();
  });

  test('has the paper sent as soon as it is allowed', async () => {
    fake.answer = async () => true;
    await open();
    click();
    await waitFor(() => expect(fake.wakes).toBe(1));
    expect(await claimJob('w', Date.now(), 1_000)).toMatchObject({ kind: 'zotero' });
    await screen.findByText('正在发送到 Zotero');
    await markSent(ID, 'zotero', Date.now());
    await endJob(`zotero|${ID}`, 'w', { state: 'done' }, Date.now());
    await screen.findByText('已发送 1 篇到 Zotero。');
    await screen.findByRole('button', { name: '已在 Zotero' });
  });

  test('does not wait where Zotero is allowed already', async () => {
    fake.isAllowed = true;
    await open();
    await waitFor(() => expect(fake.looks).toBe(1));
    click();
    await waitFor(async () => expect((await readSending(ID))?.notBefore).toBe(0));
    expect(fake.wakes).toBe(1);
  });

  test.each([
    ['a refusal', async () => false, /Zotero/],
    ['a browser that does not even ask', () => Promise.reject(new Error('no gesture')), /./],
  ])('says what went wrong after %s, and sends nothing', async (_, answer, said) => {
    fake.answer = answer;
    await open();
    click();
    await screen.findByText(said, { selector: '[role=alert]' });
    expect(await readSending(ID)).toMatchObject({ state: 'cancelled' });
    expect(fake.wakes).toBe(0);
  });

  test('lets go of a question that went with a popup before', async () => {
    await sendLater(ID, false, Date.now());
    await open();
    await waitFor(async () => expect((await readSending(ID))?.state).toBe('cancelled'));
    expect(fake.asked).toEqual([]);
  });

  test('goes on where such a question was answered with yes', async () => {
    await sendLater(ID, false, Date.now());
    fake.isAllowed = true;
    await open();
    await waitFor(() => expect(fake.wakes).toBe(1));
    expect(await claimJob('w', Date.now(), 1_000)).toMatchObject({ kind: 'zotero' });
  });

  test('asks before it sends a paper twice', async () => {
    await setSaved(ID, true, 1);
    await markSent(ID, 'zotero', Date.now());
    await open();
    fireEvent.click(screen.getByRole('button', { name: '已在 Zotero' }));
    await screen.findByText(/发送过。再发一次，Zotero 里会多出一份/);
    expect(fake.asked).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '取消' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '再发一份' })).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: '已在 Zotero' }));
    fireEvent.click(await screen.findByRole('button', { name: '再发一份' }));
    expect(fake.asked).toHaveLength(1);
  });

  test('says what went wrong, and offers the way by a file', async () => {
    await sendLater(ID, true, Date.now());
    await claimJob('w', Date.now(), 1_000);
    await endJob(`zotero|${ID}`, 'w', { state: 'failed', error: 'zotero-offline' }, Date.now());
    await open();
    await screen.findByText(/没有连上 Zotero/);
    await screen.findByRole('button', { name: '导出 RIS 文件' });
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    expect(fake.asked).toHaveLength(1);
  });
});
