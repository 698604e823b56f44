import { absUrl } from '@/core/arxiv/id';
import { formatRoute } from '@/core/library/routes';
import type { DayEntry } from '@/core/library/day';
import type { ReportEntry } from '@/core/library/records';
import { describeSeen } from '@/core/report-day';
import type { Language } from '@/core/settings';
import type { PopupWords } from '@/core/words/popup';
import { fill } from '@/core/words/words';
import { DismissButton } from '../daily/dismiss-button';
import { renderTree } from '../panel/tree';
import { Star } from './star';

/** What the reader has done with a paper. */
export interface Marks {
  saved: boolean;
  seen: boolean;
  dismissed: boolean;
}

interface PaperRowProps {
  entry: DayEntry;
  marks: Marks;
  now: number;
  language: Language;
  words: PopupWords;
  onSave: (id: string, saved: boolean) => void;
  onDismiss: (id: string, dismissed: boolean) => void;
  onWhy?: (id: string, button: HTMLElement, isPinned: boolean) => void;
}

/** Address of a paper in the library page, relative to our own pages. */
export function libraryUrl(paperId: string): string {
  return `library.html${formatRoute({ kind: 'list', source: { kind: 'saved', tag: null }, paperId })}`;
}

/** Language tag of what is said of a paper; undefined for a language that is not known. */
function langOf({ gist, language }: ReportEntry): string | undefined {
  if (!gist || language === undefined) return 'zh-CN';
  return language === 'other' ? undefined : language;
}

function basisWord(entry: ReportEntry, words: PopupWords): { text: string; hint: string | undefined } {
  if (entry.basis === null) return { text: words.basisNone, hint: undefined };
  if (entry.basis === 'abstract') return { text: words.basisAbstract, hint: undefined };
  if (entry.basis === 'unknown') return { text: words.basisUnknown, hint: undefined };
  return { text: words.basisFull, hint: entry.basisStated ? undefined : words.basisGuessed };
}

/** One paper of the day: what it is about in Chinese, its title in one line, and the same marks in the same place. */
export function PaperRow({ entry, marks, now, language, words, onSave, onDismiss, onWhy }: PaperRowProps) {
  const chinese = entry.gist || entry.titleChinese;
  const title = renderTree(entry.titleTree);
  const basis = basisWord(entry, words);
  const [primary = '', ...others] = entry.categories;
  const sources =
    entry.sources.length > 1 ? fill(words.sources, { sources: entry.sources.join(words.comma) }) : undefined;
  return (
    <li
      class={['row', marks.seen && 'seen', marks.dismissed && 'dismissed'].filter(Boolean).join(' ')}
      data-paper={entry.id}
      title={sources}
    >
      <a class="gist" href={absUrl(entry.id)} target="_blank" rel="noreferrer">
        {chinese ? <span lang={langOf(entry)}>{chinese}</span> : <span lang="en">{title}</span>}
      </a>
      {entry.keySentence && (
        <p class="sentence" lang="en" title={words.keySentence}>
          {renderTree(entry.keySentence)}
        </p>
      )}
      <div class="about">
        <span class="title" lang="en" title={entry.title}>
          {chinese ? title : ''}
        </span>
        <span class="marks">
          <span title={entry.categories.join(', ')}>
            {primary}
            {others.length > 0 && ` +${others.length}`}
          </span>
          <span class={basis.hint ? 'guessed' : undefined} title={basis.hint}>
            {basis.text}
          </span>
          {entry.seenOn && <span>{describeSeen(entry.seenOn, language, now)}</span>}
          {marks.seen && <span>{words.seen}</span>}
          {onWhy && (
            <button
              type="button"
              class="why"
              aria-label={fill(words.whyOf, { title: entry.title })}
              onPointerEnter={(event) => event.pointerType === 'mouse' && onWhy(entry.id, event.currentTarget, false)}
              onFocus={(event) => onWhy(entry.id, event.currentTarget, false)}
              onClick={(event) => onWhy(entry.id, event.currentTarget, true)}
            >
              {words.why}
            </button>
          )}
          {!marks.saved && (
            <DismissButton
              title={entry.title}
              dismissed={marks.dismissed}
              words={words}
              onDismiss={(dismissed) => onDismiss(entry.id, dismissed)}
            />
          )}
        </span>
      </div>
      <div class="actions">
        <Star saved={marks.saved} words={words} onToggle={(saved) => onSave(entry.id, saved)} />
        <a class="read" href={libraryUrl(entry.id)} target="_blank" title={words.read} aria-label={words.read}>
          <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
            <path d="M8 4C6.5 3 4.5 2.6 2 2.6v9.6c2.5 0 4.5.4 6 1.4 1.5-1 3.5-1.4 6-1.4V2.6c-2.5 0-4.5.4-6 1.4zv9.6" />
          </svg>
        </a>
      </div>
    </li>
  );
}
