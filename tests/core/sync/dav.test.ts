import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DavFolder } from '@/core/sync/dav';
import { parseMultistatus } from '@/core/sync/multistatus';
import { VirtualClock } from '../../virtual-clock';

const ANSWER = '<d:multistatus xmlns:d="DAV:"></d:multistatus>';

/** What the server does with a request. */
let answer: RequestListener = () => undefined;

describe('a server', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume();
      answer(request, response);
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const open = (clock = new VirtualClock()) => {
    const { port } = server.address() as AddressInfo; // as: it listens on TCP
    const account = { url: `http://127.0.0.1:${port}/`, user: 'a', password: 'b', device: '', deviceName: '' };
    return new DavFolder(account, { fetch, clock });
  };

  test.each([
    [401, '', 'sync-password'],
    [401, '<s:exception>BlockedTemporarily</s:exception>', 'sync-busy'],
    [403, '', 'sync-refused'],
    [405, '', 'sync-no-dav'],
    [413, '', 'sync-full'],
    [423, '', 'sync-locked'],
    [429, '', 'sync-busy'],
    [500, '', 'sync-failed'],
    [501, '', 'sync-no-dav'],
    [503, '', 'sync-busy'],
    [507, '', 'sync-full'],
    [200, '<!doctype html><p>Welcome', 'sync-no-dav'],
    [207, '<html></html>', 'sync-no-dav'],
    [207, `<!DOCTYPE x [<!ENTITY a "b">]>${ANSWER}`, 'sync-no-dav'],
    [207, 'x'.repeat(2_100_000), 'sync-no-dav'],
  ])('that answers %d %s is %s', async (status, body, code) => {
    answer = (_, response) => response.writeHead(status).end(body);
    await expect(open().list()).rejects.toMatchObject({ code });
  });

  test.each([404, 409])('that answers %d has no such folder yet', async (status) => {
    answer = (_, response) => response.writeHead(status).end();
    expect(await open().list()).toBeNull();
  });

  test('without the folder in which ours is to be made says so', async () => {
    answer = (_, response) => response.writeHead(409).end();
    await expect(open().make()).rejects.toMatchObject({ code: 'sync-missing' });
  });

  test('says how long it wants to be left alone', async () => {
    answer = (_, response) => response.writeHead(503, { 'retry-after': '1800' }).end();
    await expect(open().list()).rejects.toMatchObject({ code: 'sync-busy', retryAfterSeconds: 1_800 });
  });

  test('that does not answer is given up', async () => {
    const clock = new VirtualClock();
    const asked = new Promise<void>((done) => {
      answer = () => done();
    });
    const listed = expect(open(clock).list()).rejects.toMatchObject({ code: 'sync-slow' });
    await asked;
    await clock.pass(121_000);
    await listed;
  });

  test('that leads elsewhere is not followed, nor told the password there', async () => {
    const paths: string[] = [];
    answer = ({ url = '' }, response) => {
      paths.push(url);
      response.writeHead(302, { location: '/elsewhere/' }).end();
    };
    await expect(open().list()).rejects.toMatchObject({ code: 'sync-moved' });
    expect(paths.filter((path) => path.includes('elsewhere'))).toEqual([]);
  });
});

const listing = (start: string, prefix: string) => `<?xml version="1.0"?>
<${prefix}multistatus ${start}>
  <${prefix}response><${prefix}href>/dav/daodu/</${prefix}href><${prefix}propstat><${prefix}prop><${prefix}resourcetype><${prefix}collection/></${prefix}resourcetype></${prefix}prop><${prefix}status>HTTP/1.1 200 OK</${prefix}status></${prefix}propstat></${prefix}response>
  <${prefix}response><${prefix}href>https://host/dav/daodu/daodu%2Daaaaaaaa-1.jsonl</${prefix}href><${prefix}propstat><${prefix}prop><${prefix}resourcetype/><${prefix}getcontentlength>12</${prefix}getcontentlength></${prefix}prop><${prefix}status>HTTP/1.1 200 OK</${prefix}status></${prefix}propstat><${prefix}propstat><${prefix}prop><${prefix}getlastmodified/></${prefix}prop><${prefix}status>HTTP/1.1 404 Not Found</${prefix}status></${prefix}propstat></${prefix}response>
</${prefix}multistatus>`;

describe('a listing', () => {
  test.each([
    ['xmlns:D="DAV:"', 'D:'],
    ['xmlns="DAV:"', ''],
    ['xmlns:lp1="DAV:" xmlns:D="other"', 'lp1:'],
  ])('is read with the prefixes of %s', (start, prefix) => {
    expect(parseMultistatus(listing(start, prefix))).toEqual([
      { name: 'daodu-aaaaaaaa-1.jsonl', bytes: 12, modified: null },
    ]);
  });

  test.each([
    ['nothing', ''],
    ['another namespace', listing('xmlns:D="other"', 'D:')],
    ['none', listing('', '')],
    ['what ends early', listing('xmlns="DAV:"', '').slice(0, 200)],
    ['a page', '<html><body>404</body></html>'],
  ])('is none in %s', (_, text) => expect(parseMultistatus(text)).toBeNull());
});
