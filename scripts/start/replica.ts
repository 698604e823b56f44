import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '@/core/paper';

const template = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'pages', 'abs-template.html');

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${String(mark.codePointAt(0))};`);

/** An abstract page of our own for a paper, built as arXiv builds its pages, for when arXiv is out of reach. */
export function replicaPage(paper: Paper): string {
  const [year = '2025', month = '01', day = '01'] = (paper.published ?? '').split('-');
  const values: Record<string, string> = {
    id: paper.id,
    version: String(paper.version ?? 1),
    title: escapeHtml(paper.title),
    abstract: escapeHtml(paper.abstract),
    authors: escapeHtml(paper.authors.join(', ')),
    citationAuthors: paper.authors
      .map((name) => `<meta name="citation_author" content="${escapeHtml(surnameFirst(name))}" />`)
      .join(''),
    category: escapeHtml(paper.categories[0] ?? 'cs.CV'),
    categories: escapeHtml(paper.categories.map((name) => `${name} (${name})`).join('; ')),
    date: `${year}/${month}/${day}`,
    day: new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    }),
  };
  return readFileSync(template, 'utf8').replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

function surnameFirst(name: string): string {
  const at = name.lastIndexOf(' ');
  return at === -1 ? name : `${name.slice(at + 1)}, ${name.slice(0, at)}`;
}
