import { crc32 } from '../archive/crc32';
import { absUrl, pdfUrl } from '../arxiv/id';
import { toUnicode } from '../arxiv/tex-accents';
import type { AnalysisRecord, LibraryPaper } from '../library/records';
import { cleanText } from '../render/allowed';
import type { Language } from '../settings';
import { dayOf, doiOf, eachOnce, isOnArxiv, titleOf } from './facts';
import { toMarkdown } from './markdown';
import { plainAnalyses } from './plain-analysis';

/** A file of a vault's folder. */
export interface ExportedFile {
  name: string;
  text: string;
}

/**
 * The name of a paper's file: it hangs on the id alone, so that a later export replaces the file and links to it hold, whatever
 * becomes of the title. Obsidian finds it by its aliases.
 */
function fileNameOf(id: string): string {
  if (isOnArxiv({ id })) return `${id.replace('/', '-')}.md`;
  // Ids of other kinds may look alike once the signs are gone that a file name cannot have.
  const sum = crc32(new TextEncoder().encode(id)).toString(16).padStart(8, '0');
  const plain = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `paper-${plain === '' ? '' : `${plain}-`}${sum}.md`;
}

/** Text as YAML writes it between double quotes, in one line: JSON, and escapes for what YAML does not print. */
function quote(text: string): string {
  const line = cleanText(text).replace(/\s+/g, ' ').trim();
  return JSON.stringify(line).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|<(?=%)/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A tag as Obsidian takes it: letters, digits, `_`, `-` and `/`, and not digits alone; '' for none. */
function toTag(tag: string): string {
  const signs = tag
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-')
    .replace(/^[-/]+|[-/]+$/g, '');
  return /^\p{N}+$/u.test(signs) ? `_${signs}` : signs;
}

type Property = string | readonly string[];

function writeProperty(name: string, value: Property): string {
  if (typeof value === 'string') return `${name}: ${value}`;
  return [`${name}:`, ...value.map((item) => `  - ${item}`)].join('\n');
}

function frontMatter(each: LibraryPaper, language: Language): string {
  const { paper, saved } = each;
  const onArxiv = isOnArxiv(paper);
  const title = toUnicode(titleOf(paper));
  const [analysis] = plainAnalyses(each, language);
  const text = (value: string | null | undefined) => (value?.trim() ? quote(toUnicode(value)) : '');
  const all = (values: readonly string[]) => [...new Set(values.map(text).filter((value) => value !== ''))];
  const properties: [string, Property][] = [
    ['title', quote(title)],
    ['aliases', all([title, paper.titleChinese ?? ''])],
    ['title_zh', text(paper.titleChinese)],
    ['authors', all(paper.authors)],
    ['arxiv', onArxiv ? quote(paper.id) : ''],
    ['version', paper.version === null ? '' : String(paper.version)],
    ['published', dayOf(paper)],
    ['categories', all(paper.categories)],
    ['journal', text(paper.journalRef)],
    ['doi', text(doiOf(paper))],
    ['comments', text(paper.comments)],
    ['url', onArxiv ? quote(absUrl(paper.id)) : ''],
    ['pdf', onArxiv ? quote(pdfUrl(paper.id)) : ''],
    ['gist', text(analysis?.gist)],
    ['source', text(analysis?.source)],
    ['tags', all((saved?.tags ?? []).map(toTag))],
  ];
  const given = properties.filter(([, value]) => value.length > 0);
  return ['---', ...given.map(([name, value]) => writeProperty(name, value)), '---'].join('\n');
}

/**
 * A source's Markdown without what Obsidian or a widespread plug-in of it would do rather than show: pictures that are fetched,
 * notes that are embedded, tags, code blocks that are run (their language is taken off), queries.
 */
function tame(markdown: string): string {
  return markdown
    .replace(/!(?=\[)/g, String.raw`\!`)
    .replace(/(?<=^|\s)#(?=[\p{L}_])/gmu, String.raw`\#`)
    .replace(/^([ \t>*+\d.-]*)(?:(`{3,})[^`\n]+|(~{3,})[^\n]+)$/gm, '$1$2$3')
    .replace(/(`+)(?=\s*\$?=)/g, '$1\u200B');
}

function tameAnalysis(analysis: AnalysisRecord): AnalysisRecord {
  return {
    ...analysis,
    markdown: tame(analysis.markdown),
    sections: analysis.sections.map(({ part, title, markdown }) => ({
      part,
      title: tame(title),
      markdown: tame(markdown),
    })),
    keyFindings: analysis.keyFindings.map(tame),
    extra: Object.fromEntries(Object.entries(analysis.extra).map(([label, text]) => [tame(label), tame(text)])),
  };
}

/**
 * Papers as Markdown files with YAML front matter, one each, for a folder of an Obsidian vault; their names begin with `folder`, if
 * any.
 */
export function* obsidianFiles(
  papers: readonly LibraryPaper[],
  { language, folder = '' }: { language: Language; folder?: string },
): Generator<ExportedFile> {
  for (const each of eachOnce(papers)) {
    const tamed = { ...each, analyses: each.analyses.map(tameAnalysis) };
    // A plug-in runs templates in files that are new.
    const body = toMarkdown([tamed], { language }).replace(/\\?<%/g, '&lt;%');
    const name = fileNameOf(each.paper.id);
    yield { name: folder === '' ? name : `${folder}/${name}`, text: `${frontMatter(each, language)}\n\n${body}` };
  }
}
