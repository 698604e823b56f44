// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '@/core/errors';
import { type Connection, testConnection } from '@/core/model/test-connection';
import { App } from '@/entrypoints/options/app';
import { db } from '@/storage/db';
import { listModels, readModel, saveModel } from '@/storage/models';
import { changeSettings, readSettings } from '@/storage/settings';

/** The browser's permissions as far as settings use them; `answer` is what the reader answers to each question. */
const fake = vi.hoisted(() => ({
  granted: new Set<string>(),
  asked: [] as string[],
  answer: (): Promise<boolean> => Promise.resolve(true),
  rules: [] as unknown[],
}));
// The polyfill refuses to load outside an extension.
vi.mock('@/messages/webext', () => ({
  browser: {
    runtime: { getURL: (path: string) => `chrome-extension://ours${path}` },
    declarativeNetRequest: {
      updateSessionRules: async ({ addRules }: { addRules: unknown[] }) => void fake.rules.push(...addRules),
    },
    permissions: {
      request: ({ origins: [origin = ''] }: { origins: string[] }) => {
        fake.asked.push(origin);
        return fake.answer().then((granted) => {
          if (granted) fake.granted.add(origin);
          return granted;
        });
      },
      remove: async ({ origins: [origin = ''] }: { origins: string[] }) => fake.granted.delete(origin),
      getAll: async () => ({ origins: [...fake.granted] }),
      onAdded: { addListener: () => undefined, removeListener: () => undefined },
      onRemoved: { addListener: () => undefined, removeListener: () => undefined },
    },
    commands: { getAll: async () => [{ name: '_execute_action', shortcut: 'Alt+Shift+D' }] },
  },
}));
vi.mock('@/core/model/test-connection', () => ({ testConnection: vi.fn() }));

// A busy machine may take its time; nothing here waits longer than it must.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

const KEY = 'sk-planted-0123456789';
const printed: unknown[][] = [];

beforeEach(() => {
  fake.granted.clear();
  fake.asked.length = 0;
  fake.rules.length = 0;
  fake.answer = () => Promise.resolve(true);
  printed.length = 0;
  for (const level of ['error', 'warn', 'log', 'info', 'debug'] as const) {
    vi.spyOn(console, level).mockImplementation((...args: unknown[]) => void printed.push(args));
  }
  history.replaceState(null, '', '/');
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await Promise.all(db.tables.map((table) => table.clear()));
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

/** Opens the settings and the form of a provider, and fills in the key. */
async function openForm(provider = 'DeepSeek', key: string | null = KEY): Promise<void> {
  render(<App version="0" />);
  fireEvent.click(await screen.findByRole('button', { name: provider }));
  if (key !== null) type('密钥', key);
}

async function keepModel(id: string, baseUrl = 'https://api.deepseek.com', key: string | null = KEY): Promise<void> {
  const model = { provider: 'deepseek', protocol: 'openai', model: 'deepseek-flash', contextTokens: 64_000 } as const;
  await saveModel({ id, name: id, baseUrl, price: null, json: 'object', readsPdf: false, ...model }, key);
  fake.granted.add(`${new URL(baseUrl).protocol}//${new URL(baseUrl).hostname}/*`);
}

/** A promise that is settled from outside. */
function later<T>() {
  const waiting: ((value: T) => void)[] = [];
  const promise = new Promise<T>((resolve) => {
    waiting.push(resolve);
  });
  return { promise, settle: (value: T) => waiting.forEach((resolve) => resolve(value)) };
}

/** The models by name, and which is the default. */
const listDefaults = async () => (await listModels()).map(({ name, isDefault }) => [name, isDefault]);

async function remove(name: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: `删除：${name}` }));
  press(`确定删除：${name}`);
}

const answers = (connection: Connection) => vi.mocked(testConnection).mockResolvedValue(connection);
async function runTest(name = 'a'): Promise<void> {
  render(<App version="0" />);
  fireEvent.click(await screen.findByRole('button', { name: `测试连接：${name}` }));
}

/** Whether the planted key stands anywhere in the page. */
const isShown = () => document.documentElement.outerHTML.includes('sk-planted');

