import { isPrivateHost } from '@/core/model/address';
import type { ModelConfig } from '@/core/model/config';
import { browser } from './webext';

/** The number of an origin's rule: the same in every context, so that setting it twice leaves one rule. */
function ruleIdOf(origin: string): number {
  let hash = 0;
  for (const character of origin) hash = (hash * 31 + character.charCodeAt(0)) % 0x7fffffff;
  return hash + 1; // rules count from 1
}

/**
 * Lets our own requests to an origin go without the `Origin` header, until the browser is closed. A browser puts it on every
 * POST, access granted or not, and Ollama answers 403 to those of extensions. Requests of web pages keep theirs: it is what
 * keeps them out of a local server.
 */
export async function dropOriginFor(origin: string): Promise<void> {
  const id = ruleIdOf(origin);
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [id],
    addRules: [
      {
        id,
        action: { type: 'modifyHeaders', requestHeaders: [{ header: 'origin', operation: 'remove' }] },
        condition: {
          // Our own pages and background, by the host of their addresses: the id in Chromium, another in Firefox.
          initiatorDomains: [new URL(browser.runtime.getURL('/')).hostname],
          urlFilter: `|${origin}/`, // with the port, which `requestDomains` could not name
          resourceTypes: ['xmlhttprequest', 'other'],
        },
      },
    ],
  });
}

/** To be called before each request to a model, by whoever sends it: servers on one's own machine check `Origin`. */
export async function ensureModelReachable(config: Pick<ModelConfig, 'protocol' | 'baseUrl'>): Promise<void> {
  const { origin, hostname } = new URL(config.baseUrl);
  if (config.protocol !== 'ollama' && !isPrivateHost(hostname)) return;
  try {
    await dropOriginFor(origin);
  } catch (cause) {
    // The request may still be answered; if it is not, the reader is told how to allow Daodu in Ollama itself.
    console.warn(cause);
  }
}
