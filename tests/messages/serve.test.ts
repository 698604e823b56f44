import type { Runtime } from 'webextension-polyfill';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageText } from '@/core/arxiv/page-text';
import type { Handlers } from '@/messages/protocol';
import { sampleReply } from '../guide-reply';

type Listener = (message: unknown, sender: Runtime.MessageSender) => Promise<unknown>;

// The polyfill refuses to load outside an extension; what it hands to a listener is all that serve sees of it.
const fake = vi.hoisted(() => ({ listeners: [] as Listener[] }));
vi.mock('@/messages/webext', () => ({
  browser: {
    runtime: { id: 'ours', onMessage: { addListener: (listener: Listener) => fake.listeners.push(listener) } },
  },
}));

const ID = '2512.23705';
const page = pageOf(ID);

/** What the content script of a paper's page sends. */
function pageOf(id: string, title = 'T'): PageText {
  return {
    tags: [
      ['citation_title', title],
      ['citation_author', 'A'],
      ['citation_arxiv_id', id],
    ],
    title: '',
    abstract: 'x',
    authors: [],
    dateline: '',
    shownId: '',
    rows: [],
    history: [],
    fullText: [],
  };
}

const reply = sampleReply({ id: ID });
const sender = { id: 'ours', tab: { id: 1 }, frameId: 0, url: `https://arxiv.org/abs/${ID}v2?context=cs#top` };

let send: Listener;
let called: string[];

beforeEach(async () => {
  const { serve } = await import('@/messages/serve');
  called = [];
  fake.listeners.length = 0;
  const note = <T>(name: string, value: T) => {
    return () => {
      called.push(name);
      return Promise.resolve(value);
    };
  };
  const handlers: Handlers = {
    'guide/read': ({ id }, tabId) => {
      called.push(`guide/read ${id} in ${tabId}`);
      return Promise.resolve(reply);
    },
    'outline/read': () => Promise.reject(new Error('planted secret')),
    'paper/save': note('paper/save', { saved: true }),
    'paper/see': note('paper/see', null),
    'paper/cite': note('paper/cite', { text: '', html: '', note: '' }),
    'guide/write': note('guide/write', { started: true }),
    'guide/stop': note('guide/stop', null),
    'guide/check': note('guide/check', null),
    'panel/set': note('panel/set', null),
    'list/open': note('list/open', null),
    'list/read': note('list/read', []),
    'list/score': note('list/score', []),
    'list/mark': note('list/mark', { saved: true, dismissed: false }),
    'list/brief': note('list/brief', { lines: [] }),
  };
  serve(handlers, (code) => Promise.resolve(`句子 ${code}`));
  send = (message, from) => {
    const [listener] = fake.listeners;
    if (!listener) throw new Error('nobody listens');
    return listener(message, from);
  };
  vi.spyOn(console, 'error').mockReturnValue();
});

