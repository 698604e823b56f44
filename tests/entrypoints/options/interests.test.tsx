// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseInterests } from '@/core/daily/interests';
import { App } from '@/entrypoints/options/app';
import { db } from '@/storage/db';
import { saveModel } from '@/storage/models';
import { changeSettings, readSettings } from '@/storage/settings';
import { interestsOf } from '../../core/daily/papers';
import { DAY, sampleAnnounced, sampleMade } from '../../daily-samples';
import { entry, report } from '../../components/popup/samples';

/** The browser's permission for notifications; `answer` is what the reader answers. */
const fake = vi.hoisted(() => ({
  granted: false,
  asked: 0,
  answer: (): Promise<boolean> => Promise.resolve(true),
  woken: 0,
}));
vi.mock('@/messages/webext', () => ({
  browser: {
    permissions: {
      request: () => {
        fake.asked++;
        return fake.answer().then((granted) => (fake.granted ||= granted));
      },
      contains: async () => fake.granted,
      remove: async () => {
        fake.granted = false;
        return true;
      },
      getAll: async () => ({ origins: [] }),
      onAdded: { addListener: () => undefined, removeListener: () => undefined },
      onRemoved: { addListener: () => undefined, removeListener: () => undefined },
    },
    commands: { getAll: async () => [] },
  },
}));
vi.mock('@/messages/wake', () => ({ wakeBackground: () => void fake.woken++ }));

// A busy machine may take its time; nothing here waits longer than it must.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  Object.assign(fake, { granted: false, asked: 0, woken: 0, answer: () => Promise.resolve(true) });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  history.replaceState(null, '', '/');
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await Promise.all(db.tables.map((table) => table.clear()));
});

const TITLES = ['GANs draw maps', 'Robots with world models', 'World models and GANs', 'An organ'];
const keepNews = (titles = TITLES) => {
  const papers = titles.map((title, at) => sampleAnnounced({ id: `2611.0000${at}`, title, abstract: '' }));
  const { news } = sampleMade(papers);
  return db.news.put({ ...news, papers: news.papers.slice(0, titles.length) });
};
async function keepSaved(titles: string[]): Promise<void> {
  for (const [at, title] of titles.entries()) {
    const { id, ...paper } = sampleAnnounced({ id: `2601.0000${at}`, title, abstract: '', authors: ['Ana Roe'] });
    const rest = { titleChinese: null, links: [], journalRef: null, doi: null, from: 'page' as const };
    const { version, authors, abstract, categories, comments, published } = paper;
    await db.papers.put({ id, title, version, authors, abstract, categories, comments, published, ...rest });
    await db.saves.put({ paperId: id, savedAt: at + 1, tags: [], note: '' });
  }
}

