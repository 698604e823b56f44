import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The fields of the item type `preprint`, as api.zotero.org/itemTypeFields names them (schema 33). */
const FIELDS = new Set(
  `title abstractNote genre repository archiveID place date series seriesNumber DOI citationKey url accessDate archive
   archiveLocation shortTitle language libraryCatalog callNumber rights extra`.split(/\s+/),
);
/** What an item holds beside its fields. */
const PARTS = new Set(['id', 'itemType', 'creators', 'tags', 'notes', 'attachments']);
const CREATOR_TYPES = new Set(['author', 'contributor', 'editor', 'translator', 'reviewedAuthor']);

type Json = Record<string, unknown>;

/** A paper as it stands in the library afterwards. */
export interface KeptItem extends Json {
  tags: { tag: string; type: number }[];
  notes: { note: string }[];
  collection: string;
}

interface Answer {
  status: number;
  body?: unknown;
}

function checkCreator(creator: Json): string[] {
  const { creatorType, firstName, lastName, fieldMode, ...others } = creator;
  const whole = fieldMode === 1 ? firstName === undefined : typeof firstName === 'string' && firstName !== '';
  const fine = CREATOR_TYPES.has(String(creatorType)) && typeof lastName === 'string' && lastName !== '' && whole;
  return fine && Object.keys(others).length === 0 ? [] : [`creator ${JSON.stringify(creator)}`];
}

/** What Zotero would not take as it is. */
function checkItem(item: Json): string[] {
  const wrong = Object.entries(item).flatMap(([name, value]) => {
    if (FIELDS.has(name)) return typeof value === 'string' ? [] : [`${name} is no text`];
    return PARTS.has(name) ? [] : [`no field ${name}`];
  });
  const list = (name: string) => (Array.isArray(item[name]) ? (item[name] as Json[]) : []); // as: checked one by one below
  if (item['itemType'] !== 'preprint') wrong.push('item type');
  if (!/^(?:\d{4}(?:-\d\d-\d\d)?)?$/.test(String(item['date']))) wrong.push('date');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(item['accessDate']))) wrong.push('access date');
  wrong.push(...list('creators').flatMap(checkCreator));
  wrong.push(...list('tags').flatMap(({ tag }) => (typeof tag === 'string' && tag !== '' ? [] : ['tag'])));
  wrong.push(...list('notes').flatMap(({ note }) => (typeof note === 'string' && note !== '' ? [] : ['note'])));
  return wrong;
}

/**
 * Behaves as a running Zotero does towards connectors (server.js, server_connector.js and saveSession.js of zotero/zotero,
 * 2026-11): who may ask, sessions, the chosen collection, tags of the page and tags of the reader.
 */
export class ZoteroServer {
  /** The papers in the library, in the order in which they came. */
  readonly items: KeptItem[] = [];
  /** What did not keep to the protocol or to the schema; a test that cares expects none. */
  readonly complaints: string[] = [];
  readonly requests: { path: string; headers: IncomingHttpHeaders; json: Json }[] = [];
  origin = '';
  version = '7.0.11';
  protocol = 3;
  /** Whether 自动添加标签 is on; off, tags of the page are left away. */
  automaticTags = true;
  /** The library that is chosen, and whether it may be written to; `others` says whether another may. */
  selected = { id: 1, name: '我的文库', editable: true, others: true };
  /** Answers a request in Zotero's place; null lets Zotero answer. `cut` breaks the line off. */
  instead: (path: string, json: Json) => Answer | 'cut' | null = () => null;

