import type { Runtime } from 'webextension-polyfill';
import * as z from 'zod/mini';
import { parseAbsUrl, parseCitedId } from '@/core/arxiv/id';
import { isListUrl } from '@/core/arxiv/list-url';
import { AppError, type ErrorCode } from '@/core/errors';
import type { JobView } from '@/core/jobs/view';
import { type Handlers, type Name, type Outcome, type Request, requests } from './protocol';
import { JOB_PORT } from './job-port';
import { WAKE_PORT } from './wake-port';
import { browser } from './webext';

const envelopeSchema = z.strictObject({ name: z.string(), request: z.unknown() });

function isName(name: string): name is Name {
  return Object.hasOwn(requests, name);
}

/** Every paper that a request speaks of. */
function paperIdsOf(request: Request<Name>): string[] {
  const ids = 'id' in request ? [request.id] : [];
  return 'paper' in request && request.paper ? [...ids, request.paper.id] : ids;
}

/**
 * The paper whose abstract page sent a message; null for any other sender. `sender.url` is set by the browser, so a page
 * that gets hold of a content script can speak of its own paper only.
 */
function senderPaper(sender: Runtime.MessageSender): string | null {
  return parseAbsUrl(senderUrl(sender))?.base ?? null;
}

/** Where our script in a tab's own page stands; '' for any other sender. */
function senderUrl(sender: Runtime.MessageSender): string {
  const isOurs = sender.id === browser.runtime.id && sender.tab && sender.frameId === 0;
  return (isOurs && sender.url) || '';
}

/** Whether a sender may ask this: a list speaks of all papers, and an abstract page of its own. */
function mayAsk(name: Name, request: Request<Name>, sender: Runtime.MessageSender): boolean {
  if (name.startsWith('list/')) return isListUrl(senderUrl(sender));
  const own = senderPaper(sender);
  return paperIdsOf(request).every((id) => id === own);
}

async function answer<N extends Name>(handlers: Handlers, name: N, message: unknown, sender: Runtime.MessageSender) {
  const parsed = z.safeParse(requests[name], message);
  if (!parsed.success) throw new AppError('bad-request', `${name} of the wrong shape`);
  const request = parsed.data as Request<N>; // as: TypeScript does not connect requests[name] with N
  if (!mayAsk(name, request, sender)) throw new AppError('bad-request', `${name} from the wrong page`);
  return handlers[name](request, sender.tab?.id ?? null);
}

/**
 * Answers the content scripts. Call it synchronously when the worker starts, or a message that woke it is missed.
 *
 * @param explain gives the reader's sentence for an error code.
 */
export function serve(handlers: Handlers, explain: (code: ErrorCode) => Promise<string>): void {
  browser.runtime.onMessage.addListener(
    async (message: unknown, sender: Runtime.MessageSender): Promise<Outcome<Name>> => {
      try {
        const envelope = z.safeParse(envelopeSchema, message);
        if (!envelope.success || !isName(envelope.data.name)) {
          throw new AppError('bad-request', 'a message that is no request of ours');
        }
        return { value: await answer(handlers, envelope.data.name, envelope.data.request, sender) };
      } catch (cause) {
        console.error(cause);
        const code = cause instanceof AppError ? cause.code : 'unknown';
        return { code, message: await explain(code) };
      }
    },
  );
}

function isOwnPage(sender: Runtime.MessageSender | undefined): boolean {
  const own = browser.runtime.getURL('/');
  return sender?.id === browser.runtime.id && (sender.url?.startsWith(own) ?? false);
}

/** The paper whose job a port is about: a content script's is that of its page, our own pages name it. */
function followedPaper({ name, sender }: Runtime.Port): string | null {
  if (!sender) return null;
  if (name === JOB_PORT) return senderPaper(sender);
  const named = name.startsWith(`${JOB_PORT} `) && isOwnPage(sender) ? name.slice(JOB_PORT.length + 1) : '';
  return parseCitedId(named)?.base ?? null;
}

/** A page that follows what is being written of its paper. */
export interface Follower {
  paperId: string;
  post: (job: JobView | null) => void;
  /** Called once when the page has gone or has heard enough. */
  onLeave: (left: () => void) => void;
}

/**
 * Lets pages follow the job of their own paper, and our own pages that of any. Call it synchronously when the worker starts; what
 * comes from any other sender or under another name is turned away.
 */
export function serveFollowers(onFollow: (follower: Follower) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === WAKE_PORT) return; // see `serveWakes`
    const paperId = followedPaper(port);
    if (paperId === null) return port.disconnect();
    onFollow({
      paperId,
      post: (job) => port.postMessage(job),
      onLeave: (left) => port.onDisconnect.addListener(left),
    });
  });
}

/** Lets our own pages wake the background. Call it synchronously when the worker starts. */
export function serveWakes(onWake: () => void): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== WAKE_PORT) return;
    if (isOwnPage(port.sender)) onWake();
    port.disconnect();
  });
}
