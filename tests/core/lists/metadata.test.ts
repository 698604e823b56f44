import { describe, expect, test } from 'vitest';
import type { PoliteRequest } from '@/core/arxiv/polite-fetch';
import { AppError, type ErrorCode } from '@/core/errors';
import { askMetadata, metadataRetryDelay } from '@/core/lists/metadata';

const entry = (id: string) =>
  `<entry><id>http://arxiv.org/abs/${id}</id><title>T</title><summary>S</summary><published>2026-01-03T00:00:00Z</published><author><name>Ada</name></author><category term="cs.CV"/></entry>`;
const feed = (...entries: string[]) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`;

function asker(text: string, status = 200) {
  const asked: PoliteRequest[] = [];
  const ask = (request: PoliteRequest) => {
    asked.push(request);
    return Promise.resolve({ status, text, bytes: new Uint8Array(), etag: null });
  };
  return { asked, ask };
}

describe('asking arXiv for listed papers', () => {
  test('asks for all of them at once, and gives those that it knows', async () => {
    const { asked, ask } = asker(feed(entry('2601.01234v2'), entry('2601.99999v1'), entry('2601.01235')));
    const papers = await askMetadata(['2601.01234', '2601.01235', 'hep-th/9901001'], ask);
    expect(asked).toEqual([
      {
        kind: 'api',
        url: 'https://export.arxiv.org/api/query?id_list=2601.01234,2601.01235,hep-th%2F9901001&start=0&max_results=3',
      },
    ]);
    // What was not asked for, and what names no version, is left out.
    expect(papers).toEqual([
      expect.objectContaining({
        id: '2601.01234',
        version: 2,
        title: 'T',
        authors: ['Ada'],
        published: '2026-01-03',
        from: 'page',
      }),
    ]);
  });

  test.each([
    ['<html>', 200],
    ['', 400],
    ['Rate exceeded.', 200],
  ])('refuses %j under %i', (text, status) =>
    expect(askMetadata(['2601.01234'], asker(text, status).ask)).rejects.toMatchObject({
      code: expect.stringMatching(/^arxiv-/),
    }),
  );

  test('asks for nothing where nothing is wanted', async () => {
    const { asked, ask } = asker(feed());
    expect(await askMetadata([], ask)).toEqual([]);
    expect(asked).toEqual([]);
  });
});

test.each<[ErrorCode, number, number | null]>([
  ['arxiv-offline', 1, 30_000],
  ['arxiv-offline', 3, 120_000],
  ['arxiv-offline', 500, 3_600_000],
  ['arxiv-busy', 9, 3_600_000],
  ['arxiv-answer', 5, 480_000],
  ['arxiv-answer', 6, null],
  ['storage-newer', 1, null],
  ['stopped', 1, null],
])('after %s for the %i. time arXiv is asked again in %j ms', (code, attempt, wait) =>
  expect(metadataRetryDelay(new AppError(code, ''), attempt)).toBe(wait),
);
