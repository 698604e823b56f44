import { useMemo, useState } from 'preact/hooks';
import { toPlainLetters } from '@/core/plain-letters';
import type { ViewWords } from '@/core/words/views';
import { fill } from '@/core/words/words';
import { authorHref } from './author-href';

interface AuthorsViewProps {
  /** Authors of saved papers, those with most of them first. */
  authors: readonly { name: string; saved: number }[];
  /** What is typed into the filter. */
  typed: string;
  /** Names in the rest of the library that begin with it. */
  others: readonly string[];
  views: ViewWords;
  onType: (typed: string) => void;
}

const AT_ONCE = 200;

/** Who wrote the papers, and the way to theirs. */
export function AuthorsView({ authors, typed, others, views, onType }: AuthorsViewProps) {
  const [limit, setLimit] = useState(AT_ONCE);
  const plain = useMemo(
    () => authors.map((author) => ({ ...author, letters: toPlainLetters(author.name) })),
    [authors],
  );
  const wanted = toPlainLetters(typed.trim()).split(/\s+/u);
  const shown = plain.filter(({ letters }) => wanted.every((word) => letters.includes(word)));
  const known = new Set(authors.map(({ name }) => name));
  const elsewhere = others.filter((name) => !known.has(name));
  return (
    <section class="page authors-page">
      <h2>{views.authorsTitle}</h2>
      <p>{authors.length > 0 ? views.authorsHint : views.authorsNoneSaved}</p>
      <input
        class="search"
        type="search"
        value={typed}
        aria-label={views.authorsFilter}
        placeholder={views.authorsFilter}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          setLimit(AT_ONCE);
          onType(event.currentTarget.value);
        }}
      />
      <ul role="list" class="authors-list">
        {shown.slice(0, limit).map(({ name, saved }) => (
          <li key={name}>
            <a href={authorHref(name)}>
              <span lang="en">{name}</span>
              <small>{fill(views.count, { n: saved })}</small>
            </a>
          </li>
        ))}
      </ul>
      {shown.length > limit && (
        <button type="button" class="button" onClick={() => setLimit(limit + AT_ONCE)}>
          {fill(views.authorsMore, { n: Math.min(AT_ONCE, shown.length - limit) })}
        </button>
      )}
      {elsewhere.length > 0 && (
        <>
          <h3>{views.authorsElsewhere}</h3>
          <ul role="list" class="authors-list">
            {elsewhere.map((name) => (
              <li key={name}>
                <a href={authorHref(name)}>
                  <span lang="en">{name}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {typed.trim() !== '' && shown.length + elsewhere.length === 0 && (
        <p role="status">{fill(views.authorsNone, { typed: typed.trim() })}</p>
      )}
    </section>
  );
}
