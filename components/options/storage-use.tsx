import type { PrivacyWords } from '@/core/words/privacy';
import { fill } from '@/core/words/words';

interface StorageUseProps {
  /** How much is taken of how much, as it is shown; null where the browser does not say. */
  room: { used: string; quota: string } | null;
  isPersisted: boolean;
  tables: readonly { group: string; label: string; rows: number }[];
  said: { text: string; failed: boolean } | null;
  words: PrivacyWords;
  onPersist: () => void;
}

/** What the library holds, how much room it takes, and whether the browser may clear it. */
export function StorageUse({ room, isPersisted, tables, said, words, onPersist }: StorageUseProps) {
  return (
    <section id="storage" aria-labelledby="storage-title">
      <h2 id="storage-title">{words.storage}</h2>
      <p>{room ? fill(words.storageUsed, room) : words.storageUnknown}</p>
      <div class="row">
        <p>{isPersisted ? words.persisted : words.notPersisted}</p>
        {!isPersisted && (
          <button type="button" class="button small" onClick={onPersist}>
            {words.persist}
          </button>
        )}
      </div>
      <p class={said?.failed ? 'problem' : 'hint'} role="status">
        {said?.text}
      </p>
      <div class="table-scroll">
        <table class="facts-table">
          <thead>
            <tr>
              <th scope="col">{words.tableName}</th>
              <th scope="col" class="number">
                {words.tableCount}
              </th>
            </tr>
          </thead>
          <tbody>
            {tables.map(({ group, label, rows }) => (
              <tr key={group}>
                <th scope="row">{label}</th>
                <td class="number">{rows.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
