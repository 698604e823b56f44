import * as z from 'zod/mini';

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
