import { useState } from 'preact/hooks';
import { absUrl, formatId, htmlUrl, pdfUrl } from '@/core/arxiv/id';
import { safeHref } from '@/core/render/allowed';
import type { PaperRecord } from '@/core/library/records';
import type { LibraryWords } from '@/core/words/library';
import { fill } from '@/core/words/words';
import { authorHref } from './author-href';

/** As many authors as are named before the rest is folded. */
const AUTHORS_SHOWN = 8;

interface BylineProps {
  paper: PaperRecord;
  words: LibraryWords;
}

function Authors({ authors, words }: { authors: readonly string[]; words: LibraryWords }) {
  const [open, setOpen] = useState(false);
  const folds = authors.length > AUTHORS_SHOWN + 2;
  const shown = open || !folds ? authors : authors.slice(0, AUTHORS_SHOWN);
  return (
    <p class="authors">
      <span lang="en">
        {shown.map((name, index) => (
          <>
            {index > 0 && ', '}
            <a href={authorHref(name)}>{name}</a>
          </>
        ))}
      </span>{' '}
      {folds && (
        <button type="button" class="inline" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? words.fewerAuthors : fill(words.allAuthors, { n: authors.length })}
        </button>
      )}
    </p>
  );
}

function Outside({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** Who wrote a paper, when, where it stands, and the ways to it. */
export function Byline({ paper, words }: BylineProps) {
  const { id, version } = paper;
  const usual = new Set([absUrl(id), pdfUrl(id), htmlUrl(id), absUrl(id, version), pdfUrl(id, version)]);
  // A report may name any address; only what a browser opens as a page becomes a link.
  const others = paper.links.flatMap(({ label, url }) => {
    const href = safeHref(url);
    return href === null || usual.has(href.replace(/^http:/, 'https:')) ? [] : { label: label || href, href };
  });
  return (
    <>
      {paper.authors.length > 0 && <Authors authors={paper.authors} words={words} />}
      <p class="by">
        <span>{formatId(id, version)}</span>
        {paper.published && (
          <time dateTime={paper.published} title={fill(words.published, { date: paper.published })}>
            {paper.published}
          </time>
        )}
        {paper.categories.length > 0 && <span>{paper.categories.join(', ')}</span>}
        <Outside href={absUrl(id)}>arXiv</Outside>
        <Outside href={pdfUrl(id)}>{words.pdf}</Outside>
        <Outside href={htmlUrl(id)}>{words.html}</Outside>
        {others.map(({ label, href }) => (
          <Outside key={href} href={href}>
            {label}
          </Outside>
        ))}
      </p>
      <Facts paper={paper} words={words} />
    </>
  );
}

/** What only the paper's own page says. */
function Facts({ paper, words }: BylineProps) {
  const doi = paper.doi && safeHref(`https://doi.org/${encodeURI(paper.doi)}`);
  return (
    <>
      {paper.comments && (
        <p class="fact">
          {words.comments}
          {words.colon}
          <span lang="en">{paper.comments}</span>
        </p>
      )}
      {paper.journalRef && (
        <p class="fact">
          {words.journalRef}
          {words.colon}
          <span lang="en">{paper.journalRef}</span>
        </p>
      )}
      {paper.doi && (
        <p class="fact">
          {words.doi}
          {words.colon}
          {doi ? <Outside href={doi}>{paper.doi}</Outside> : paper.doi}
        </p>
      )}
    </>
  );
}
