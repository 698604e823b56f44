import * as z from 'zod/mini';
import { cleanText, readCategories } from './clean-text';
import { parseCitedId } from './id';
import type { ListedText } from './list-reader';

const text = (longest: number) => z.string().check(z.maxLength(longest));

/** An identifier that arXiv can have given out, without version. */
export const listedIdSchema = text(40).check(z.refine((id) => parseCitedId(id)?.base === id));

/** What a list says of a paper: no version, no dates, and an abstract ('') only where the page shows it. */
export interface ListPaper {
  id: string;
  title: string;
  authors: string[];
  /** Primary first. */
  categories: string[];
  comments: string | null;
  abstract: string;
}

function toListPaper({ id, title, authors, subjects, comments, abstract }: ListedText): ListPaper {
  return {
    id,
    title: cleanText(title),
    authors: authors.map(cleanText).filter((name) => name !== ''),
    categories: readCategories(subjects),
    comments: cleanText(comments) || null,
    // A search has a link behind it that folds it.
    abstract: cleanText(abstract).replace(/\s*△\s*\S{1,20}$/u, ''),
  };
}

/** What a content script sends of a paper in a list, bounded so that a page cannot fill the library. */
export const listedTextSchema: z.ZodMiniType<ListPaper, ListedText> = z.pipe(
  z.strictObject({
    id: listedIdSchema,
    title: text(4_000),
    authors: z.array(text(300)).check(z.maxLength(6_000)),
    subjects: text(4_000),
    comments: text(8_000),
    abstract: text(40_000),
  }),
  z.transform(toListPaper),
);
