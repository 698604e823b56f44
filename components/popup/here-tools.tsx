import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { TagCount, TagEdit } from '@/core/library/tags';
import type { Saved } from '@/core/paper';
import type { Status } from '@/core/status';
import type { HereWords } from '@/core/words/here';
import type { LibraryWords } from '@/core/words/library';
import type { NoteWords } from '@/core/words/notes';
import type { SendWords } from '@/core/words/sending';
import { fill } from '@/core/words/words';
import { type NoteActions, NoteField } from '../library/note-field';
import { StatusField } from '../library/status-field';
import { TagField } from '../library/tag-field';
import { SendLine, type SendLineActions, type SendState } from './send-line';

interface HereToolsProps {
  saved: Pick<Saved, 'tags' | 'note' | 'status'> | null;
  knownTags: readonly TagCount[];
  /** Whether the note stands open. */
  isWriting: boolean;
  /** When it was last sent to Zotero, in words; null for never. */
  sentAt: string | null;
  sending: SendState | null;
  /** What just went wrong; '' for nothing. */
  said: string;
  words: { here: HereWords; library: LibraryWords; note: NoteWords; send: SendWords };
  onTags: (edit: TagEdit) => void;
  onStatus: (status: Status | null) => void;
  note: NoteActions;
  onWrite: (open: boolean) => void;
  onZotero: () => void;
  send: SendLineActions;
}

/** A note in one line: its first one, without Markdown's signs. */
function firstLine(note: string): string {
  const line = note.split('\n').find((each) => each.trim() !== '') ?? '';
  return line.replace(/^[\s#>*+-]+|\*\*|__|~~|`/g, '').trim();
}

/** What the reader made of the current tab's paper, in a line of the popup; key it by the paper. */
export function HereTools(props: HereToolsProps) {
  const { saved, knownTags, isWriting, sentAt, sending, said, words } = props;
  const { onTags, onStatus, note, onWrite, onZotero, send } = props;
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isWriting) place.current?.querySelector('textarea')?.focus();
  }, [isWriting]);
  const line = firstLine(saved?.note ?? '');
  return (
    <section class="here-tools" aria-label={words.here.title}>
      <div class="here-bar">
        <TagField tags={saved?.tags ?? []} known={knownTags} words={words.note} onEdit={onTags} />
        <StatusField status={saved?.status ?? null} words={words.library} onStatus={onStatus} />
        <button
          type="button"
          class="tool note-line"
          aria-expanded={isWriting}
          aria-controls={id}
          title={line}
          onClick={() => onWrite(!isWriting)}
        >
          {line === '' ? words.here.writeNote : fill(words.here.noteOf, { line })}
        </button>
        <button
          type="button"
          class="tool"
          title={sentAt === null ? undefined : fill(words.here.sentAt, { date: sentAt })}
          onClick={onZotero}
        >
          {sentAt === null ? words.here.toZotero : words.here.inZotero}
        </button>
      </div>
      <div id={id} ref={place} hidden={!isWriting}>
        {isWriting && <NoteField note={saved?.note ?? ''} words={words.note} {...note} />}
      </div>
      <SendLine state={sending} here={words.here} words={words.send} {...send} />
      <p class="said" role="alert">
        {said}
      </p>
    </section>
  );
}
