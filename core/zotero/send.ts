import * as z from 'zod/mini';
import { AppError } from '../errors';
import type { ZoteroItem } from '../export/zotero';
import { callZotero, type ZoteroAnswer, type ZoteroTools } from './connector';

/** The first Zotero with the item type `preprint` and notes as we write them. */
const OLDEST_MAJOR = 6;

/** Where Zotero puts what comes: the collection that is chosen in its window. */
export interface ZoteroTarget {
  /** As its own list names it: 我的文库, or a collection. Null where Zotero does not say. */
  name: string | null;
  /** `C12` or `L1`; null where Zotero does not say. */
  id: string | null;
}

const selectedSchema = z.object({
  libraryID: z.number(),
  libraryEditable: z.optional(z.boolean()),
  editable: z.optional(z.nullable(z.boolean())),
  libraryName: z.optional(z.string()),
  id: z.optional(z.nullable(z.number())),
  name: z.optional(z.nullable(z.string())),
  targets: z.optional(z.array(z.object({ id: z.string(), name: z.string() }))),
});
type Selected = z.infer<typeof selectedSchema>;

const NOWHERE: ZoteroTarget = { name: null, id: null };

const isDone = ({ status }: ZoteroAnswer): boolean => status >= 200 && status < 300;

function isTooOld(version: string | null): boolean {
  const major = /^(\d+)\./.exec(version ?? '')?.[1];
  return major !== undefined && Number(major) < OLDEST_MAJOR;
}

/** Where a chosen place cannot be written to, Zotero takes its first library that can. */
function toTarget(selected: Selected): ZoteroTarget {
  const { libraryID, libraryEditable, editable, libraryName, id, name, targets = [] } = selected;
  if (libraryEditable === false || editable === false) {
    const [first] = targets;
    if (!first) throw new AppError('zotero-read-only', 'no library of Zotero can be written to');
    return { id: first.id, name: first.name };
  }
  return { id: id ? `C${id}` : `L${libraryID}`, name: name ?? libraryName ?? null };
}

/**
 * Looks whether Zotero runs and where it would put papers.
 *
 * @throws AppError `zotero-offline`, `zotero-old`, `zotero-refused`, `zotero-read-only`, or `zotero-other` where something else
 *   answers at its address.
 */
export async function findZotero(tools: ZoteroTools): Promise<ZoteroTarget> {
  const ping = await callZotero('ping', {}, tools);
  if (ping.status === 401 || ping.status === 403) throw new AppError('zotero-refused', 'Zotero refused the ping');
  if (!isDone(ping)) throw new AppError('zotero-other', `the ping was answered ${ping.status}`);
  if (isTooOld(ping.zoteroVersion)) throw new AppError('zotero-old', `Zotero is ${ping.zoteroVersion}`);
  const answer = await callZotero('getSelectedCollection', {}, tools);
  const selected = isDone(answer) ? selectedSchema.safeParse(answer.json) : null;
  return selected?.success ? toTarget(selected.data) : NOWHERE;
}

const refusalSchema = z.object({ error: z.optional(z.string()), libraryEditable: z.optional(z.boolean()) });

function toRefusal({ status, json }: ZoteroAnswer): AppError {
  const said = refusalSchema.safeParse(json);
  const { error = '', libraryEditable = true } = said.success ? said.data : {};
  const message = `saveItems was answered ${status} ${error}`.trim();
  if (!libraryEditable) return new AppError('zotero-read-only', message);
  if (error === 'CONNECTOR_VERSION_OUTDATED') return new AppError('zotero-newer', message);
  if (status === 401 || status === 403) return new AppError('zotero-refused', message);
  if (status === 404 || status === 501) return new AppError('zotero-other', message);
  return new AppError('zotero-failed', message);
}

async function save(item: ZoteroItem, sessionID: string, tools: ZoteroTools): Promise<ZoteroAnswer> {
  try {
    return await callZotero('saveItems', { sessionID, uri: item.url, items: [item] }, tools);
  } catch (cause) {
    tools.signal?.throwIfAborted();
    // It was there a moment ago: whether it took the paper in before it fell silent, nobody can tell from here.
    throw new AppError('zotero-cut', 'Zotero fell silent while it saved', { cause });
  }
}

/**
 * Sends one paper, in a session of its own, so that each is known to have arrived or not. Zotero takes what connectors send for
 * tags of the page, and leaves those away where its reader wants none; so the reader's own are added as their own afterwards.
 *
 * @param newSession makes an id that no session has.
 * @throws AppError with a code of Zotero's; `zotero-cut` where the paper may be there all the same.
 */
export async function sendToZotero(
  item: ZoteroItem,
  target: ZoteroTarget,
  newSession: () => string,
  tools: ZoteroTools,
): Promise<void> {
  let sessionID = newSession();
  // Once begun it is carried through: a stop between the two would leave a paper without its tags.
  const through: ZoteroTools = {
    fetch: tools.fetch,
    clock: tools.clock,
    ...(tools.origin && { origin: tools.origin }),
  };
  tools.signal?.throwIfAborted();
  let answer = await save(item, sessionID, through);
  if (answer.status === 409) {
    sessionID = newSession();
    answer = await save(item, sessionID, through);
  }
  if (!isDone(answer)) throw toRefusal(answer);
  if (item.tags.length > 0 && target.id !== null) await addTags(item, { sessionID, target: target.id }, through);
}

/** The paper is there with its tags in any case; at worst they are of the other kind, so nothing that goes wrong here is told. */
async function addTags(item: ZoteroItem, session: { sessionID: string; target: string }, tools: ZoteroTools) {
  const tags = item.tags.map(({ tag }) => tag);
  // Earlier ones take one text, which commas divide.
  for (const form of [tags, tags.map((tag) => tag.replaceAll(',', ' ')).join(',')]) {
    const answer = await callZotero('updateSession', { ...session, tags: form }, tools).catch(() => null);
    if (!answer || isDone(answer)) return;
  }
}
