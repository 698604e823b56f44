import type { Runtime } from 'webextension-polyfill';
import { beforeEach, describe, expect, test, vi } from 'vitest';

type Listener = (port: Runtime.Port) => void;

// The polyfill refuses to load outside an extension.
const fake = vi.hoisted(() => ({ listeners: [] as Listener[] }));
vi.mock('@/messages/webext', () => ({
  browser: {
    runtime: {
      id: 'ours',
      getURL: (path: string) => `chrome-extension://ours${path}`,
      onConnect: { addListener: (listener: Listener) => fake.listeners.push(listener) },
    },
  },
}));

const { serveFollowers } = await import('@/messages/serve');
const ID = '2512.23705';
const page = { id: 'ours', tab: { id: 1 }, frameId: 0, url: `https://arxiv.org/abs/${ID}` };
const own = { id: 'ours', url: 'chrome-extension://ours/sidepanel.html' };

let followed: string[];
const disconnect = vi.fn();

beforeEach(() => {
  fake.listeners.length = 0;
  followed = [];
  disconnect.mockClear();
  serveFollowers(({ paperId }) => followed.push(paperId));
});

function connect(name: string, sender: object): void {
  fake.listeners[0]?.({ name, sender, disconnect } as unknown as Runtime.Port); // as: what is looked at of a port
}

describe('a job is followed', () => {
  test.each([
    ['by the page of its paper', 'job', page, ID],
    ['by our own page, which names the paper', 'job 2512.00001', own, '2512.00001'],
    ['by our own page, of an old paper', 'job hep-th/9901001', own, 'hep-th/9901001'],
  ])('%s', (_, name, sender, paperId) => {
    connect(name, sender);
    expect(followed).toEqual([paperId]);
    expect(disconnect).not.toHaveBeenCalled();
  });

  test.each([
    ['a page that names another paper', 'job 2512.00001', page],
    ['a page that names its own', `job ${ID}`, page],
    ['our own page that names none', 'job', own],
    ['our own page that names no paper', 'job daily', own],
    ['another extension', 'job 2512.00001', { id: 'theirs', url: 'chrome-extension://theirs/' }],
    ['a site that looks like ours', 'job 2512.00001', { id: 'ours', url: 'https://ours/sidepanel.html' }],
    ['a page under another name', 'jobs', page],
  ])('not by %s', (_, name, sender) => {
    connect(name, sender);
    expect(followed).toEqual([]);
    expect(disconnect).toHaveBeenCalledOnce();
  });
});
