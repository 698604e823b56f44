import * as z from 'zod/mini';
import { toPagePaper } from './abs-page';
import type { PageText } from './page-text';

const text = (longest: number) => z.string().check(z.maxLength(longest));

/**
 * What an abstract page says of its paper. TeX accents are Unicode, white space is collapsed, formulas stay TeX source.
 * `published` is the first version's day and `versionDate` that of the version shown, both YYYY-MM-DD.
 * The bounds keep a page from filling the library; the longest real author list has some three thousand names.
 */
export const pagePaperSchema = z.object({
  id: text(40),
  version: z.number(),
  latestVersion: z.number(),
  title: text(2_000),
  authors: z.array(text(300)).check(z.maxLength(6_000)),
  abstract: text(20_000),
  categories: z.array(text(40)).check(z.maxLength(60)),
  published: z.nullable(text(10)),
  versionDate: z.nullable(text(10)),
  comments: z.nullable(text(4_000)),
  journalRef: z.nullable(text(2_000)),
  doi: z.nullable(text(400)),
  reportNumber: z.nullable(text(400)),
  mscClass: z.nullable(text(400)),
  acmClass: z.nullable(text(400)),
  withdrawn: z.boolean(),
});
export type PagePaper = z.infer<typeof pagePaperSchema>;

/** What a content script sends of its page, bounded like the paper that is read from it. */
export const pageTextSchema: z.ZodMiniType<PagePaper, PageText> = z.pipe(
  z.strictObject({
    tags: z.array(z.tuple([text(200), text(20_000)])).check(z.maxLength(6_200)),
    title: text(4_000),
    abstract: text(40_000),
    authors: z.array(text(300)).check(z.maxLength(6_000)),
    dateline: text(2_000),
    shownId: text(100),
    rows: z.array(z.tuple([text(200), text(8_000)])).check(z.maxLength(100)),
    history: z.array(z.tuple([text(100), text(1_000), z.boolean()])).check(z.maxLength(1_000)),
    fullText: z.array(text(1_000)).check(z.maxLength(50)),
  }),
  z.pipe(
    z.transform((page: PageText) => toPagePaper(page)),
    pagePaperSchema,
  ),
);