describe('saving a model', () => {
  test('asks for its host in the click itself, then keeps model and key', async () => {
    await openForm();
    press('保存');
    expect(fake.asked).toEqual(['https://api.deepseek.com/*']); // not one await later
    await screen.findByText(/已保存“DeepSeek”/);
    const [model] = await listModels();
    expect(model).toMatchObject({
      name: 'DeepSeek',
      baseUrl: 'https://api.deepseek.com',
      hasKey: true,
      isDefault: true,
    });
    expect((await readModel(null))?.key).toBe(KEY);
    expect(screen.queryByLabelText('密钥')).toBeNull();
    await screen.findByText('已保存密钥');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('测试连接'));
  });

  test('asks for nothing while a field is wrong', async () => {
    await openForm('DeepSeek', null);
    press('保存');
    await screen.findByText('这个服务商需要密钥。');
    expect(fake.asked).toEqual([]);
  });

  test('keeps the form and its contents where access is denied, and asks again', async () => {
    fake.answer = () => Promise.resolve(false);
    await openForm();
    type('名称', '我的模型');
    press('保存');
    await screen.findByText(/没有允许访问 api\.deepseek\.com/);
    expect(await listModels()).toEqual([]);
    expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('我的模型');
    expect(screen.getByLabelText<HTMLInputElement>('密钥').value).toBe(KEY);
    fake.answer = () => Promise.resolve(true);
    press('保存');
    await screen.findByText(/已保存“我的模型”/);
  });

  test('goes on being a form while the browser never answers', async () => {
    fake.answer = () => later<boolean>().promise;
    await openForm();
    press('保存');
    await screen.findByText(/浏览器会询问是否允许访问/);
    type('名称', '改过的名字');
    fake.answer = () => Promise.resolve(true);
    press('保存');
    await screen.findByText(/已保存“改过的名字”/);
    expect(await listModels()).toHaveLength(1);
  });

  test('saves once, what was last wanted, however late the answers come', async () => {
    const [first, second] = [later<boolean>(), later<boolean>()];
    fake.answer = () => first.promise;
    await openForm();
    press('保存');
    type('名称', '后来');
    fake.answer = () => second.promise;
    press('保存');
    second.settle(true);
    await screen.findByText(/已保存“后来”/);
    first.settle(true);
    await waitFor(async () => expect(await listModels()).toHaveLength(1));
    expect(fake.granted).toEqual(new Set(['https://api.deepseek.com/*']));
  });

  test('gives back what was allowed after the form had been left', async () => {
    const answer = later<boolean>();
    fake.answer = () => answer.promise;
    await openForm();
    press('保存');
    press('取消');
    answer.settle(true);
    await waitFor(() => expect(fake.asked).toHaveLength(1));
    await waitFor(() => expect(fake.granted.size).toBe(0));
    expect(await listModels()).toEqual([]);
  });

  test('says that the browser refuses to ask', async () => {
    fake.answer = () => Promise.reject(new Error('no such host'));
    await openForm();
    press('保存');
    await screen.findByText(/浏览器不接受访问 api\.deepseek\.com 的请求/);
    expect(screen.getByLabelText<HTMLInputElement>('密钥').value).toBe(KEY);
  });

  test('says that the library did not take it', async () => {
    vi.spyOn(db.models, 'put').mockRejectedValue(new AppError('storage-full', 'full'));
    await openForm();
    press('保存');
    await screen.findByText(/磁盘空间不够/);
    expect(screen.getByLabelText('密钥')).toBeTruthy();
  });

  test('asks for a host without its port', async () => {
    await openForm('Ollama（本机）', null);
    press('保存');
    expect(fake.asked).toEqual(['http://127.0.0.1/*']);
    await screen.findByText(/已保存“Ollama/);
  });

  test('makes the first of several the default, until another is chosen', async () => {
    await openForm();
    press('保存');
    await screen.findByText(/已保存“DeepSeek”/);
    fireEvent.click(await screen.findByRole('button', { name: '添加模型' }));
    press('Ollama（本机）');
    press('保存');
    await screen.findByText(/已保存“Ollama/);
    expect(await listDefaults()).toEqual([
      ['DeepSeek', true],
      ['Ollama（本机）', false],
    ]);
    fireEvent.click(await screen.findByRole('button', { name: /^设为默认/ }));
    await waitFor(async () => expect((await listDefaults()).map(([, isDefault]) => isDefault)).toEqual([false, true]));
  });

  test('moves a model to another host and gives the old one back', async () => {
    await keepModel('a');
    render(<App version="0" />);
    fireEvent.click(await screen.findByRole('button', { name: '编辑：a' }));
    type('地址', 'https://relay.example/v1');
    type('密钥', 'sk-other');
    press('保存');
    await screen.findByText(/已保存“a”/);
    expect(fake.granted).toEqual(new Set(['https://relay.example/*']));
    expect((await readModel('a'))?.key).toBe('sk-other');
  });
});