  readonly #sessions = new Map<string, KeptItem[]>();
  readonly #server = createServer((request, response) => {
    void this.#answer(request).then((answer) => {
      if (answer === 'cut') return request.socket.destroy();
      response.writeHead(answer.status, {
        'X-Zotero-Version': this.version,
        'X-Zotero-Connector-API-Version': String(this.protocol),
        'Content-Type': 'application/json',
      });
      return response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
    });
  });

  /** @param port 0 for a free one; Zotero's own is 23119. */
  static async start(port = 0): Promise<ZoteroServer> {
    const zotero = new ZoteroServer();
    zotero.#server.listen(port, '127.0.0.1');
    await once(zotero.#server, 'listening');
    zotero.origin = `http://127.0.0.1:${(zotero.#server.address() as AddressInfo).port}`; // as: it listens on TCP
    return zotero;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage): Promise<Answer | 'cut'> {
    const { headers, method = '', url = '' } = request;
    const body = await text(request);
    const path = url.replace('/connector/', '');
    const isBrowser = headers['user-agent']?.startsWith('Mozilla/') || headers.origin !== undefined;
    const isAllowed = headers['x-zotero-connector-api-version'] ?? headers['zotero-allowed-request'];
    if (isBrowser && !isAllowed) return 'cut';
    if (method !== 'POST' || headers['content-type'] !== 'application/json') return { status: 400 };
    let json: Json;
    try {
      json = JSON.parse(body) as Json; // as: what it holds is looked at where it is used
    } catch {
      return { status: 400 };
    }
    if (headers.cookie !== undefined) this.complaints.push('a cookie came along');
    this.requests.push({ path, headers, json });
    const instead = this.instead(path, json);
    if (instead) return instead;
    if (path === 'ping') return { status: 200, body: { prefs: { automaticSnapshots: true } } };
    if (path === 'getSelectedCollection') return { status: 200, body: this.#describe() };
    if (path === 'saveItems') return this.#save(json, Number(headers['x-zotero-connector-api-version']));
    if (path === 'updateSession') return this.#update(json);
    return { status: 404 };
  }

  #describe(): Json {
    const { id, name, editable, others } = this.selected;
    return {
      libraryID: id,
      libraryName: name,
      libraryEditable: editable,
      filesEditable: editable,
      editable,
      id: null,
      name,
      targets: editable || others ? [{ id: 'L1', name: '我的文库', filesEditable: true, level: 0 }] : [],
    };
  }

  #save(json: Json, protocol: number): Answer {
    if (protocol < this.protocol) return { status: 400, body: { error: 'CONNECTOR_VERSION_OUTDATED' } };
    const session = String(json['sessionID']);
    if (this.#sessions.has(session)) return { status: 409, body: { error: 'SESSION_EXISTS' } };
    if (!this.selected.editable && !this.selected.others) return { status: 500, body: { libraryEditable: false } };
    if (!Array.isArray(json['items'])) return { status: 500 };
    const items = json['items'] as Json[]; // as: checked by `checkItem`
    for (const item of items) this.complaints.push(...checkItem(item));
    const collection = this.selected.editable ? `L${this.selected.id}` : 'L1';
    const kept = items.map((item): KeptItem => {
      const tags = (item['tags'] ?? []) as { tag: string }[]; // as: see above
      return {
        ...structuredClone(item),
        tags: this.automaticTags ? tags.map(({ tag }) => ({ tag, type: 1 })) : [],
        notes: (item['notes'] ?? []) as { note: string }[], // as: see above
        collection,
      };
    });
    this.#sessions.set(session, kept);
    this.items.push(...kept);
    return { status: 201 };
  }

  #update(json: Json): Answer {
    const items = this.#sessions.get(String(json['sessionID']));
    if (!items) return { status: 400, body: { error: 'SESSION_NOT_FOUND' } };
    if (typeof json['target'] !== 'string' || !Array.isArray(json['tags'])) return { status: 500 };
    const added = json['tags'].map((tag) => ({ tag: String(tag), type: 0 }));
    const isAdded = new Set(added.map(({ tag }) => tag));
    for (const item of items) {
      item.tags = [...item.tags.filter(({ tag, type }) => type === 1 && !isAdded.has(tag)), ...added];
      item.collection = json['target'];
    }
    return { status: 200, body: {} };
  }
}
