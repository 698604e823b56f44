import { useState } from 'preact/hooks';
import { ResetForm, type ResetState } from '@/components/options/reset-form';
import type { Language } from '@/core/settings';
import { nameBytes } from '@/core/size';
import { privacyWords } from '@/core/words/privacy';
import { fill } from '@/core/words/words';
import { giveBackPatterns, grantedPatterns, isOwnPattern } from '@/messages/permissions';
import { wakeBackground } from '@/messages/wake';
import { backupBlob } from '@/storage/backup-write';
import { emptyLibrary } from '@/storage/reset';
import { download, localDay } from '../library/download';
import { toSentence } from './sentence';

async function giveAllBack(): Promise<void> {
  const patterns = (await grantedPatterns()).filter((pattern) => !isOwnPattern(pattern));
  if (patterns.length > 0) await giveBackPatterns(patterns);
}

/** The section that empties the library. */
export function Reset({ language }: { language: Language }) {
  const words = privacyWords[language];
  const [state, setState] = useState<ResetState>({ kind: 'idle' });
  const fail = (text: string) => (cause: unknown) => {
    console.error(cause);
    setState({ kind: 'failed', text: fill(text, { reason: toSentence(cause, language) }) });
  };
  const backUp = () => {
    setState({ kind: 'working' });
    const now = new Date();
    backupBlob({ contents: 'all', now: now.getTime() }).then((blob) => {
      const file = `daodu-backup-${localDay(now)}.jsonl`;
      download(file, [blob], 'application/jsonl');
      setState({ kind: 'saved', file, size: nameBytes(blob.size) });
    }, fail(words.resetBackupFailed));
  };
  const empty = () => {
    emptyLibrary().then(() => {
      setState({ kind: 'done' });
      // What is planned goes with the library; the access that nothing needs any more goes back.
      wakeBackground();
      giveAllBack().catch((cause: unknown) => console.error(cause));
    }, fail(words.resetFailed));
  };
  return <ResetForm state={state} words={words} onBackup={backUp} onReset={empty} />;
}
