// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ContentScriptContext } from '@/messages/script-context';

const fake = vi.hoisted(() => ({ runtime: undefined as { id?: string } | undefined }));
vi.mock('wxt/browser', () => ({ browser: fake }));

beforeEach(() => {
  fake.runtime = { id: 'ours' };
});

describe('ContentScriptContext', () => {
  test('lives until the same script starts once more on the page', () => {
    const first = new ContentScriptContext('abs');
    expect(first.isInvalid).toBe(false);
    const second = new ContentScriptContext('abs');
    expect(first.signal.aborted).toBe(true);
    expect(second.isInvalid).toBe(false);
  });

  test.each([
    ['another script of ours', 'ours', 'listing'],
    ['a script of another extension', 'theirs', 'abs'],
  ])('outlives %s', (_, id, name) => {
    const first = new ContentScriptContext('abs');
    fake.runtime = { id };
    expect(new ContentScriptContext(name).isInvalid).toBe(false);
    expect(first.signal.aborted).toBe(false);
  });

  test.each([['its id'], ['its runtime']])('ends when the extension has lost %s, as soon as it is asked', (what) => {
    const context = new ContentScriptContext('abs');
    const ended = vi.fn();
    context.signal.addEventListener('abort', ended);
    fake.runtime = what === 'its id' ? {} : undefined;
    expect(context.isInvalid).toBe(true);
    expect(context.isInvalid).toBe(true);
    expect(ended).toHaveBeenCalledOnce();
  });
});
