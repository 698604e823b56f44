import { join } from 'node:path';
import { EXPORT_FORMATS, type ExportFormat, loadWriter } from '@/core/export/formats';
import { obsidianFiles } from '@/core/export/obsidian';
import { collectPapers, type IncomingFile, readIncoming } from '@/core/library/collect';
import { oldestFirst } from '@/core/library/incoming';
import type { LibraryPaper } from '@/core/library/records';
import { dateOfName } from '@/core/report-day';
import type { Language } from '@/core/settings';
import { parseArgs } from 'node:util';
import { describe, readInputText } from './files';
import { writeWhole } from './whole-file';

const USAGE = `用法：daodu export --format 格式 --out PATH FILE…
  格式是 ${EXPORT_FORMATS.join('、')} 中的一个；obsidian 的 PATH 是文件夹，每篇一个文件
  FILE 是 daodu parse 能读的文件，可以有多个，同一篇论文只写一次
  [--language zh|en]  表头和标签用的语言，默认 zh
`;

interface Wanted {
  format: ExportFormat;
  out: string;
  language: Language;
  files: string[];
}

const text = { type: 'string' } as const;
const OPTIONS = { format: text, out: text, language: text } as const;

const isFormat = (name: string): name is ExportFormat => EXPORT_FORMATS.some((format) => format === name);

/** @returns a sentence where the arguments cannot be read. */
function readArgs(args: string[]): Wanted | string {
  let parsed;
  try {
    parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : '参数不对';
  }
  const { format = '', out = '', language = 'zh' } = parsed.values;
  if (!isFormat(format)) return `--format 要写成 ${EXPORT_FORMATS.join('、')} 中的一个：${format}`;
  if (out === '') return '--out 要写导出到哪里';
  if (language !== 'zh' && language !== 'en') return `--language 要写 zh 或 en：${language}`;
  if (parsed.positionals.length === 0) return '没有写要导出的文件';
  return { format, out, language, files: parsed.positionals };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Reads the files, the oldest day first as an import does, and says which could not be read. */
function readAll(files: readonly string[]): { read: IncomingFile[]; failed: number } {
  const read: IncomingFile[] = [];
  let failed = 0;
  for (const { name } of oldestFirst(files.map((file) => ({ name: file })))) {
    try {
      const incoming = readIncoming(readInputText(name), { date: dateOfName(name) });
      for (const { line, reason } of incoming.skipped) say(`${name} 第 ${line} 行没有导出：${reason}`);
      read.push(incoming);
    } catch (error) {
      say(describe(error, name).message);
      failed += 1;
    }
  }
  return { read, failed };
}

async function write(papers: readonly LibraryPaper[], { format, out, language }: Wanted): Promise<void> {
  if (format === 'obsidian') {
    for (const { name, text: content } of obsidianFiles(papers, { language })) writeWhole(join(out, name), content);
    return;
  }
  const writer = await loadWriter(format, { language, exportedAt: new Date().toISOString() });
  writeWhole(out, [...writer(papers)].join(''));
}

/**
 * `daodu export --format FORMAT --out PATH FILE…`: writes the papers of the files as the library's export does, each once. What is
 * read is written also where another file cannot be.
 *
 * @returns 1 when a file could not be read or nothing be written, 2 when the arguments are wrong
 */
export async function runExport(args: string[]): Promise<number> {
  const wanted = readArgs(args);
  if (typeof wanted === 'string') {
    process.stderr.write(`${wanted}\n${USAGE}`);
    return 2;
  }
  const { read, failed } = readAll(wanted.files);
  const papers = collectPapers(read);
  if (papers.length === 0) {
    say('没有可以导出的论文，什么也没有写。');
    return 1;
  }
  try {
    await write(papers, wanted);
  } catch (error) {
    say(`写不进 ${wanted.out}：${error instanceof Error ? error.message : '原因不明'}`);
    return 1;
  }
  say(`已导出 ${papers.length} 篇：${wanted.out}${failed > 0 ? `；${failed} 个文件没有读成，不在里面` : ''}`);
  return failed > 0 ? 1 : 0;
}
