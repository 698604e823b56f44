import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPrefix, checkTemplate, isAllowedUrl, isPublicFeed } from '@/core/feeds/address';
import { putDate } from '@/core/feeds/template';
import { templateProblemWords } from '@/core/words/feed-addresses';
import { feedOf, PLACE } from './feeds';

const own = (template: string, isPrivate = false) => ({ template, github: null, isPrivate });

/** What an address is made of, and what is put into one to mislead. */
const PIECES = [
  'https://',
  'http://',
  'https:',
  '//',
  '/',
  '\\',
  '@',
  ':',
  '#',
  '?',
  '%',
  '%2f',
  '%7B',
  '..',
  '{',
  '}',
  '\t',
  '。',
  '／',

  'lab.example.org',
  '127.0.0.1',
  'localhost',
  '[::1]',
  'github.com',
  'raw.githubusercontent.com',
  ':8443',
  'a',
  'b.md',

  '\0',
  '\u202E',
  '\uD800',
];

describe('a feed’s address', () => {
  test.each([
    ['https://lab.example.org/{date}.md', 'https://lab.example.org/{date}.md'],
    ['  lab.example.org/{DATE}.md\n', 'https://lab.example.org/{date}.md'],
    ['https://lab.example.org/{yyyy}/{mm}/{dd}.md', 'https://lab.example.org/{yyyy}/{mm}/{dd}.md'],
    ['https://lab.example.org/{yyyymmdd}.md', 'https://lab.example.org/{yyyymmdd}.md'],
    ['https://lab.example.org/YYYY-MM-DD.md', 'https://lab.example.org/{date}.md'],
    ['https://lab.example.org/{YYYY-MM-DD}_AI.jsonl', 'https://lab.example.org/{date}_AI.jsonl'],
    ['https://lab.example.org/%7Bdate%7D.md', 'https://lab.example.org/{date}.md'],
    ['https://lab.example.org/day?d={date}', 'https://lab.example.org/day?d={date}'],
    ['https：／／lab.example.org／｛date｝.md', 'https://lab.example.org/{date}.md'],
    ['https://lab.example.org:8443/{date}.md', 'https://lab.example.org:8443/{date}.md'],
    ['https://日报.example.org/{date}.md', 'https://xn--4ru45e.example.org/{date}.md'],
    ['https://lab.example.org/日报/{date}.md', 'https://lab.example.org/%E6%97%A5%E6%8A%A5/{date}.md'],
    ['https://lab.example.org./{date}.md', 'https://lab.example.org./{date}.md'],
  ])('reads %j', (text, template) => expect(checkTemplate(text)).toEqual(own(template)));

  test.each([
    [
      'https://a.example.org/data/2026-06-25_AI_enhanced_Chinese.jsonl',
      'https://a.example.org/data/{date}_AI_enhanced_Chinese.jsonl',
    ],
    ['https://a.example.org/arxiv_cv_report_2025-12-30.md', 'https://a.example.org/arxiv_cv_report_{date}.md'],
    ['https://a.example.org/2026/06/2026-06-25.md', 'https://a.example.org/{yyyy}/{mm}/{date}.md'],
    ['https://a.example.org/2026-06/2026-06-25.md', 'https://a.example.org/{yyyy}-{mm}/{date}.md'],
    ['https://a.example.org/2026/06/25/report.json', 'https://a.example.org/{yyyy}/{mm}/{dd}/report.json'],
    ['https://a.example.org/20260625.md', 'https://a.example.org/{yyyymmdd}.md'],
    ['https://a.example.org/2026-06-25/2026-06-25.md', 'https://a.example.org/{date}/{date}.md'],
    ['https://a.example.org/since-2024-01-01/2026-06-25.md', 'https://a.example.org/since-2024-01-01/{date}.md'],
    ['https://a.example.org/d?day=2026-06-25', 'https://a.example.org/d?day={date}'],
  ])('makes a template of one day’s file %s', (text, template) => {
    expect(checkTemplate(text)).toEqual(own(template));
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['https://', 'not-an-address'],
    ['https://lab example.org/{date}', 'not-an-address'],
    ['https://lab.example.org/{da\nte}.md', 'not-an-address'],
    ['https://lab.example.org/\u202E{date}.md', 'not-an-address'],
    ['https://lab.example.org/\0{date}.md', 'not-an-address'],
    [`https://lab.example.org/{date}${'a'.repeat(2_000)}`, 'not-an-address'],
    ['javascript:alert(1)//{date}', 'not-an-address'],
    ['http://lab.example.org/{date}.md', 'not-https'],
    ['http://8.8.8.8/{date}.md', 'not-https'],
    ['ftp://lab.example.org/{date}.md', 'not-https'],
    ['file:///etc/{date}', 'not-https'],
    ['data:/text/{date}', 'not-https'],
    ['https://me@lab.example.org/{date}.md', 'has-user'],
    ['https://me:secret@lab.example.org/{date}.md', 'has-user'],
    ['https://raw.githubusercontent.com@evil.example/{date}.md', 'has-user'],
    ['https://lab.example.org/{date}.md#part', 'has-fragment'],
    ['https://{date}.example.org/day.md', 'date-in-host'],
    ['https://lab.example.org/day.md', 'no-date'],
    ['https://lab.example.org/{day}.md', 'no-date'],
    ['https://lab.example.org/{yyyy}/{mm}.md', 'no-date'],
    ['https://lab.example.org/2026-02-30.md', 'no-date'],
    ['https://lab.example.org/2026-13-01.md', 'no-date'],
    ['https://arxiv.org/abs/2606.25042', 'no-date'],
    ['https://lab.example.org/120260625.md', 'no-date'],
    ['https://github.com/someone/daily', 'not-a-file'],
    ['https://github.com/someone/daily/tree/data/2026-06-25', 'not-a-file'],
    ['https://github.com/someone/daily/blob/main/README.md', 'no-date'],
    ['https://raw.githubusercontent.com/someone/2026-06-25', 'not-a-file'],
    ['https://raw.githubusercontent.com/some%2Fone/daily/main/{date}.md', 'not-a-file'],
    ['https://raw.githubusercontent.com/someone/daily/main/%E0%{date}.md', 'not-a-file'],
    ['https://raw.githubusercontent.com/someone/daily/main/{date}.md?token=GHSA', 'private-repository'],
  ])('refuses %j: %s', (text, problem) => expect(checkTemplate(text)).toEqual({ problem }));

  test.each([
    'https://127.0.0.1/{date}.md',
    'http://127.0.0.1:8080/{date}.md',
    '127.0.0.1:8080/{date}.md',
    'http://2130706433/{date}.md',
    'http://0x7f.1/{date}.md',
    'http://0177.0.0.1/{date}.md',
    'http://127.0.0.1./{date}.md',
    'http://[::1]/{date}.md',
    'http://[::ffff:127.0.0.1]/{date}.md',
    'http://[::ffff:7f00:1]/{date}.md',
    'http://[::ffff:10.0.0.7]/{date}.md',
    'http://[64:ff9b::192.168.1.1]/{date}.md',
    'http://[fd00::1]/{date}.md',
    'http://[fe80::1]/{date}.md',
    'http://[::]/{date}.md',
    'http://0.0.0.0/{date}.md',
    'http://10.1.2.3/{date}.md',
    'http://172.16.0.1/{date}.md',
    'http://192.168.1.1/{date}.md',
    'http://169.254.169.254/{date}.md',
    'http://100.64.0.1/{date}.md',
    'http://localhost/{date}.md',
    'http://LOCALHOST./{date}.md',
    'http://feeds.localhost/{date}.md',
    'http://nas/{date}.md',
    'http://nas.local/{date}.md',
    'http://nas.local./{date}.md',
    'http://nas.lan/{date}.md',
    'http://wiki.corp/{date}.md',
    'http://１２７.0.0.1/{date}.md',
    'https://8.8.8.8/{date}.md',
    'https://134744072/{date}.md',
    'https://[2001:4860:4860::8888]/{date}.md',
  ])('says that %s is the reader’s own, and lets no import bring it', (text) => {
    const checked = checkTemplate(text);
    expect(checked).toMatchObject({ isPrivate: true });
    const template = 'template' in checked ? checked.template : '';
    expect(isPublicFeed({ template, prefix: '', github: null })).toBe(false);
    expect(isPublicFeed({ template: '', prefix: template, github: PLACE })).toBe(false);
    expect(isPublicFeed({ template: '', prefix: '', github: { ...PLACE, pages: template } })).toBe(false);
  });

  test.each([
    'http://lab.example.org/{date}.md',
    'https://lab.example.org:8443/{date}.md',
    'https://me@lab.example.org/{date}.md',
    'file:///{date}.md',
    'not an address {date}',
  ])('lets no import bring %s', (template) => {
    expect(isPublicFeed({ template, prefix: '', github: null })).toBe(false);
  });

  test.each([
    'https://lab.example.org/{date}.md',
    'https://1.example.org/{date}.md',
    'https://localhost.example.org/{date}',
  ])('takes %s for a public one', (template) => {
    expect(checkTemplate(template)).toMatchObject({ isPrivate: false });
    expect(isPublicFeed({ template, prefix: '', github: null })).toBe(true);
  });

  test('has a sentence in both languages for every problem', () => {
    expect(Object.keys(templateProblemWords.en).toSorted()).toEqual(Object.keys(templateProblemWords.zh).toSorted());
  });

  test('never leads to another host than the one it was checked for, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => pieces.join('')),
          fc.string(),
        ),
        fc.constantFrom('{date}', '2026-06-25', ''),
        (text, day) => {
          const checked = checkTemplate(text + day);
          if ('problem' in checked || checked.github) return;
          const url = new URL(putDate(checked.template, '2026-01-31'));
          expect([url.username, url.password, url.hash]).toEqual(['', '', '']);
          expect(checked.template.startsWith(`${url.origin}/`)).toBe(true);
          expect(putDate(checked.template, '2026-01-31')).not.toBe(putDate(checked.template, '2025-12-30'));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('an address on GitHub', () => {
  const file = 'data/2026-06-25_AI_enhanced_Chinese.jsonl';
  test.each([
    [`https://raw.githubusercontent.com/someone/daily/data/${file}`, ['data']],
    [`https://raw.githubusercontent.com/someone/daily/refs/heads/data/${file}`, ['data']],
    [`https://github.com/someone/daily/blob/data/${file}`, ['data']],
    [`https://github.com/someone/daily/blob/data/${file}#L3-L7`, ['data']],
    [`https://github.com/someone/daily/blob/data/${file}?plain=1`, ['data']],
    [`https://www.github.com/someone/daily/raw/refs/heads/data/${file}`, ['data']],
    [`https://cdn.jsdelivr.net/gh/someone/daily@data/${file}`, ['data']],
    [`https://cdn.jsdelivr.net/gh/someone/daily/${file}`, ['main', 'master']],
    [`https://api.github.com/repos/someone/daily/contents/${file}?ref=data`, ['data']],
    [`https://api.github.com/repos/someone/daily/contents/${file}`, ['main', 'master']],
    [`https://github.com/someone/daily/blob/${'0123456789'.repeat(4)}/${file}`, ['main', 'master']],
    ['https://raw.githubusercontent.com/someone/daily/data/data/{date}_AI_enhanced_Chinese.jsonl', ['data']],
  ])('%s becomes a place that several routes lead to', (text, branches) => {
    expect(checkTemplate(text)).toEqual({ template: '', isPrivate: false, github: { ...PLACE, branches } });
  });

  test.each([
    ['https://github.com/Someone/site/blob/main/a/{date}.md', 'https://someone.github.io/site/a/{date}.md'],
    ['https://github.com/Someone/someone.github.io/blob/master/{date}.md', 'https://someone.github.io/{date}.md'],
    ['https://github.com/Someone/site/blob/gh-pages/{date}.md', 'https://someone.github.io/site/{date}.md'],
    ['https://github.com/Someone/site/blob/data/{date}.md', null],
  ])('%s may be on github.io at %s', (text, pages) => {
    expect(checkTemplate(text)).toMatchObject({ github: { pages } });
  });

  test.each([
    'https://raw.githubusercontent.com.evil.example/someone/daily/data/{date}.md',
    'https://raw.githubusercontent.com:8443/someone/daily/data/{date}.md',
    'https://someone.github.io/daily/{date}.md',
    'https://cdn.jsdelivr.net/npm/daily/{date}.md',
    'https://proxy.example/https://raw.githubusercontent.com/someone/daily/data/{date}.md',
  ])('%s is an address of its own', (text) => expect(checkTemplate(text)).toEqual(own(text)));
});

describe('a prefix before raw addresses', () => {
  test.each([
    ['https://proxy.example', 'https://proxy.example/', false],
    ['https://proxy.example/#', 'https://proxy.example/', false],
    ['https://proxy.example/gh', 'https://proxy.example/gh/', false],
    ['https://proxy.example/?url=', 'https://proxy.example/?url=', false],
    ['192.168.1.2:99/', 'http://192.168.1.2:99/', true],
  ])('reads %s', (text, prefix, isPrivate) => expect(checkPrefix(text)).toEqual({ prefix, isPrivate }));

  test.each([
    ['', 'empty'],
    ['https:// proxy', 'not-an-address'],
    ['http://proxy.example/', 'not-https'],
    ['https://me@proxy.example/', 'has-user'],
    ['https://proxy.example/#x', 'has-fragment'],
  ])('refuses %j: %s', (text, problem) => expect(checkPrefix(text)).toEqual({ problem }));
});

describe('which addresses may be asked for a feed', () => {
  const lab = feedOf({ github: null, template: 'http://192.168.1.2:8080/{date}.md' });
  test.each([
    ['https://raw.githubusercontent.com/someone/daily/data/x.jsonl', feedOf(), true],
    ['https://raw.githubusercontent.com:443/anything', feedOf(), true],
    ['http://192.168.1.2:8080/2026-06-25.md', lab, true],
    ['http://raw.githubusercontent.com/someone/daily/data/x.jsonl', feedOf(), false],
    ['https://raw.githubusercontent.com:8443/someone', feedOf(), false],
    ['https://raw.githubusercontent.com.evil.example/', feedOf(), false],
    ['https://me@raw.githubusercontent.com/', feedOf(), false],
    ['https://cdn.jsdelivr.net/gh/someone/daily@data/x.jsonl', feedOf(), false],
    ['https://api.github.com/repos/someone/daily', feedOf(), false],
    ['http://192.168.1.2:8081/2026-06-25.md', lab, false],
    ['http://192.168.1.3:8080/2026-06-25.md', lab, false],
    ['https://raw.githubusercontent.com/', feedOf({ routes: [{ kind: 'raw', on: false }] }), false],
    ['', feedOf(), false],
  ])('%s', (url, feed, allowed) => expect(isAllowedUrl(url, feed)).toBe(allowed));
});
