import type { ContentScriptContext as WholeContext } from 'wxt/utils/content-script-context';
import { browser } from 'wxt/browser';

/** What our content scripts know of their own life. Everything that they start ends with `signal`. */
export type ScriptContext = Pick<WholeContext, 'signal' | 'isInvalid'>;

/** An updated, reloaded or removed extension takes the id away from the scripts it left in open pages. */
export function isOrphan(): boolean {
  // The types promise an id; in an orphaned script `runtime` itself may be gone.
  const runtime: { id?: string } | undefined = browser.runtime;
  return runtime?.id === undefined;
}

/**
 * Stands in the build for WXT's class of this name (wxt.config.ts), which brings timers, a watch on the address and messages
 * to the page that nobody here needs: 0.7 kB on every abstract page.
 */
export class ContentScriptContext implements ScriptContext {
  private readonly controller = new AbortController();
  readonly signal = this.controller.signal;

  /** @param name of the content script; one that starts later on the same page ends this one. */
  constructor(name: string) {
    const started = `${browser.runtime.id}:${name}:started`;
    document.dispatchEvent(new Event(started));
    document.addEventListener(started, () => this.controller.abort(), { signal: this.signal });
  }

  /** True once a newer script has come or the extension is gone; asking ends the script in that case. */
  get isInvalid(): boolean {
    if (isOrphan()) this.controller.abort();
    return this.signal.aborted;
  }
}
