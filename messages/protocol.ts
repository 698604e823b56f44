import * as z from 'zod/mini';
import { listedIdSchema, listedTextSchema } from '@/core/arxiv/list-paper';
import { pageTextSchema } from '@/core/arxiv/page-paper';
import type { ErrorCode } from '@/core/errors';
import type { Guide } from '@/core/guide/guide';
import type { JobView } from '@/core/jobs/view';
import type { Outline } from '@/core/roles/outline';
import type { PanelHeight, PanelPosition, PanelTheme } from '@/core/settings';
import type { RowBrief, RowScore, TriageRow } from '@/core/triage/row';
import type { PanelWords } from '@/core/words/panel';
import type { TriageWords } from '@/core/words/triage';

const idSchema = z.string().check(z.maxLength(40));
/** As many papers as a list of arXiv's shows at the most. */
const MOST_LISTED = 2_000;
/** Papers that are scored at once. */
export const MOST_SCORED = 50;

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
  /** What follows is asked by lists of papers, and by nobody else. First whether anything is wanted there. */
  'list/open': z.strictObject({}),
  'list/read': z.strictObject({ ids: z.array(idSchema).check(z.maxLength(MOST_LISTED)) }),
  'list/score': z.strictObject({ papers: z.array(listedTextSchema).check(z.maxLength(MOST_SCORED)) }),
  'list/mark': z.strictObject({ mark: z.enum(['save', 'unsave', 'dismiss', 'restore']), paper: listedTextSchema }),
  'list/brief': z.strictObject({ id: listedIdSchema }),
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
  theme: PanelTheme;
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

/** How a list of papers is to look; null where the reader wants nothing there. */
export interface ListReply {
  keys: boolean;
  words: TriageWords;
  /** The rows' style sheet; it travels so that the script stays small. */
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
  'list/open': ListReply | null;
  /** Rows of the papers that the library knows, in the order of their ids. */
  'list/read': TriageRow[];
  /** Empty when the reader has said nothing of what they look for, and saved and dismissed nothing. */
  'list/score': RowScore[];
  'list/mark': { saved: boolean; dismissed: boolean };
  'list/brief': RowBrief;
}

export type Name = keyof typeof requests;
/** What the background works on: a page's text has become a paper. */
export type Request<N extends Name> = z.output<(typeof requests)[N]>;
/** What a content script sends. */
export type Question<N extends Name> = z.input<(typeof requests)[N]>;
/** `tabId` is that of the page which asks. */
export type Handlers = { [N in Name]: (request: Request<N>, tabId: number | null) => Promise<Replies[N]> };
/** `message` is a sentence for the reader, in the reader's language. */
export type Outcome<N extends Name> = { value: Replies[N] } | { code: ErrorCode; message: string };
