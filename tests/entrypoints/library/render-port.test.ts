import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RenderOrder } from '@/entrypoints/library/import-messages';
import { renderByPort, serveRendering } from '@/entrypoints/library/render-port';
import { db } from '@/storage/db';
import { dayFiles, dayOf } from '../../day-reports';
import { zipOf } from '../../zips';

beforeEach(async () => {
  await db.delete();
  await db.open();
});

const GIVEN = [{ name: 'days.zip', inFolder: false, file: new Blob([zipOf({ ...dayFiles(3, 2), 'bad.md': '#' })]) }];
const nameOf = (day: number) => `days.zip › reports/arxiv_cv_report_${dayOf(day)}.md`;
const ignore = () => undefined;

describe('rendering at the other end of a port', () => {
  test('gives each file that was asked for, and null for what is no report or lies elsewhere', async () => {
    const { port1, port2 } = new MessageChannel();
    serveRendering(port2, GIVEN, 1);
    const render = renderByPort(port1, new AbortController().signal);
    const files = await Promise.all([
      render(0, nameOf(0), ignore),
      render(1, nameOf(2), ignore),
      render(2, nameOf(2), ignore),
      render(3, 'days.zip › bad.md', ignore),
    ]);
    expect(files.map((file) => file?.reportId.slice(0, 10))).toEqual([dayOf(0), undefined, dayOf(2), undefined]);
    expect(files[0]?.batch?.papers).toHaveLength(2);
    expect(await db.reports.count()).toBe(0);
    port1.close();
  });

  test('is waited for no longer than the import lasts', async () => {
    const { port1, port2 } = new MessageChannel();
    const asked: RenderOrder[] = [];
    const stopping = new AbortController();
    const render = renderByPort(port1, stopping.signal);
    const heard = new Promise<void>((resolve) =>
      port2.addEventListener('message', ({ data }: MessageEvent<RenderOrder>) => {
        asked.push(data);
        resolve();
      }),
    );
    port2.start();
    const file = render(0, nameOf(0), ignore);
    await heard;
    stopping.abort();
    expect(await file).toBeNull();
    expect(await render(1, nameOf(1), ignore)).toBeNull();
    expect(asked).toEqual([{ place: 0, name: nameOf(0) }]);
    port1.close();
  });

  test('is given up when what comes cannot be read', async () => {
    const { port1, port2 } = new MessageChannel();
    const render = renderByPort(port1, new AbortController().signal);
    const file = render(0, nameOf(0), ignore);
    port1.dispatchEvent(new MessageEvent('messageerror'));
    expect(await file).toBeNull();
    expect(await render(1, nameOf(1), ignore)).toBeNull();
    port1.close();
    port2.close();
  });

  test('tells how much is done to whoever asked for that file', async () => {
    const { port1, port2 } = new MessageChannel();
    const render = renderByPort(port1, new AbortController().signal);
    const shares: string[] = [];
    const files = Promise.all([
      render(0, nameOf(0), (share) => shares.push(`0: ${share}`)),
      render(1, nameOf(1), (share) => shares.push(`1: ${share}`)),
    ]);
    for (const message of [
      { kind: 'progress', place: 0, share: 0.5 },
      { kind: 'file', place: 0, file: null },
      { kind: 'progress', place: 0, share: 0.9 },
      { kind: 'progress', place: 1, share: 0.25 },
      { kind: 'file', place: 1, file: null },
    ])
      port2.postMessage(message, []);
    expect(await files).toEqual([null, null]);
    expect(shares).toEqual(['0: 0.5', '1: 0.25']);
    port1.close();
  });
});
