import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright';

interface TargetInfo {
  targetId: string;
  url: string;
  type: string;
}

/** The side panel, which playwright takes for none of its pages: driven over the protocol beneath. */
export interface SidePanel {
  /** What an expression gives there; a promise is awaited. */
  evaluate: (expression: string) => Promise<unknown>;
  /** Waits until an expression is true there. */
  until: (expression: string) => Promise<void>;
  /** A picture of it, PNG in base64. */
  picture: () => Promise<string>;
}

async function findTarget(session: CDPSession, file: string): Promise<TargetInfo> {
  for (;;) {
    const { targetInfos } = (await session.send('Target.getTargets')) as { targetInfos: TargetInfo[] }; // the protocol's own
    const found = targetInfos.find(({ type, url }) => type === 'page' && url.endsWith(file));
    if (found) return found;
    await wait(50);
  }
}

/** Attaches to the open side panel. `page` is any page of the browser. */
export async function attachSidePanel(page: Page): Promise<SidePanel> {
  const browser = page.context().browser();
  const session = browser ? await browser.newBrowserCDPSession() : await page.context().newCDPSession(page);
  const { targetId } = await findTarget(session, '/sidepanel.html');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  let last = 0;
  const waiting = new Map<number, (result: unknown) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message) as { id?: number; result?: unknown }; // the protocol's own
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer.result);
  });
  const send = async (method: string, params: object): Promise<unknown> => {
    last += 1;
    const id = last;
    const answered = new Promise((resolve) => {
      waiting.set(id, resolve);
    });
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    return answered;
  };
  const evaluate = async (expression: string) => {
    const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result } = (await send('Runtime.evaluate', params)) as { result: { value?: unknown } }; // the protocol's own
    return result.value;
  };
  return {
    evaluate,
    async until(expression) {
      while ((await evaluate(`Boolean(${expression})`)) !== true) await wait(50);
    },
    async picture() {
      const { data } = (await send('Page.captureScreenshot', { format: 'png' })) as { data: string }; // the protocol's own
      return data;
    },
  };
}
