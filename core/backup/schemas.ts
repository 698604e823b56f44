import * as z from 'zod/mini';
import { ANNOUNCE_TYPES } from '../arxiv/announce-type';
import { analysisRecordSchema, paperRecordSchema } from '../library/json';
import { reportSchema, statusSchema } from '../paper';
import type { BackupTable } from './tables';
import { treesSchema } from './trees';

const id = z.string().check(z.minLength(1));
const names = z.array(z.string());
const time = z.number();
/** A time that is shown: what no clock tells, no calendar names. */
const shownTime = z.number().check(z.gte(0), z.lte(8.64e15));

const saveSchema = z.object({
  paperId: id,
  /** Null: the star was taken back, tags and note were kept. */
  savedAt: z.nullable(time),
  tags: names,
  note: z.string(),
  status: z.optional(statusSchema),
});

const entrySchema = z.looseObject({
  id,
  version: z.nullable(z.number()),
  title: z.string(),
  titleTree: treesSchema,
  titleChinese: z.nullable(z.string()),
  gist: z.string(),
  categories: names,
  keySentence: z.optional(treesSchema),
  basis: z.nullable(z.enum(['full', 'abstract', 'unknown'])),
  basisStated: z.boolean(),
  failed: z.boolean(),
  seenOn: z.optional(z.string()),
});

const recordSchema = z.looseObject({
  id,
  date: z.nullable(z.string()),
  title: z.string(),
  source: z.string(),
  summary: z.nullable(
    z.object({ sections: z.array(z.object({ title: z.string(), body: treesSchema })), invented: z.boolean() }),
  ),
  entries: z.array(entrySchema),
  importedAt: time,
  feedId: z.optional(z.string()),
  via: z.optional(z.string()),
  prunedAt: z.optional(time),
});

const feedSchema = z.object({
  id,
  name: z.string(),
  presetId: z.nullable(z.string()),
  template: z.string(),
  github: z.nullable(
    z.object({
      owner: z.string(),
      repo: z.string(),
      branches: names,
      path: z.string(),
      pages: z.nullable(z.string()),
    }),
  ),
  routes: z.array(z.object({ kind: z.enum(['raw', 'api', 'pages', 'jsdelivr', 'prefix', 'own']), on: z.boolean() })),
  prefix: z.string(),
  usualMinutes: z.number(),
  weekdaysOnly: z.boolean(),
  subscribedAt: time,
});

const feedDaySchema = z.looseObject({
  key: id,
  feedId: id,
  date: z.string(),
  state: z.enum(['there', 'absent', 'bad']),
  url: z.nullable(z.string()),
  etag: z.nullable(z.string()),
  lastModified: z.nullable(z.string()),
  checkedAt: time,
  reportId: z.nullable(z.string()),
  error: z.nullable(z.string()),
  papers: z.number(),
  analyses: z.number(),
});

/** A model without its key: keys have a table of their own, which no backup holds. */
const modelSchema = z.object({
  id,
  name: z.string(),
  provider: z.string(),
  protocol: z.enum(['openai', 'gemini', 'anthropic', 'ollama']),
  baseUrl: z.url({ protocol: /^https?$/ }),
  model: z.string(),
  contextTokens: z.number(),
  price: z.nullable(z.object({ input: z.number(), output: z.number() })),
  json: z.enum(['schema', 'object', 'prompt']),
  readsPdf: z.boolean(),
});

const announceType = z.enum(ANNOUNCE_TYPES);

const announcedDaySchema = z.object({
  date: z.string(),
  categories: names,
  fetchedAt: time,
  items: z.array(z.object({ id, version: z.nullable(z.number()), categories: names, announced: announceType })),
});

const newsSchema = z.object({
  date: z.string(),
  categories: names,
  crossLists: z.boolean(),
  papers: z.array(
    z.looseObject({
      paper: z.looseObject({
        id,
        version: z.nullable(z.number()),
        title: z.string(),
        authors: names,
        abstract: z.string(),
        categories: names,
        announced: announceType,
        comments: z.nullable(z.string()),
        published: z.nullable(z.string()),
      }),
      wanted: z.boolean(),
      score: z.number(),
      reasons: z.array(z.looseObject({ kind: z.string(), text: z.string(), points: z.number() })),
      model: z.nullable(z.looseObject({ relevance: z.number(), significance: z.number(), why: z.string() })),
      chosen: z.boolean(),
    }),
  ),
  reportId: z.nullable(z.string()),
  madeAt: time,
});

/** What each table's rows have to be like; a row from outside that is not is left out. */
export const backupSchemas = {
  settings: z.discriminatedUnion('name', [
    z.object({ name: z.literal('settings'), value: z.record(z.string(), z.unknown()) }),
    z.object({ name: z.literal('looks'), value: z.object({ last: time, earlier: z.nullable(time) }) }),
  ]),
  models: modelSchema,
  feeds: feedSchema,
  feedDays: feedDaySchema,
  saves: saveSchema,
  edits: z.object({ key: id, at: time }),
  dismissals: z.object({ paperId: id, dismissedAt: time }),
  visits: z.object({ paperId: id, seenAt: time, unopened: z.optional(z.literal(true)) }),
  sends: z.object({ paperId: id, zotero: z.optional(shownTime), obsidian: z.optional(shownTime) }),
  news: newsSchema,
  announcements: announcedDaySchema,
  reports: recordSchema,
  reportTexts: z.object({ reportId: id, report: reportSchema }),
  analyses: analysisRecordSchema,
  papers: paperRecordSchema,
} satisfies Record<BackupTable, z.ZodMiniType>;

export type BackupRows = { [T in BackupTable]: z.infer<(typeof backupSchemas)[T]> };
