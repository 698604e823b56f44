import { useCallback, useMemo, useRef } from 'preact/hooks';
import type { NoteActions } from '@/components/library/note-field';
import type { TagEdit } from '@/core/library/tags';
import type { Status } from '@/core/status';
import { setStatus } from '@/storage/marks';
import { keepDraft } from '@/storage/note-drafts';
import { keepNote } from '@/storage/notes';
import { editTags } from '@/storage/tags';

interface Marking {
  onTags: (edit: TagEdit) => void;
  onStatus: (status: Status | null) => void;
  note: NoteActions;
}

/**
 * What a reader makes of one paper, kept in the library: its tags, its status, its note. Each of them saves the paper.
 *
 * @param onFail told what could not be kept; a note says so itself.
 * @param onSaved told that the paper is in the library now.
 */
export function useMarking(id: string, onFail: (cause: unknown) => void, onSaved?: () => void): Marking {
  const told = useRef({ onFail, onSaved });
  told.current = { onFail, onSaved };
  const keep = useCallback((work: Promise<void>) => {
    work.then(
      () => told.current.onSaved?.(),
      (cause: unknown) => {
        console.error(cause);
        told.current.onFail(cause);
      },
    );
  }, []);
  return useMemo(
    () => ({
      onTags: (edit) => keep(editTags(id, edit, Date.now())),
      onStatus: (status) => keep(setStatus(id, status, Date.now())),
      note: {
        onKeep: async (text, base) => {
          const kept = await keepNote(id, text, base, Date.now());
          told.current.onSaved?.();
          return kept;
        },
        onDraft: (draft) => keepDraft(id, draft),
      },
    }),
    [id, keep],
  );
}