describe('removing a model', () => {
  test('forgets its key and gives its host back', async () => {
    await keepModel('a');
    render(<App version="0" />);
    await remove('a');
    await screen.findByText(/已删除“a”，并交还了访问 api\.deepseek\.com 的权限/);
    expect(fake.granted.size).toBe(0);
    expect(await db.keys.count()).toBe(0);
    await screen.findByRole('button', { name: 'DeepSeek' });
  });

  test('keeps the host while another model is there, on whatever port', async () => {
    await keepModel('a', 'http://127.0.0.1:11434', null);
    await keepModel('b', 'http://127.0.0.1:1234/v1', null);
    render(<App version="0" />);
    await remove('a');
    await screen.findByText('已删除“a”。');
    expect(fake.granted).toEqual(new Set(['http://127.0.0.1/*']));
    await remove('b');
    await screen.findByText(/交还了/);
    expect(fake.granted.size).toBe(0);
  });

  test('never gives arXiv back', async () => {
    await keepModel('a', 'https://arxiv.org/llm', null);
    render(<App version="0" />);
    await remove('a');
    await screen.findByText('已删除“a”。');
    expect(fake.granted.size).toBe(1);
  });
});

describe('测试连接', () => {
  test('says that a model answers, and how fast', async () => {
    await keepModel('a');
    answers({ ok: true, model: 'deepseek-flash-0925', milliseconds: 1_234 });
    await runTest();
    await screen.findByText('连接成功，deepseek-flash-0925 用了 1.2 秒回答。');
    const [config, context] = vi.mocked(testConnection).mock.calls.at(-1) ?? [];
    expect([config?.id, context?.key]).toEqual(['a', KEY]);
    expect(fake.rules).toEqual([]);
  });

  test.each([
    [{ ok: false, code: 'model-key' }, /没有接受这个密钥/],
    [{ ok: false, code: 'model-key-site', site: 'api.moonshot.ai' }, /这个密钥可能属于 api\.moonshot\.ai。/],
    [{ ok: false, code: 'model-offline' }, /连不上模型服务/],
    [{ ok: false, code: 'model-name' }, /没有这个名字的模型/],
  ] as [Connection, RegExp][])('says what is wrong: %j', async (connection, sentence) => {
    await keepModel('a');
    answers(connection);
    await runTest();
    await screen.findByText(sentence);
    expect(screen.queryByText('让 Ollama 接受浏览器扩展')).toBeNull();
  });

  test('drops Origin before a local server is asked, and tells the way by hand where that did not do', async () => {
    await saveModel(
      {
        id: 'a',
        name: 'a',
        provider: 'ollama',
        protocol: 'ollama',
        baseUrl: 'http://127.0.0.1:11434',
        model: 'qwen3:8b',
        contextTokens: 8_000,
        price: null,
        json: 'schema',
        readsPdf: false,
      },
      null,
    );
    vi.mocked(testConnection).mockImplementation(async () => {
      expect(fake.rules).toHaveLength(1);
      return { ok: false, code: 'model-origin' };
    });
    await runTest();
    const help = await screen.findByRole('region', { name: '让 Ollama 接受浏览器扩展' });
    expect(within(help).getAllByText(/OLLAMA_ORIGINS/)).toHaveLength(3);
  });

  test('asks for the host again where it was taken back, and tests nothing without it', async () => {
    await keepModel('a');
    vi.mocked(testConnection).mockClear();
    fake.answer = () => Promise.resolve(false);
    await runTest();
    expect(fake.asked).toEqual(['https://api.deepseek.com/*']);
    await screen.findByText(/没有允许访问 api\.deepseek\.com，没有测试/);
    expect(testConnection).not.toHaveBeenCalled();
  });

  test('is stopped, and says nothing any more', async () => {
    await keepModel('a');
    const answer = later<Connection>();
    vi.mocked(testConnection).mockReturnValue(answer.promise);
    await runTest();
    await waitFor(() => expect(vi.mocked(testConnection).mock.calls.at(-1)?.[1].signal.aborted).toBe(false));
    press('停止：a');
    expect(vi.mocked(testConnection).mock.calls.at(-1)?.[1].signal.aborted).toBe(true);
    answer.settle({ ok: true, model: 'm', milliseconds: 1 });
    await screen.findByRole('button', { name: '测试连接：a' });
    expect(screen.queryByText(/连接成功/)).toBeNull();
  });
});

