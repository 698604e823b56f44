import * as z from 'zod/mini';
import { pageTextSchema } from '@/core/arxiv/page-paper';
import type { ErrorCode } from '@/core/errors';
import type { Guide } from '@/core/guide/guide';
import type { JobView } from '@/core/jobs/view';
import type { Outline } from '@/core/roles/outline';
import type { PanelHeight, PanelPosition } from '@/core/settings';
import type { PanelWords } from '@/core/words/panel';

const idSchema = z.string().check(z.maxLength(40));

/** What a content script may ask. Schemas, because the asker shares its tab with a web page. */
export const requests = {
  'guide/read': z.strictObject({ id: idSchema }),
  'outline/read': z.strictObject({ paper: pageTextSchema }),
  'paper/save': z.strictObject({ paper: pageTextSchema, saved: z.boolean() }),
  'paper/see': z.strictObject({ id: idSchema, paper: z.optional(pageTextSchema) }),
  'paper/cite': z.strictObject({
    paper: pageTextSchema,
    format: z.enum(['markdown', 'html', 'text', 'bibtex']),
    /** Which analysis goes with it; null for the best one. */
    guideKey: z.nullable(z.string().check(z.maxLength(400))),
  }),
  /** Begins to write a guide of the page's paper. */
  'guide/write': z.strictObject({ paper: pageTextSchema, source: z.enum(['html', 'pdf']) }),
  'guide/stop': z.strictObject({ id: idSchema }),
  /** Looks the numbers of a guide up in the paper's full text. */
  'guide/check': z.strictObject({ id: idSchema, guideKey: z.string().check(z.maxLength(400)) }),
  'panel/set': z.strictObject({
    id: idSchema,
    height: z.optional(z.enum(['line', 'brief', 'full'])),
    outlineOpen: z.optional(z.boolean()),
  }),
};

/** All a panel needs in one answer. `guides` stand best first: full text before abstract, newer before older. */
export interface GuideReply {
  id: string;
  saved: boolean;
  /** True when the paper was saved by its id alone: `paper/see` may then tell what the page says. */
  unread: boolean;
  guides: Guide[];
  height: PanelHeight;
  position: PanelPosition;
  outlineOpen: boolean;
  /** What is being written of this paper, or why it could not be; null when nothing is. */
  job: JobView | null;
  /** What a guide will cost about (约 0.02 元，约 18,500 tokens); '' when that is not known. */
  estimate: string;
  /** Whether the default model reads PDF. */
  readsPdf: boolean;
  words: PanelWords;
  /** The panel's style sheet; it travels so that the script on every abstract page stays small. */
  style: string;
}

/** What a content script hears back: JSON, so no Date, Map or undefined. */
export interface Replies {
  'guide/read': GuideReply;
  'outline/read': Outline;
  'paper/save': { saved: boolean };
  'paper/see': null;
  /** `text` is for the clipboard; `html` is the 富文本 form beside it, '' for the plain formats. */
  'paper/cite': { text: string; html: string; note: string };
  /** `started` false: there is no model yet, and the settings have been opened for the reader to name one. */
  'guide/write': { started: boolean };
  'guide/stop': null;
  'guide/check': null;
  'panel/set': null;
}

export type Name = keyof typeof requests;
/** What the background works on: a page's text has become a paper. */
export type Request<N extends Name> = z.output<(typeof requests)[N]>;
/** What a content script sends. */
export type Question<N extends Name> = z.input<(typeof requests)[N]>;
export type Handlers = { [N in Name]: (request: Request<N>) => Promise<Replies[N]> };
/** `message` is a sentence for the reader, in the reader's language. */
export type Outcome<N extends Name> = { value: Replies[N] } | { code: ErrorCode; message: string };
