import { beforeEach, describe, expect, test, vi } from 'vitest';

// The polyfill refuses to load outside an extension.
const permissions = vi.hoisted(() => ({ request: vi.fn(), contains: vi.fn(), remove: vi.fn() }));
vi.mock('@/messages/webext', () => ({ browser: { permissions } }));

const {
  giveBackOrigin,
  hasNotifications,
  hasOrigin,
  isSamePermission,
  requestNotifications,
  requestOrigin,
  requestOrigins,
} = await import('@/messages/permissions');

beforeEach(() => {
  vi.resetAllMocks();
  for (const verb of Object.values(permissions)) verb.mockResolvedValue(true);
});

describe('access', () => {
  test.each([
    ['https://api.deepseek.com', 'https://api.deepseek.com/*'],
    ['https://api.deepseek.com/v1', 'https://api.deepseek.com/*'],
    ['http://127.0.0.1:11434', 'http://127.0.0.1/*'],
    ['https://lab.example:8443/llm/v1', 'https://lab.example/*'],
    ['http://[::1]:11434', 'http://[::1]/*'],
  ])('to %s is asked for as %s', async (url, pattern) => {
    await requestOrigin(url);
    await hasOrigin(url);
    await giveBackOrigin(url);
    for (const verb of Object.values(permissions)) expect(verb).toHaveBeenCalledExactlyOnceWith({ origins: [pattern] });
  });

  test('is asked for before anything is awaited', () => {
    void requestOrigin('https://api.deepseek.com');
    expect(permissions.request).toHaveBeenCalledOnce();
  });

  test('to several hosts is one question, each host named once, before anything is awaited', () => {
    void requestOrigins(['https://a.example/x', 'https://a.example:8443/y', 'http://127.0.0.1:8080/z']);
    expect(permissions.request).toHaveBeenCalledExactlyOnceWith({
      origins: ['https://a.example/*', 'http://127.0.0.1/*'],
    });
  });

  test('may be denied', async () => {
    permissions.request.mockResolvedValue(false);
    expect(await requestOrigin('https://api.deepseek.com')).toBe(false);
  });

  test.each(['https://arxiv.org', 'https://export.arxiv.org/api', 'https://rss.arxiv.org', 'https://www.arxiv.org'])(
    'to %s is never given back',
    async (url) => {
      expect(await giveBackOrigin(url)).toBe(false);
      expect(permissions.remove).not.toHaveBeenCalled();
    },
  );

  test.each(['https://notarxiv.org', 'https://arxiv.org.example'])('to %s is', async (url) => {
    expect(await giveBackOrigin(url)).toBe(true);
  });
});

test.each([
  ['http://127.0.0.1:11434', 'http://127.0.0.1:1234/v1', true],
  ['https://a.example/v1', 'https://a.example/v2', true],
  ['https://a.example', 'http://a.example', false],
  ['https://a.example', 'https://b.a.example', false],
])('%s and %s need the same permission: %j', (one, other, same) => expect(isSamePermission(one, other)).toBe(same));

test('notices are asked for before anything is awaited, and named as they are looked up', async () => {
  void requestNotifications();
  expect(permissions.request).toHaveBeenCalledExactlyOnceWith({ permissions: ['notifications'] });
  expect(await hasNotifications()).toBe(true);
  expect(permissions.contains).toHaveBeenCalledExactlyOnceWith({ permissions: ['notifications'] });
});
