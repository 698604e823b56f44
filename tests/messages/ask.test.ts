import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ask } from '@/messages/ask';

const fake = vi.hoisted(() => ({
  runtime: undefined as { id?: string; sendMessage: (message: unknown) => unknown } | undefined,
}));
vi.mock('wxt/browser', () => ({ browser: fake }));

const send = vi.fn<(message: unknown) => unknown>();
const asked = () => ask('guide/read', { id: '2512.23705' });

beforeEach(() => {
  send.mockReset();
  fake.runtime = { id: 'ours', sendMessage: send };
});

describe('ask', () => {
  test('sends name and request, and gives the value', async () => {
    send.mockResolvedValue({ value: { id: '2512.23705' } });
    expect(await asked()).toEqual({ id: '2512.23705' });
    expect(send).toHaveBeenCalledExactlyOnceWith({ name: 'guide/read', request: { id: '2512.23705' } });
  });

  test('gives a value that is null', async () => {
    send.mockResolvedValue({ value: null });
    expect(await ask('paper/see', { id: '2512.23705' })).toBeNull();
  });

  test('throws what the background refused, in its words', async () => {
    send.mockResolvedValue({ code: 'storage-newer', message: '请更新导读。' });
    await expect(asked()).rejects.toMatchObject({ code: 'storage-newer', message: '请更新导读。' });
  });

  test.each([
    ['is lost', () => send.mockRejectedValueOnce(new Error('the channel closed'))],
    ['is left unanswered', () => send.mockResolvedValueOnce(undefined)],
  ])('sends once more what %s with a background that died', async (_name, lose) => {
    lose();
    send.mockResolvedValueOnce({ value: { id: '2512.23705' } });
    expect(await asked()).toEqual({ id: '2512.23705' });
    expect(send).toHaveBeenCalledTimes(2);
  });

  test('sends no refused question again, and none twice more', async () => {
    send.mockResolvedValue({ code: 'bad-request', message: '' });
    await expect(asked()).rejects.toMatchObject({ code: 'bad-request' });
    expect(send).toHaveBeenCalledTimes(1);
    send.mockReset().mockResolvedValue(undefined);
    await expect(asked()).rejects.toMatchObject({ code: 'unknown' });
    expect(send).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['the message is lost', () => send.mockRejectedValue(new Error('no receiver')), 'unknown'],
    ['nobody answers', () => send.mockResolvedValue(undefined), 'unknown'],
    [
      'the extension was updated',
      () => {
        send.mockRejectedValue(new Error('context invalidated'));
        fake.runtime = { sendMessage: send };
      },
      'extension-updated',
    ],
    [
      'the whole runtime is gone',
      () => {
        fake.runtime = undefined;
      },
      'extension-updated',
    ],
  ])('says what is wrong when %s', async (_name, arrange, code) => {
    arrange();
    await expect(asked()).rejects.toMatchObject({ code });
  });
});