describe('serve', () => {
  test('answers our content script on the paper’s own page, and knows its tab', async () => {
    expect(await send({ name: 'guide/read', request: { id: ID } }, sender as Runtime.MessageSender)).toEqual({
      value: reply,
    }); // as: the fields that serve looks at
    expect(called).toEqual([`guide/read ${ID} in 1`]);
  });

  test.each([
    ['another extension', { id: 'theirs' }],
    ['a page of our own', { tab: undefined, url: 'chrome-extension://ours/popup.html' }],
    ['a frame inside the page', { frameId: 3 }],
    ['another site', { url: `https://evil.example/abs/${ID}` }],
    ['a site that looks alike', { url: `https://arxiv.org.evil.example/abs/${ID}` }],
    ['another paper’s page', { url: 'https://arxiv.org/abs/2512.23667' }],
    ['a listing', { url: 'https://arxiv.org/list/cs.CV/new' }],
    ['no address', { url: undefined }],
  ])('refuses %s', async (_name, change) => {
    for (const message of [
      { name: 'guide/read', request: { id: ID } },
      { name: 'paper/save', request: { paper: page, saved: true } },
    ]) {
      expect(await send(message, { ...sender, ...change } as Runtime.MessageSender)).toEqual({
        // as: see above
        code: 'bad-request',
        message: '句子 bad-request',
      });
    }
    expect(called).toEqual([]);
  });

  test.each([
    ['nothing', undefined],
    ['a string', 'guide/read'],
    ['an unknown name', { name: 'guide/write', request: { id: ID } }],
    ['a name of every object', { name: 'constructor', request: { id: ID } }],
    ['no request', { name: 'guide/read' }],
    ['a further field', { name: 'guide/read', request: { id: ID, table: 'saves' } }],
    ['a further field outside', { name: 'guide/read', request: { id: ID }, all: true }],
    ['an id that is no text', { name: 'guide/read', request: { id: [ID] } }],
    [
      'a title beyond all bounds',
      { name: 'paper/save', request: { paper: pageOf(ID, 'x'.repeat(3000)), saved: true } },
    ],
    ['a paper of another id', { name: 'paper/save', request: { paper: pageOf('2512.23667'), saved: true } }],
    ['a page without a paper', { name: 'paper/save', request: { paper: pageOf('no id'), saved: true } }],
    ['a page with a further field', { name: 'paper/save', request: { paper: { ...page, id: ID }, saved: true } }],
    [
      'a visit that tells of another paper',
      { name: 'paper/see', request: { id: ID, paper: { ...page, id: '2512.23667' } } },
    ],
    ['an unknown format', { name: 'paper/cite', request: { paper: page, format: 'exe', guideKey: null } }],
  ])('refuses %s', async (_name, message) => {
    expect(await send(message, sender as Runtime.MessageSender)).toMatchObject({ code: 'bad-request' }); // as: see above
    expect(called).toEqual([]);
  });

  test('says what failed in the reader’s words and nothing of the cause', async () => {
    const answer = await send({ name: 'outline/read', request: { paper: page } }, sender as Runtime.MessageSender); // as: see above
    expect(answer).toEqual({ code: 'unknown', message: '句子 unknown' });
  });
});

const ask = (name: string, request: unknown, url: string, change: object = {}) =>
  send({ name, request }, { ...sender, url, ...change } as Runtime.MessageSender); // as: the fields that serve looks at

describe('serve, asked by lists of papers', () => {
  const listed = { id: ID, title: 'T', authors: ['A'], subjects: '(cs.CV)', comments: '', abstract: '' };
  const questions: [string, unknown][] = [
    ['list/open', {}],
    ['list/read', { ids: [ID, '2512.23667'] }],
    ['list/score', { papers: [listed] }],
    ['list/mark', { mark: 'save', paper: listed }],
    ['list/brief', { id: ID }],
  ];
  test.each(questions)('answers %s on a list, a search and an author’s page', async (name, request) => {
    for (const url of [
      'https://arxiv.org/list/cs.CV/new',
      'https://www.arxiv.org/search/?query=x',
      'https://export.arxiv.org/a/lee_z_1',
    ]) {
      expect(await ask(name, request, url)).toHaveProperty('value');
    }
    expect(called).toEqual([name, name, name]);
  });

  test.each(questions)('refuses %s from anywhere else', async (name, request) => {
    for (const [url, change] of [
      [`https://arxiv.org/abs/${ID}`, {}],
      ['https://evil.example/list/cs.CV/new', {}],
      ['https://arxiv.org/list/cs.CV/new', { frameId: 3 }],
      ['https://arxiv.org/list/cs.CV/new', { id: 'theirs' }],
      ['chrome-extension://ours/list/cs.CV/new', { tab: undefined }],
    ] as const) {
      expect(await ask(name, request, url, change)).toMatchObject({ code: 'bad-request' });
    }
    expect(called).toEqual([]);
  });

  test.each([
    ['list/open', { all: true }],
    ['list/read', { ids: Array.from({ length: 2_001 }, () => ID) }],
    ['list/read', { ids: ['x'.repeat(41)] }],
    ['list/score', { papers: Array.from({ length: 51 }, () => listed) }],
    ['list/mark', { mark: 'delete', paper: listed }],
    ['list/mark', { mark: 'save', paper: { ...listed, id: 'settings' } }],
    ['list/mark', { mark: 'save', paper: { ...listed, note: 'x' } }],
    ['list/brief', { id: 'no id' }],
  ])('refuses %s of the wrong shape', async (name, request) => {
    expect(await ask(name, request, 'https://arxiv.org/list/cs.CV/new')).toMatchObject({ code: 'bad-request' });
    expect(called).toEqual([]);
  });
});
