import * as z from 'zod/mini';
import { AppError } from '../errors';
import { writingSchema } from '../writing/written';
import { basisSchema, linkSchema, type Paper, type Report, savedSchema, sectionSchema, type Skipped } from '../paper';
import type { AnalysisRecord, LibraryPaper } from './records';

export const paperRecordSchema = z.object({
  id: z.string().check(z.minLength(1)),
  version: z.nullable(z.number()),
  title: z.string(),
  titleChinese: z.nullable(z.string()),
  authors: z.array(z.string()),
  published: z.nullable(z.string()),
  categories: z.array(z.string()),
  abstract: z.string(),
  links: z.array(linkSchema),
  comments: z.nullable(z.string()),
  journalRef: z.nullable(z.string()),
  doi: z.nullable(z.string()),
  from: z.enum(['report', 'page']),
});

export const analysisRecordSchema = z.object({
  key: z.string(),
  paperId: z.string(),
  reportId: z.nullable(z.string()),
  source: z.string(),
  date: z.nullable(z.string()),
  basis: basisSchema,
  basisStated: z.boolean(),
  version: z.nullable(z.number()),
  model: z.nullable(z.string()),
  markdown: z.string(),
  sections: z.array(sectionSchema),
  keyFindings: z.array(z.string()),
  evidence: z.optional(z.array(z.nullable(z.string()))),
  checkedText: z.optional(z.string()),
  writing: z.optional(writingSchema),
  extra: z.record(z.string(), z.string()),
  language: z.optional(z.enum(['en', 'ja', 'ko', 'other'])),
});

const libraryPaperSchema = z
  .object({ paper: paperRecordSchema, analyses: z.array(analysisRecordSchema), saved: z.nullable(savedSchema) })
  .check(z.refine(({ paper, analyses }) => analyses.every((analysis) => analysis.paperId === paper.id)));

const HEADER = /^\uFEFF?\{"format":"daodu-library","version":(\d+)\b/;

/** The newest form of the file; a file that claims a higher one was written by a newer Daodu. */
const FILE_VERSION = 1;

/** Whether the first characters of a file say that it is a library of ours; white space in between is allowed. */
export function isLibraryJson(text: string): boolean {
  return HEADER.test(text.slice(0, 400).replace(/\s+/g, ''));
}

/**
 * Writes the library file piece by piece: one JSON document that has each paper on a line of its own, so that it can be
 * read back as a stream however large it is. `exportedAt` is an ISO time.
 */
export function* libraryJsonChunks(papers: Iterable<LibraryPaper>, exportedAt: string): Generator<string> {
  yield `{"format":"daodu-library","version":${FILE_VERSION},"exportedAt":${JSON.stringify(exportedAt)},"papers":[`;
  let separator = '\n';
  for (const paper of papers) {
    yield separator + JSON.stringify(paper);
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** The whole library file as one text. */
export function writeLibraryJson(papers: Iterable<LibraryPaper>, exportedAt: string): string {
  return [...libraryJsonChunks(papers, exportedAt)].join('');
}

function readRecord(value: unknown): LibraryPaper | null {
  const parsed = z.safeParse(libraryPaperSchema, value);
  return parsed.success ? parsed.data : null;
}

function checkVersion(firstLine: string): void {
  const version = Number(HEADER.exec(firstLine.replace(/\s+/g, ''))?.[1] ?? Number.NaN);
  if (version > FILE_VERSION) throw new AppError('file-newer', `library file of version ${version}`, { line: 1 });
}

/**
 * Reads a library file line by line, as `libraryJsonChunks` wrote it: feed it one line at a time, then call `end`.
 *
 * @throws AppError `bad-json` when the file ends early or a line is no record; `file-newer` for a later form of the file.
 */
export class LibraryLineReader {
  readonly skipped: Skipped[] = [];
  private line = 0;
  private ended = false;

  /** Gives the line's paper, or null for the frame's lines and for a record of the wrong shape, which goes to `skipped`. */
  read(text: string): LibraryPaper | null {
    this.line++;
    if (this.line === 1) {
      checkVersion(text);
      return null;
    }
    const trimmed = text.trim();
    if (trimmed === '') return null;
    if (trimmed === ']}') {
      this.ended = true;
      return null;
    }
    let value: unknown;
    try {
      value = JSON.parse(trimmed.endsWith(',') ? trimmed.slice(0, -1) : trimmed);
    } catch (cause) {
      throw new AppError('bad-json', 'a line of the library file is no JSON record', { cause, line: this.line });
    }
    const paper = readRecord(value);
    if (!paper) this.skipped.push({ line: this.line, reason: '记录的格式不对' });
    return paper;
  }

  end(): void {
    if (!this.ended) throw new AppError('bad-json', 'the library file ends early', { line: this.line });
  }
}

/** Whether the text has the line form that can be streamed, rather than JSON that another program laid out anew. */
export function isLineForm(firstLine: string): boolean {
  return HEADER.test(firstLine) && firstLine.trimEnd().endsWith('"papers":[');
}

/**
 * Reads a library file, also one that another program has laid out anew.
 *
 * @throws AppError `bad-json`, `bad-record` or `file-newer`; the line is that of the text.
 */
export function readLibraryJson(text: string): { papers: LibraryPaper[]; skipped: Skipped[] } {
  const lines = text.split('\n');
  if (isLineForm(lines[0] ?? '')) {
    const reader = new LibraryLineReader();
    const papers = lines.flatMap((line) => reader.read(line) ?? []);
    reader.end();
    return { papers, skipped: reader.skipped };
  }
  checkVersion(text.slice(0, 400));
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new AppError('bad-json', 'the library file is no JSON', { cause, line: lines.length });
  }
  const frame = z.safeParse(z.object({ papers: z.array(z.unknown()) }), value);
  if (!frame.success) throw new AppError('bad-record', 'the library file has no list of papers', { line: 1 });
  const skipped: Skipped[] = [];
  const papers = frame.data.papers.flatMap((entry, index) => {
    const paper = readRecord(entry);
    if (!paper) skipped.push({ line: 1, reason: `第 ${index + 1} 条记录的格式不对` });
    return paper ?? [];
  });
  return { papers, skipped };
}

function analysisLabel(analysis: AnalysisRecord): string {
  return ['解读', analysis.source, analysis.date, analysis.version && `v${analysis.version}`].filter(Boolean).join(' ');
}

function toPaper({ paper, analyses, saved }: LibraryPaper): Paper {
  const [best, ...others] = analyses;
  const extra: Record<string, string> = { ...best?.extra };
  if (paper.comments) extra['Comments'] = paper.comments;
  if (paper.journalRef) extra['Journal reference'] = paper.journalRef;
  if (paper.doi) extra['DOI'] = paper.doi;
  for (const other of others) extra[analysisLabel(other)] = other.markdown;
  return {
    id: paper.id,
    version: paper.version,
    title: paper.title,
    titleChinese: paper.titleChinese,
    authors: paper.authors,
    published: paper.published,
    categories: paper.categories,
    abstract: paper.abstract,
    analysis: best ? { markdown: best.markdown, basis: best.basis, sections: best.sections } : null,
    failure: null,
    keyFindings: best?.keyFindings ?? [],
    links: paper.links,
    extra,
    saved,
  };
}

/** The library as a `Report`, for programs that want one shape for all: the best analysis in its place, others in `extra`. */
export function toReport(papers: LibraryPaper[]): Report {
  return { kind: 'library', date: null, title: '论文库', summary: null, papers: papers.map(toPaper), layout: null };
}
