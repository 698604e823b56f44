import { useMemo } from 'preact/hooks';
import { formatId } from '@/core/arxiv/id';
import { nextStatus } from '@/core/library/status-cycle';
import type { Status } from '@/core/status';
import { cutAtHits, findSnippet } from '@/core/search/highlight';
import type { LibraryWords } from '@/core/words/library';
import type { ReportPageWords } from '@/core/words/report-page';
import type { ViewWords } from '@/core/words/views';
import { fill } from '@/core/words/words';
import { DismissButton } from '../daily/dismiss-button';
import { WhyButton } from '../daily/why-button';
import { renderTree } from '../panel/tree';
import { Highlighted, Title } from './highlighted';
import type { ListedPaper } from './listed-paper';
import { useReadOnly } from './read-only';
import { statusWord } from './status-words';

export interface ItemActions {
  onSave: (id: string, saved: boolean) => void;
  onDismiss: (id: string, dismissed: boolean) => void;
  onStatus: (id: string, status: Status | null) => void;
  /** `stretch`: everything from the one chosen last. */
  onSelect: (id: string, stretch: boolean) => void;
  /** Why a paper stands in the list, one reason a line; asked for papers of which that is known. */
  readWhy: (id: string) => Promise<readonly string[]>;
}

interface PaperItemProps {
  id: string;
  /** Undefined until it has been read. */
  paper: ListedPaper | undefined;
  /** Where its link leads. */
  href: string;
  current: boolean;
  selected: boolean;
  /** Its place in a list that is not drawn whole, as `3/100000`; '' elsewhere. */
  place: string;
  query: readonly string[];
  words: LibraryWords;
  own: ReportPageWords;
  views: ViewWords;
  /** Must stay the same object, or every row is drawn again. */
  actions: ItemActions;
}

/** What an analysis rests on, in the words of a list. */
export function basisWord({ basis }: Pick<ListedPaper, 'basis'>, words: LibraryWords): string {
  if (basis === null) return words.basisNone;
  return { full: words.basisFull, abstract: words.basisAbstract, unknown: words.basisUnknown }[basis];
}

function basisHint({ basis, basisStated, failed }: ListedPaper, words: LibraryWords, own: ReportPageWords) {
  if (basis === null) return failed ? own.failedHint : undefined;
  return basis === 'full' && !basisStated ? words.basisGuessed : undefined;
}

function shortAuthors(authors: readonly string[], words: LibraryWords): string {
  const [first = ''] = authors;
  return authors.length > 2 ? fill(words.authorsMany, { name: first, n: authors.length }) : authors.join(', ');
}

/** Where a hit stands that the row does not show: in an author, the note or an analysis. */
function findHidden(paper: ListedPaper, query: readonly string[]): string | null {
  if (query.length === 0) return null;
  const shown = [paper.title, paper.gist, paper.id, ...paper.tags];
  const missing = query.filter((word) => !shown.some((text) => cutAtHits(text, [word]).some(({ hit }) => hit)));
  if (missing.length === 0) return null;
  for (const text of [paper.authors.join(', '), ...paper.texts]) {
    const snippet = findSnippet(text, missing);
    if (snippet !== null) return snippet;
  }
  return null;
}

/** One paper of a list: title, what it is about in Chinese, and the same marks in the same place. */
export function PaperItem({
  id,
  paper,
  href,
  current,
  selected,
  place,
  query,
  words,
  own,
  views,
  actions,
}: PaperItemProps) {
  const why = useReadOnly();
  // The same nodes again let a list of thousands change one row without comparing all.
  return useMemo(() => {
    const [at, of] = place.split('/');
    const placed = at && of ? { 'aria-posinset': Number(at), 'aria-setsize': Number(of) } : {};
    if (!paper) {
      // The same element as below, so that it keeps the focus when the paper has been read.
      return (
        <li
          class={current ? 'item waiting on' : 'item waiting'}
          data-id={id}
          tabIndex={-1}
          aria-busy="true"
          {...placed}
        >
          <span class="visually-hidden">{id}</span>
        </li>
      );
    }
    const chinese = paper.gist || paper.titleChinese;
    const hint = basisHint(paper, words, own);
    const hidden = findHidden(paper, query);
    const states = [current && 'on', selected && 'selected', paper.seen && 'seen', paper.dismissed && 'dismissed'];
    const off = why !== null;
    return (
      <li class={['item', ...states.filter(Boolean)].join(' ')} data-id={paper.id} tabIndex={-1} {...placed}>
        <input
          type="checkbox"
          checked={selected}
          disabled={off}
          aria-label={`${words.select} ${paper.id}`}
          onClick={(event) => actions.onSelect(paper.id, event.shiftKey)}
        />
        <div class="about">
          <h3>
            <a href={href} lang="en" aria-current={current ? 'true' : undefined}>
              <Title text={paper.title} query={query} />
            </a>
          </h3>
          {chinese && (
            <p class="gist" lang="zh-CN">
              <Highlighted text={chinese} query={query} />
            </p>
          )}
          {paper.keySentence && (
            <p class="sentence" lang="en" title={words.keySentence}>
              {renderTree(paper.keySentence)}
            </p>
          )}
          <p class="marks">
            <span>
              <Highlighted text={formatId(paper.id, paper.version)} query={query} />
            </span>
            {paper.authors.length > 0 && <span>{shortAuthors(paper.authors, words)}</span>}
            {paper.categories[0] && <span title={paper.categories.join(', ')}>{paper.categories[0]}</span>}
            <span title={hint} class={hint ? 'guessed' : undefined}>
              {basisWord(paper, words)}
            </span>
            {paper.seenBefore && <span>{paper.seenBefore}</span>}
            {paper.gone && <span title={own.prunedPaperHint}>{own.prunedPaper}</span>}
            {paper.seen && <span>{words.seen}</span>}
            {paper.hasWhy && (
              <WhyButton
                title={paper.title}
                read={() => actions.readWhy(paper.id)}
                words={{ why: own.why, whyOf: own.whyOf }}
              />
            )}
            {paper.saved && (
              <button
                type="button"
                class={paper.status ? 'status' : 'status none'}
                disabled={off}
                title={why ?? views.statusHint}
                aria-label={fill(views.statusOf, {
                  title: paper.title,
                  status: paper.status ? statusWord(paper.status, views) : views.none,
                })}
                onClick={() => actions.onStatus(paper.id, nextStatus(paper.status))}
              >
                {paper.status ? statusWord(paper.status, views) : views.setStatus}
              </button>
            )}
            {paper.tags.map((tag) => (
              <span key={tag} class="tag">
                #<Highlighted text={tag} query={query} />
              </span>
            ))}
            {!paper.saved && (
              <DismissButton
                title={paper.title}
                dismissed={paper.dismissed}
                words={words}
                disabled={off}
                onDismiss={(dismissed) => actions.onDismiss(paper.id, dismissed)}
              />
            )}
          </p>
          {hidden !== null && (
            <p class="snippet">
              <Highlighted text={hidden} query={query} />
            </p>
          )}
        </div>
        <button
          type="button"
          class="star"
          disabled={off}
          aria-pressed={paper.saved}
          aria-label={words.star}
          title={why ?? (paper.saved ? words.unstar : words.star)}
          onClick={() => actions.onSave(paper.id, !paper.saved)}
        >
          {paper.saved ? '★' : '☆'}
        </button>
      </li>
    );
  }, [id, paper, href, current, selected, place, query, words, own, views, actions, why]);
}
