import { gzipSync } from 'node:zlib';
import type { Paper } from '@/core/paper';
import { dayFileOf } from './feed-days';

/** A file that is not what it should be. */
export interface BadFile {
  name: string;
  bytes: Uint8Array;
  /** Papers that are to come of it all the same; null where nothing can. */
  papers: number | null;
  /** What the reader is told where nothing comes of it: a part of the sentence. */
  said?: RegExp;
  /** Lines that are told of as of no use. */
  skipped?: number;
  /** What browsers make of it where that is something else: Chromium writes values as text however deep they are nested. */
  inBrowser?: { papers: number; skipped: number };
}

const text = (value: string) => new TextEncoder().encode(value);
const NO_REPORT = /没有认出日报|认不出日报/;
const NOT_UTF8 = /不是 UTF-8 文本/;

/** Files of three papers that are broken, doubled, too large, or something else; each in the way that its name says. */
export function badFiles(papers: readonly Paper[]): BadFile[] {
  const three = papers.slice(0, 3);
  const day = dayFileOf(three);
  const [first = '', second = '', third = ''] = day.split('\n');
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const utf16 = Buffer.from(`\uFEFF${day}`, 'utf16le');
  const json = JSON.stringify({
    file: 'x',
    report: { date: null, papers: three.map(({ id, title }) => ({ id, title })) },
    skipped: [],
  });
  // In the middle of a Chinese character.
  const half = text(day).subarray(0, text(day.slice(0, day.indexOf('快了'))).length + 1);
  return [
    { name: 'duplicate-keys', bytes: text(day.replace('{"id"', '{"id":"x","title":7,"id"')), papers: 3 },
    { name: 'repeated-rows', bytes: text(day + day), papers: 3, skipped: 3 },
    { name: 'rows-no-objects', bytes: text(`1\n"x"\n[]\nnull\ntrue\n${day}`), papers: 3, skipped: 5 },
    {
      name: 'five-megabytes',
      bytes: text(
        `${day}${first.replace(/"tldr":"/, `$&${'长文 '.repeat(710_000)}`).replace(three[0]?.id ?? '', '2512.00001')}`,
      ),
      papers: 4,
    },
    {
      name: 'deep',
      bytes: text(`${day}{"id":"2512.00001","title":"Deep","summary":"x","AI":{"tldr":"深","x":${deep}}}`),
      papers: 3,
      skipped: 1,
      inBrowser: { papers: 4, skipped: 0 },
    },
    { name: 'too-large', bytes: text(`${day}${' '.repeat(10.1 * 1024 * 1024)}`), papers: null, said: /超过 10 MB/ },
    { name: 'utf-16', bytes: utf16, papers: null, said: NOT_UTF8 },
    { name: 'gbk', bytes: Buffer.from('b5bcb6c1c8d5b1a80a', 'hex'), papers: null, said: NOT_UTF8 },
    { name: 'gzip', bytes: gzipSync(day), papers: null, said: NOT_UTF8 },
    {
      name: 'login-page',
      bytes: text('<!DOCTYPE html><html><head><title>Log in</title></head><body><form></form></body></html>'),
      papers: null,
      said: /网页|没有认出日报|认不出日报/,
    },
    { name: 'empty', bytes: text(''), papers: null, said: NO_REPORT },
    { name: 'list-empty', bytes: text('[]'), papers: null, said: NO_REPORT },
    { name: 'object-empty', bytes: text('{}'), papers: null, said: /不是导读认识的格式|格式不认识/ },
    { name: 'null', bytes: text('null'), papers: null, said: NO_REPORT },
    { name: 'cut-in-row', bytes: text(`${first}\n${second}\n${third.slice(0, 100)}`), papers: 2, skipped: 1 },
    { name: 'cut-in-sign', bytes: half, papers: null, said: NOT_UTF8 },
    { name: 'crlf', bytes: text(day.replaceAll('\n', '\r\n')), papers: 3 },
    { name: 'bom', bytes: text(`\uFEFF${day}`), papers: 3 },
    {
      name: 'json-bad-paper',
      bytes: text(json.replace('"papers":[', '"papers":[null,{"id":"nothing","title":"x"},{"id":7},')),
      papers: 3,
      skipped: 3,
    },
  ];
}
