import { useEffect, useState } from 'preact/hooks';
import { HereTools } from '@/components/popup/here-tools';
import { hereWords } from '@/core/words/here';
import { libraryWords } from '@/core/words/library';
import { noteWords } from '@/core/words/notes';
import { sendWords } from '@/core/words/sending';
import { countTags } from '@/storage/marks';
import { recoverDrafts } from '@/storage/note-drafts';
import { readPaper } from '@/storage/papers';
import { readSent } from '@/storage/sends';
import { readSettings } from '@/storage/settings';
import { useLive } from '@/storage/use-live';
import { readSending } from '@/storage/zotero-jobs';
import { useAttempt } from '../daily/use-attempt';
import { useMarking } from '../paper/use-marking';
import { useSend } from './use-send';

async function readHere(id: string) {
  const [entry, tags, settings, job, sent] = await Promise.all([
    readPaper(id),
    countTags(),
    readSettings(),
    readSending(id),
    readSent([id], 'zotero'),
  ]);
  return { saved: entry?.saved ?? null, tags, language: settings.language, job, sentAt: sent[id] ?? null };
}

type Look = Awaited<ReturnType<typeof readHere>>;

/** The reader's own of the current tab's paper, kept fresh. */
export function Here({ id }: { id: string }) {
  const look = useLive(() => readHere(id), [id]);
  useEffect(() => void recoverDrafts(Date.now()).catch(console.error), []);
  return look ? <Tools id={id} look={look} /> : null;
}

function Tools({ id, look }: { id: string; look: Look }) {
  const { saved, tags, language } = look;
  const here = hereWords[language];
  const [isWriting, write] = useState(false);
  const [notSaved, setNotSaved] = useState(false);
  const [said, attempt] = useAttempt(language);
  const { onTags, onStatus, note } = useMarking(
    id,
    () => setNotSaved(true),
    () => setNotSaved(false),
  );
  const { state, sentAt, actions, onZotero } = useSend(id, look, language, attempt);
  return (
    <HereTools
      saved={saved}
      knownTags={tags}
      isWriting={isWriting}
      sentAt={sentAt}
      sending={state}
      said={notSaved ? here.notSaved : said}
      words={{ here, library: libraryWords[language], note: noteWords[language], send: sendWords[language] }}
      onTags={onTags}
      onStatus={onStatus}
      note={note}
      onWrite={write}
      onZotero={onZotero}
      send={actions}
    />
  );
}
