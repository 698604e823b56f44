import { findPaperInUrl, parseArxivId } from '../arxiv/id';
import type { Skipped } from '../paper';
import type { Listed } from './listed';

const TOKEN = /[a-z]+:\/\/[^\s<>()[\]"'，。；、]+|[^\s<>()[\]"',，;；、|]+/gi;
const REMARK = /^\s*(?:#|\/\/|%|---|===|$)/;

function idsOf(line: string): string[] {
  const ids = (line.match(TOKEN) ?? []).flatMap((token) => {
    const text = token.replace(/[.,:]+$/, '');
    return parseArxivId(text)?.base ?? findPaperInUrl(text)?.base ?? [];
  });
  return [...new Set(ids)];
}

/**
 * The papers that a text names by identifiers or links of arXiv, alphaXiv, Hugging Face and the like; lines that name none are told.
 *
 * @returns null, as soon as that is seen, where more lines than `most` name none.
 */
export function readIdList(text: string, most: number): { listed: Listed[]; skipped: Skipped[]; lines: number } | null {
  const listed = new Map<string, Listed>();
  const skipped: Skipped[] = [];
  let lines = 0;
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (REMARK.test(line)) continue;
    lines += 1;
    const ids = idsOf(line);
    for (const id of ids) listed.set(id, { id, known: {}, tags: [], note: '', savedAt: null });
    if (ids.length === 0 && skipped.length >= most) return null;
    if (ids.length === 0) skipped.push({ line: index + 1, reason: `没有 arXiv 编号：${line.trim().slice(0, 80)}` });
  }
  return { listed: [...listed.values()], skipped, lines };
}