const field = (name: string) => screen.findByRole<HTMLTextAreaElement>('textbox', { name });
async function write(name: string, value: string): Promise<HTMLTextAreaElement> {
  const area = await field(name);
  fireEvent.input(area, { target: { value } });
  return area;
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const turn = async () => fireEvent.click(await screen.findByRole('checkbox', { name: '日报好了就通知我' }));
const isOn = async () => (await readSettings()).dailyNotice;
const kept = async () => (await readSettings()).interests;
async function choose(name: string, content: BlobPart): Promise<void> {
  await field('主要关键词');
  const input = document.querySelector<HTMLInputElement>('#interests input[type=file]');
  if (!input) throw new Error('no field for files');
  Object.defineProperty(input, 'files', { value: [new File([content], name)], configurable: true });
  fireEvent.change(input);
}

const BIB = `
  @article{a, title = {Tactile Grasping}, author = {Roe, Ana and Li, Bo}}
  @article{b, title = {Tactile Grasping by Robots}, author = {Roe, Ana}}`;

describe('words that are typed', () => {
  test('are counted on the newest day, and kept with the words of long days once they are left', async () => {
    await keepNews();
    render(<App version="0" />);
    const area = await write('主要关键词', 'GAN\nrobto');
    await screen.findByText('11 月 20 日的 4 篇里有 2 篇符合。');
    const counts = within(screen.getByRole('list', { name: '主要关键词各有几篇' })).getAllByRole('listitem');
    expect(counts.map(({ textContent }) => textContent)).toEqual(['GAN：2 篇', 'robto：0 篇']);
    fireEvent.blur(area);
    await waitFor(async () => expect(await kept()).toEqual(interestsOf({ primary: ['GAN', 'robto'] })));
    expect((await readSettings()).keywords).toEqual(['GAN', 'robto']);
    await waitFor(() => expect(fake.woken).toBe(1));
  });

  test('are kept after a pause too', async () => {
    render(<App version="0" />);
    await write('排除', 'survey');
    expect(await kept()).toEqual(interestsOf());
    await waitFor(async () => expect(await kept()).toEqual(interestsOf({ excluded: ['survey'] })));
  });

  test('are kept when the page goes out of sight', async () => {
    render(<App version="0" />);
    await write('关注的作者', 'Ana Roe');
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(async () => expect(await kept()).toEqual(interestsOf({ authors: ['Ana Roe'] })), { timeout: 900 });
  });

  test('are counted in the newest report where no day was announced here', async () => {
    await db.reports.put(report({ date: '2025-12-30', entries: [entry({ id: '2601.00000' })] }));
    await keepSaved(['GANs draw maps']);
    render(<App version="0" />);
    await write('次要关键词', 'GAN');
    await screen.findByText('2025 年 12 月 30 日的日报有 1 篇，其中 1 篇符合。');
  });

  test('have nothing to be counted in at first', async () => {
    render(<App version="0" />);
    await write('主要关键词', 'GAN');
    await screen.findByText(/还没有可以数的论文/);
    expect(screen.queryByRole('list', { name: /各有几篇/ })).toBeNull();
  });

  test('stay as they are typed while they are kept', async () => {
    render(<App version="0" />);
    const area = await write('主要关键词', 'GAN,  SLAM\n\n');
    fireEvent.blur(area);
    await waitFor(async () => expect(await kept()).toEqual(interestsOf({ primary: ['GAN', 'SLAM'] })));
    await screen.findByText('已保存');
    expect(area.value).toBe('GAN,  SLAM\n\n');
  });

  test('are what another page made of them, unless they are being typed here', async () => {
    render(<App version="0" />);
    const area = await field('主要关键词');
    await changeSettings({ interests: interestsOf({ primary: ['GAN'] }) });
    await waitFor(() => expect(area.value).toBe('GAN'));
    area.focus();
    fireEvent.input(area, { target: { value: 'GAN\nS' } });
    await changeSettings({ language: 'en', interests: interestsOf({ primary: ['GAN', 'other'] }) });
    await screen.findByRole('heading', { name: 'What you look for' });
    expect(area.value).toBe('GAN\nS');
  });
});

describe('suggestions', () => {
  test('of saved papers go into a list with one click, and back', async () => {
    await keepSaved(['Tactile grasping', 'Tactile grasping of cups', 'Sheep']);
    render(<App version="0" />);
    await press('把 tactile grasping 加到主要关键词');
    await waitFor(async () => expect(await kept()).toEqual(interestsOf({ primary: ['tactile grasping'] })));
    expect((await field('主要关键词')).value).toBe('tactile grasping');
    expect(screen.queryByRole('button', { name: /tactile grasping/ })).toBeNull();
    await press('撤销');
    await waitFor(async () => expect(await kept()).toEqual(interestsOf()));
    await press('把 Ana Roe 加到关注的作者');
    await waitFor(async () => expect(await kept()).toEqual(interestsOf({ authors: ['Ana Roe'] })));
  });

  test('leave out what is frequent on the newest day', async () => {
    await keepNews(['Tactile grasping', 'Tactile cups', 'Tactile grasping', 'Tactile hands']);
    await keepSaved(['Tactile sheep', 'Tactile sheep again', 'Tactile']);
    render(<App version="0" />);
    await screen.findByRole('button', { name: /sheep 加到主要/ });
    expect(screen.queryByRole('button', { name: '把 tactile 加到主要关键词' })).toBeNull();
  });

  test('that are not wanted stay away, until that is undone', async () => {
    await keepSaved(['Tactile grasping', 'Tactile grasping of cups']);
    render(<App version="0" />);
    await press('不要 tactile grasping');
    await waitFor(async () => expect((await readSettings()).dismissedSuggestions).toEqual(['tactile grasping']));
    await waitFor(() => expect(screen.queryByRole('button', { name: '不要 tactile grasping' })).toBeNull());
    await press('撤销');
    await screen.findByRole('button', { name: '不要 tactile grasping' });
  });

  test('come from a .bib file, until it is put away', async () => {
    render(<App version="0" />);
    await choose('mine.bib', BIB);
    await screen.findByText(/从 mine\.bib 的 2 条文献里找到/);
    await press('把 tactile grasping 加到次要关键词');
    await press('把 Ana Roe 加到关注的作者');
    await waitFor(async () =>
      expect(await kept()).toEqual(interestsOf({ secondary: ['tactile grasping'], authors: ['Ana Roe'] })),
    );
    await press('收起 mine.bib 的建议');
    await screen.findByText(/收藏几篇论文之后/);
  });

  test('come from none without an entry', async () => {
    render(<App version="0" />);
    await choose('mine.bib', 'nothing');
    await screen.findByText(/mine\.bib 里没有读到带标题的文献/);
  });
});

describe('a file of words', () => {
  test('is added to those there are, and taken back', async () => {
    await changeSettings({ interests: interestsOf({ primary: ['GAN'] }) });
    render(<App version="0" />);
    await choose('words.txt', '+ gan\n+ SLAM\n@ Ana Roe\n');
    await screen.findByText('已从 words.txt 加入 2 个。');
    await waitFor(async () =>
      expect(await kept()).toEqual(interestsOf({ primary: ['GAN', 'SLAM'], authors: ['Ana Roe'] })),
    );
    await press('撤销');
    await waitFor(async () => expect(await kept()).toEqual(interestsOf({ primary: ['GAN'] })));
  });

  test.each<[string, BlobPart, RegExp]>([
    ['a.json', '{"primary": [', /a\.json 第 1 行的 JSON 不完整/],
    ['a.json', '{"primery": []}', /a\.json 第 1 行的内容不是导读认识的格式/],
    ['a.txt', new Uint8Array([0xb9, 0xff]), /a\.txt 第 1 行不是 UTF-8/],
    ['a.txt', '# nothing', /a\.txt 里没有读到关键词/],
    ['a.txt', 'word\n'.repeat(60_000), /a\.txt 太大/],
  ])('that is none is said to be: %s, %#', async (name, content, sentence) => {
    await changeSettings({ interests: interestsOf({ primary: ['GAN'] }) });
    render(<App version="0" />);
    await choose(name, content);
    await screen.findByText(sentence);
    expect(await kept()).toEqual(interestsOf({ primary: ['GAN'] }));
  });

  test('is written as it is read', async () => {
    const interests = interestsOf({
      primary: ['GAN'],
      secondary: ['SLAM'],
      excluded: ['survey'],
      authors: ['Roe, Ana'],
    });
    await changeSettings({ interests });
    const written: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) written.push(blob);
      return 'blob:words';
    });
    render(<App version="0" />);
    await press('导出关键词');
    const [file] = written;
    expect(parseInterests((await file?.text()) ?? '')).toEqual(interests);
  });
});

