import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

/** A key and a certificate for arXiv's names. Node itself cannot make a certificate, openssl can. */
function makeCertificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'daodu-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    const names = 'subjectAltName=DNS:arxiv.org,DNS:*.arxiv.org';
    const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync('openssl', [...made, '-keyout', key, '-out', cert, '-subj', '/CN=arxiv.org', '-addext', names], {
      stdio: 'ignore',
    });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Serves a site over HTTPS on a free port of this machine; the browser must be told to come here and to trust it. */
export async function serveLoopback(site: Site): Promise<Loopback> {
  const requests: string[] = [];
  const server = createServer(makeCertificate(), (request, response) => {
    const url = `https://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`;
    requests.push(url);
    const found = site.answer(url);
    // In one piece, with its length: a page that trickled in would be measured, not the extension.
    const body = found?.body ?? Buffer.from('not here');
    response.writeHead(found?.status ?? 404, {
      'content-type': found?.contentType ?? 'text/plain',
      'content-length': body.length,
    });
    response.end(body);
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
