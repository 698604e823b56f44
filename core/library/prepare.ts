import { isPlaceholder } from '../day-file/placeholder';
import type { Guide } from '../guide/guide';
import { sourceName } from '../guide/source';
import { buildSummary } from '../guide/summary';
import type { Paper, Report } from '../paper';
import { cleanText } from '../render/allowed';
import { renderTexText } from '../render/tex-text';
import { languageOf } from '../render/language';
import { NO_DATE } from './appearances';
import { cleanPaper } from './clean-paper';
import { ownReportId } from './own-report';
import type { AnalysisRecord, PaperRecord, ReportEntry, ReportRecord, ReportText } from './records';

/** A report turned into the library's records, rendered: what one transaction writes. */
export interface PreparedReport {
  report: ReportRecord;
  text: ReportText;
  papers: PaperRecord[];
  analyses: AnalysisRecord[];
  /** One for each analysis, in the same order. */
  guides: Guide[];
}

/**
 * Key of a report: a day's report under its title, so that importing a corrected copy replaces it. Keys sort by day, those
 * without a date first. It is never that of a report made here.
 */
export function reportIdOf(report: Pick<Report, 'date' | 'title'>): string {
  const date = report.date ?? NO_DATE;
  // Halves of signs cannot stand in an address.
  const id = `${date}|${report.title}`.toWellFormed();
  return id === ownReportId(date) ? `${id}|` : id;
}

/** The feed that a report came from, and the host by which. */
export interface ReportOrigin {
  feedId: string;
  /** As its reader named it. */
  name: string;
  via: string;
}

/** As reports of some generators still link to it. */
const ARXIV_WITHOUT_TLS = /^http:(?=\/\/(?:[a-z]+\.)?arxiv\.org\/)/i;
/** What authors say of their paper, where a report has it. */
const COMMENTS = 'Comments';

/** What a report says of a paper. */
export function toPaperRecord(paper: Paper): PaperRecord {
  const { id, version, title, titleChinese, authors, published, categories, abstract } = paper;
  const links = paper.links.map(({ label, url }) => ({ label, url: url.replace(ARXIV_WITHOUT_TLS, 'https:') }));
  const known = { id, version, title, titleChinese, authors, published, categories, abstract, links };
  return { ...known, comments: paper.extra[COMMENTS] ?? null, journalRef: null, doi: null, from: 'report' };
}

/** The analysis that a report has of a paper; null where it has none. */
export function toAnalysisRecord(
  paper: Paper,
  report: Pick<ReportRecord, 'id' | 'date' | 'source'>,
): AnalysisRecord | null {
  if (!paper.analysis) return null;
  const { markdown, basis, sections } = paper.analysis;
  const language = languageOf(markdown);
  return {
    key: `${paper.id}|${report.id}|${paper.version ?? ''}`,
    paperId: paper.id,
    reportId: report.id,
    source: report.source,
    date: report.date,
    basis,
    // The report format does not say what an analysis rests on, so its basis is judged by its form. Only an analysis that
    // itself speaks of the abstract is taken at its word.
    basisStated: basis === 'abstract',
    version: paper.version,
    model: null,
    markdown,
    sections,
    keyFindings: paper.keyFindings,
    // What its generator says in the place of a part is no part of the analysis; the report keeps it.
    extra: Object.fromEntries(
      Object.entries(paper.extra).filter(([label, text]) => label !== COMMENTS && !isPlaceholder(text, true)),
    ),
    ...(language !== 'zh' && { language }),
  };
}

/** A list shows a line of it. */
const LONGEST_TITLE = 2_000;
const LONGEST_SENTENCE = 600;

function toEntry(paper: Paper, guide: Guide | undefined): ReportEntry {
  const { id, version, titleChinese, categories } = paper;
  const title = paper.title.slice(0, LONGEST_TITLE);
  const sentence = paper.keyFindings[0]?.slice(0, LONGEST_SENTENCE) ?? '';
  return {
    id,
    version,
    title,
    titleTree: renderTexText(title),
    titleChinese,
    categories,
    gist: guide?.gist ?? '',
    basis: guide?.basis ?? null,
    basisStated: guide?.basisStated ?? false,
    failed: paper.failure !== null,
    ...(!guide && sentence !== '' && { keySentence: renderTexText(sentence) }),
    ...(guide?.language && { language: guide.language }),
  };
}

interface PrepareOptions {
  build: (analysis: AnalysisRecord, paper: PaperRecord) => Guide | Promise<Guide>;
  /** Where the report came from; null for a file. */
  origin?: ReportOrigin | null;
  /** The report's key, where that is not `reportIdOf`. */
  id?: string;
  /**
   * The name of its source, for a report that was made here: its analyses stand in the library already, under keys of their own,
   * and only its entries tell of them.
   */
  ownSource?: string;
  /** Called between papers, so that whoever waits may do something else meanwhile; what it throws ends the work. */
  breathe?: () => Promise<void>;
}

/** Renders a report into records by `build`. Takes some milliseconds a paper; throws nothing for a report that was parsed. */
export async function prepareReport(
  report: Report,
  importedAt: number,
  { build, origin = null, id = reportIdOf(report), ownSource, breathe }: PrepareOptions,
): Promise<PreparedReport> {
  const papers = report.papers.map(cleanPaper);
  const record: ReportRecord = {
    id,
    date: report.date,
    title: cleanText(report.title),
    source: ownSource ?? origin?.name ?? sourceName(cleanText(report.title)),
    summary: report.summary && buildSummary(report.summary, report.papers),
    entries: [],
    importedAt,
    ...(origin && { feedId: origin.feedId, via: origin.via }),
  };
  const prepared: PreparedReport = {
    report: record,
    text: { reportId: record.id, report },
    papers: papers.map(toPaperRecord),
    analyses: [],
    guides: [],
  };
  for (const [index, paper] of papers.entries()) {
    const isOwn = ownSource !== undefined;
    const read = toAnalysisRecord(paper, record);
    // Of what was written here it is known what it rests on.
    const analysis = read && isOwn ? { ...read, basisStated: true } : read;
    const paperRecord = prepared.papers[index];
    const guide = analysis && paperRecord ? await build(analysis, paperRecord) : undefined;
    if (analysis && guide && !isOwn) {
      prepared.analyses.push(analysis);
      prepared.guides.push(guide);
    }
    record.entries.push(toEntry(paper, guide));
    await breathe?.();
  }
  return prepared;
}
