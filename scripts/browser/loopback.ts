import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Site } from './site';

export interface Loopback {
  port: number;
  /** Every address asked for, in order. Browsers' own services may be among them. */
  requests: string[];
  close: () => Promise<void>;
}

/** A key and a certificate for some names (`*.arxiv.org`). Node itself cannot make a certificate, openssl can. */
function makeCertificate(names: readonly string[]): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'daodu-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    const alternatives = `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`;
    const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync(
      'openssl',
      [...made, '-keyout', key, '-out', cert, '-subj', '/CN=arxiv.org', '-addext', alternatives],
      {
        stdio: 'ignore',
      },
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The address that a request asks for, whatever port of this machine it came to. */
export function addressOf({ headers, url = '/' }: IncomingMessage): string {
  return `https://${headers.host ?? 'localhost'}${url}`;
}

/** Answers with what a site has at the address. */
export function answerFrom(site: Site, request: IncomingMessage, response: ServerResponse): void {
  const found = site.answer(addressOf(request));
  // In one piece, with its length: a page that trickled in would be measured, not the extension.
  const body = found?.body ?? Buffer.from('not here');
  response.writeHead(found?.status ?? 404, {
    'content-type': found?.contentType ?? 'text/plain',
    'content-length': body.length,
  });
  response.end(body);
}

/**
 * Serves HTTPS on a free port of this machine; the browser must be told to come here and to trust it.
 *
 * @param names hosts beside arXiv's that it stands for.
 */
export async function serveHttps(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  names: readonly string[] = [],
): Promise<Loopback> {
  const requests: string[] = [];
  const server = createServer(makeCertificate(['arxiv.org', '*.arxiv.org', ...names]), (request, response) => {
    requests.push(addressOf(request));
    answer(request, response);
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return {
    port: (server.address() as AddressInfo).port, // an AddressInfo, as the server listens on TCP
    requests,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Serves a site over HTTPS. */
export function serveLoopback(site: Site): Promise<Loopback> {
  return serveHttps((request, response) => answerFrom(site, request, response));
}
