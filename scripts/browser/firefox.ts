import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type Loopback, serveLoopback } from './loopback';
import type { Site } from './site';

export interface FirefoxOptions {
  /** Folder of the built extension. */
  extension: string;
  /** Folder of a profile that is kept, and with it what the extension keeps; a temporary one otherwise. */
  profile?: string;
  /** Serves every host; what it does not have is answered 404, and nothing reaches the network. Or a server that does so. */
  site: Site | Loopback;
  /** How long the event page may be idle before it dies; Firefox's own default otherwise. */
  idleMilliseconds?: number;
  /** Grants every host that the extension asks for; otherwise the question waits for a reader whom there is not. */
  grantsHosts?: boolean;
  /** Where downloads are kept, without a question. */
  downloads?: string;
}

/** A running Firefox with the extension in it. */
export interface Firefox {
  open: (url: string) => Promise<Page>;
  /** The tab of one of the extension's own pages, such as `library.html`, once it is there. */
  findPage: (path: string) => Promise<Page>;
  /** Every address asked for on loopback; those of Firefox's own services are among them. */
  requests: string[];
  close: () => Promise<void>;
  /** Ends it as a power cut would. */
  kill: () => Promise<void>;
}

/** Where a page is; '' when it does not say: a tab whose page is just being replaced may never answer. */
function addressOf(page: Page): Promise<string> {
  const asked = page.evaluate(() => location.href).catch(() => '');
  return Promise.race([asked, wait(5_000, '')]);
}

/** An extension that is installed anew at each start, as ours is here, has the same origin each time, and what it kept there. */
const KEPT = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'extensions.webextensions.uuids': JSON.stringify({ 'daodu@daodu.example': 'b1c9f2de-1f4a-4a59-9c2e-0a5f6f1f7d11' }),
};

/** What puppeteer puts aside of a kept profile while Firefox has it. It puts them back behind the end of a killed one. */
const PUT_ASIDE = ['user.js.puppeteer', 'prefs.js.puppeteer'];
const PUT_BACK_MS = 5_000;

/** Resolves once a kept profile is as puppeteer found it: started before that, Firefox may miss a file. */
async function putBack(profile: string): Promise<void> {
  const until = performance.now() + PUT_BACK_MS;
  while (PUT_ASIDE.some((name) => existsSync(join(profile, name))) && performance.now() < until) await wait(20);
}

/** Starts headless Firefox (FIREFOX_PATH) with the built extension; every host leads to the site on loopback. */
export async function openFirefox(options: FirefoxOptions): Promise<Firefox> {
  const { extension, site, idleMilliseconds, grantsHosts, downloads } = options;
  const loopback = 'port' in site ? site : await serveLoopback(site);
  const browser: Browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX_PATH'] ?? 'firefox',
    headless: true,
    ...(options.profile && { userDataDir: options.profile }),
    acceptInsecureCerts: true,
    defaultViewport: { width: 1366, height: 768 },
    extraPrefsFirefox: {
      ...(options.profile && KEPT),
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${loopback.port}`,
      'network.http.http3.enable': false,
      ...(grantsHosts && { 'extensions.webextOptionalPermissionPrompts': false }),
      ...(downloads && {
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        // Its panel would take the keys away from the page.
        'browser.download.alwaysOpenPanel': false,
      }),
      // There is no call that stops an event page; an early idle timeout does.
      ...(idleMilliseconds && { 'extensions.background.idle.timeout': idleMilliseconds }),
    },
  });
  await browser.installExtension(extension);
  return {
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    async findPage(path) {
      // Over WebDriver BiDi an extension's page cannot be opened by its address, which is known only inside the page.
      for (;;) {
        for (const page of await browser.pages()) {
          const address = await addressOf(page);
          if (address.startsWith('moz-extension:') && address.includes(path)) return page;
        }
        await wait(100);
      }
    },
    requests: loopback.requests,
    async close() {
      await browser.close();
      if (loopback !== site) await loopback.close();
    },
    async kill() {
      const process = browser.process();
      const gone = new Promise((resolve) => process?.once('exit', resolve));
      process?.kill('SIGKILL');
      await gone;
      if (options.profile) await putBack(options.profile);
      if (loopback !== site) await loopback.close();
    },
  };
}
