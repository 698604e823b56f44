import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright';
import type { Loopback } from './loopback';
import type { Site } from './site';

export interface ChromiumOptions {
  /** Folder of the built extension; null for a browser without one. */
  extension: string | null;
  /** Folder of the profile; '' for a temporary one. */
  profile?: string;
  headless?: boolean;
  /** Serves every page but those of servers on this machine; what it does not have is answered 404: nothing reaches the network. */
  site?: Site | null;
  /** Stands for every host instead, over real connections: also what a service worker asks for comes there. */
  server?: Loopback | null;
  args?: string[];
  context?: BrowserContextOptions;
}

/** A running Chromium with the extension in it. */
export interface Chromium {
  context: BrowserContext;
  /** Address of one of the extension's own pages, such as `popup.html`. */
  pageUrl: (path: string) => string;
  /** Every http(s) address asked for since the start, by whomever, in order. */
  requests: string[];
  close: () => Promise<void>;
}

/** Starts Chromium (CHROMIUM_PATH, else playwright's own) with the built extension. */
export async function openChromium(options: ChromiumOptions): Promise<Chromium> {
  const { extension, profile = '', headless = true, site = null, server = null, args = [] } = options;
  const executablePath = process.env['CHROMIUM_PATH'];
  const launch = (chromiumSandbox: boolean) =>
    chromium.launchPersistentContext(profile, {
      headless,
      chromiumSandbox,
      // Without a path playwright would take its headless shell, which runs no extension.
      ...(executablePath ? { executablePath } : { channel: 'chromium' }),
      args: [
        ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
        ...(server
          ? [`--host-resolver-rules=MAP * 127.0.0.1:${server.port}, EXCLUDE 127.0.0.1`, '--ignore-certificate-errors']
          : []),
        ...args,
      ],
      viewport: headless ? { width: 1366, height: 768 } : null,
      ...options.context,
    });
  // A window on real pages keeps the sandbox where the machine has one; root and many containers have none.
  const context = await (headless || process.getuid?.() === 0
    ? launch(false)
    : launch(true).catch(() => launch(false)));

  const requests: string[] = [];
  context.on('request', (request) => {
    if (/^https?:/.test(request.url())) requests.push(request.url());
  });
  if (site) {
    await context.route(/^https?:\/\/(?!127\.0\.0\.1[:/])/, async (route) => {
      const found = site.answer(route.request().url());
      await route.fulfill(found ?? { status: 404, contentType: 'text/plain', body: 'not here' });
    });
  }
  const base = extension ? extensionBase(extension) : '';
  return { context, pageUrl: (path) => base + path, requests, close: () => context.close() };
}

/** The address Chromium gives an unpacked extension without a key: half its folder's SHA-256, in the letters a to p. */
function extensionBase(folder: string): string {
  const path = Buffer.from(realpathSync(folder), process.platform === 'win32' ? 'utf16le' : 'utf8');
  const digits = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return `chrome-extension://${digits.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))}/`;
}

/** Ends every service worker, as the browser does after half a minute without work: all that was in memory is gone. */
export async function stopWorkers(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await cdp.detach();
}
