import { useCallback, useEffect, useState } from 'preact/hooks';
import { StorageUse } from '@/components/options/storage-use';
import type { Language } from '@/core/settings';
import { nameBytes } from '@/core/size';
import { privacyWords } from '@/core/words/privacy';
import { askToPersist, readRoom, type Room } from '@/storage/room';
import { countTables } from '@/storage/table-counts';
import { useLive } from '@/storage/use-live';

/** While an import runs, the counts need not follow each of its writes. */
const REST_MILLISECONDS = 2_000;

/** The section of storage: what there is, and how safe it is. */
export function Storage({ language }: { language: Language }) {
  const words = privacyWords[language];
  const tables = useLive(countTables, [], REST_MILLISECONDS);
  const [room, setRoom] = useState<Room | null>(null);
  const [said, setSaid] = useState<{ text: string; failed: boolean } | null>(null);
  const look = useCallback(() => void readRoom().then(setRoom, console.error), []);
  useEffect(look, [tables]);
  const persist = () => {
    askToPersist().then((isPromised) => {
      setSaid({ text: isPromised ? words.persistDone : words.persistRefused, failed: !isPromised });
      look();
    }, console.error);
  };
  if (!tables || !room) return null;
  const { usage, quota } = room;
  return (
    <StorageUse
      room={usage === null || quota === null ? null : { used: nameBytes(usage), quota: nameBytes(quota) }}
      isPersisted={room.isPersisted}
      tables={tables.map(({ group, rows }) => ({ group, rows, label: words[`table_${group}`] }))}
      said={said}
      words={words}
      onPersist={persist}
    />
  );
}