test('a key is nowhere but in its field and in the library', async () => {
  await openForm();
  expect(screen.getByLabelText<HTMLInputElement>('密钥').value).toBe(KEY);
  fake.answer = () => Promise.reject(new Error('refused'));
  press('保存');
  await screen.findByText(/不接受/);
  expect(isShown()).toBe(false);
  vi.spyOn(db.keys, 'put').mockRejectedValueOnce(new Error('broken'));
  fake.answer = () => Promise.resolve(true);
  press('保存');
  await screen.findByText(/没有读写成功|意料之外/);
  expect(isShown()).toBe(false);
  press('保存');
  await screen.findByText(/已保存/);
  vi.mocked(testConnection).mockRejectedValueOnce(new Error('unexpected'));
  fireEvent.click(await screen.findByRole('button', { name: /^测试连接/ }));
  await screen.findByText(/意料之外/);
  press(/^编辑/);
  press('更换');
  expect(screen.getByLabelText<HTMLInputElement>('密钥').value).toBe('');
  expect(isShown()).toBe(false);
  expect(location.href).not.toContain('sk-planted');
  expect(printed.length).toBeGreaterThan(0);
  const texts = printed
    .flat()
    .map((part) => (part instanceof Error ? `${part.stack} ${String(part.cause)}` : JSON.stringify(part)));
  expect(texts.join('\n')).not.toContain('sk-planted');
});

describe('the page', () => {
  test('keeps a paper in mind and leads back to it', async () => {
    history.replaceState(null, '', '/options.html?paper=2512.23705#models');
    await openForm();
    expect(screen.getByText('保存后可以回到 2512.23705 写解读。')).toBeTruthy();
    press('保存');
    const link = await screen.findByRole('link', { name: '回到 2512.23705 写解读' });
    expect(link.getAttribute('href')).toBe('https://arxiv.org/abs/2512.23705');
  });

  test.each(['/options.html', '/options.html?paper=', '/options.html?paper=javascript:alert(1)'])(
    'has no way back from %s',
    async (url) => {
      history.replaceState(null, '', url);
      await openForm();
      expect(screen.queryByText(/回到/)).toBeNull();
    },
  );

  test('keeps the language of guides and the glossary', async () => {
    render(<App version="0" />);
    const group = await screen.findByRole('group', { name: '解读语言' });
    fireEvent.click(within(group).getByRole('radio', { name: 'English' }));
    fireEvent.input(screen.getByLabelText('术语表'), { target: { value: 'token = 词元' } });
    fireEvent.change(screen.getByLabelText('术语表'));
    await waitFor(async () =>
      expect(await readSettings()).toMatchObject({ guideLanguage: 'en', glossary: 'token = 词元' }),
    );
  });

  test('speaks English once that is chosen, an open form included', async () => {
    await openForm();
    await changeSettings({ language: 'en' });
    await screen.findByRole('form', { name: 'Add DeepSeek' });
    expect(screen.getByLabelText<HTMLInputElement>('Key').value).toBe(KEY);
  });
});