describe('notifications', () => {
  test('are asked for in the click itself, and given back with the switch', async () => {
    render(<App version="0" />);
    fireEvent.click(await screen.findByRole('checkbox', { name: '日报好了就通知我' }));
    expect(fake.asked).toBe(1); // not one await later
    await waitFor(async () => expect(await isOn()).toBe(true));
    await screen.findByRole('checkbox', { name: '日报好了就通知我', checked: true });
    await turn();
    await waitFor(async () => expect(await isOn()).toBe(false));
    await waitFor(() => expect(fake.granted).toBe(false));
    expect(fake.asked).toBe(1);
  });

  test.each<[string, () => Promise<boolean>, RegExp]>([
    ['the reader denies them', () => Promise.resolve(false), /浏览器没有允许通知/],
    ['the browser refuses to ask', () => Promise.reject(new Error('no')), /不接受通知的请求/],
    ['nobody answers', () => new Promise(() => undefined), /请点允许/],
  ])('stay off where %s', async (_, answer, sentence) => {
    fake.answer = answer;
    render(<App version="0" />);
    await turn();
    await screen.findByText(sentence);
    expect(await isOn()).toBe(false);
    expect(screen.getByRole('checkbox', { name: '日报好了就通知我', checked: false })).toBeTruthy();
  });

  test('are said to be lost once the browser has taken them back', async () => {
    await changeSettings({ dailyNotice: true });
    render(<App version="0" />);
    await screen.findByText(/收回了通知的权限/);
  });
});

describe('the daily report', () => {
  test('is planned anew with each of its settings', async () => {
    await changeSettings({ categories: ['cs.CV'] });
    render(<App version="0" />);
    fireEvent.click(await screen.findByRole('checkbox', { name: /每个工作日/ }));
    await waitFor(async () => expect((await readSettings()).daily).toBe(true));
    await waitFor(() => expect(fake.woken).toBe(1));
    fireEvent.click(screen.getAllByRole('radio', { name: '深色' })[0] as Element);
    await waitFor(async () => expect((await readSettings()).theme).toBe('dark'));
    expect(fake.woken).toBe(1);
  });

  test('is estimated by the model, and by what the words leave of the newest day', async () => {
    const model = { provider: 'deepseek', protocol: 'openai', model: 'm', contextTokens: 64_000 } as const;
    const price = { input: 1, output: 2 };
    await saveModel(
      { id: 'a', name: '某模型', baseUrl: 'https://a.example', price, json: 'object', readsPdf: false, ...model },
      null,
    );
    await changeSettings({ categories: ['cs.CV', 'cs.RO'] });
    render(<App version="0" />);
    await screen.findByText(/估计每天约 \d\d 次请求、约 [\d.]+ 元。/); // by what is usual: ten guides and more
    await keepNews();
    await changeSettings({ categories: ['cs.CV'], interests: interestsOf({ primary: ['GAN'] }) });
    await screen.findByText(/估计每天约 4 次请求、约 [\d.]+ 元。/); // two papers: a batch, two guides, an overview
  });
});

test(`counts what was announced on ${DAY}`, async () => {
  await keepNews();
  render(<App version="0" />);
  await screen.findByText('还没有写想看的词，所以都算符合：11 月 20 日共 4 篇。');
});
