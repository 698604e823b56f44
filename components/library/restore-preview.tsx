import { useId, useState } from 'preact/hooks';
import { type FateCounts, NO_FATES, type RestorePreview } from '@/core/backup/preview';
import type { BackupTable } from '@/core/backup/tables';
import type { BackupWords } from '@/core/words/backup';
import { fill } from '@/core/words/words';

const SHOWN = ['papers', 'analyses', 'reports', 'saves', 'dismissals', 'visits', 'sends', 'feeds', 'models'] as const;

interface RestorePreviewProps {
  preview: RestorePreview;
  words: BackupWords;
  onStart: (takesSettings: boolean) => void;
  onLeave: () => void;
}

const number = (count: number) => count.toLocaleString('en');

function Row({ label, counts }: { label: string; counts: FateCounts }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{number(counts.added)}</td>
      <td>{number(counts.changed)}</td>
      <td>{number(counts.same + counts.kept)}</td>
    </tr>
  );
}

/** What a restore would do, with the choice that is the reader's. */
export function RestorePreviewView({ preview, words, onStart, onLeave }: RestorePreviewProps) {
  const { file, header, tables, unusable, settingsDiffer, isFresh } = preview;
  const [takes, setTakes] = useState(isFresh);
  const heading = useId();
  const of = (table: BackupTable) => tables[table] ?? NO_FATES;
  const isAnyNew = settingsDiffer || Object.values(tables).some(({ added, changed }) => added > 0 || changed > 0);
  const date = new Date(header.createdAt).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
  return (
    <section class="restore" aria-labelledby={heading}>
      <h3 id={heading}>{words.preview}</h3>
      <p>
        {fill(words.previewText, { file, date })}
        {header.contents === 'all' ? words.contentsAll : words.contentsOwn}
      </p>
      <table class="fates">
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.added}</th>
            <th scope="col">{words.changed}</th>
            <th scope="col">{words.there}</th>
          </tr>
        </thead>
        <tbody>
          {SHOWN.filter((table) => Object.values(of(table)).some((count) => count > 0)).map((table) => (
            <Row key={table} label={words[table]} counts={of(table)} />
          ))}
        </tbody>
      </table>
      <p class="small">{isAnyNew ? words.rule : words.nothingNew}</p>
      {unusable > 0 && <p class="small">{fill(words.unusable, { n: unusable })}</p>}
      {of('models').added > 0 && <p class="small">{words.modelKeys}</p>}
      {of('feeds').added > 0 && <p class="small">{words.feedHosts}</p>}
      {settingsDiffer && (
        <fieldset class="settings-choice">
          <legend>{words.settings}</legend>
          <label>
            <input type="radio" name="settings" checked={!takes} onChange={() => setTakes(false)} />
            {words.settingsKeep}
          </label>
          <label>
            <input type="radio" name="settings" checked={takes} onChange={() => setTakes(true)} />
            {words.settingsTake}
          </label>
        </fieldset>
      )}
      <p class="choices">
        <button type="button" class="button primary" onClick={() => onStart(settingsDiffer && takes)}>
          {words.start}
        </button>
        <button type="button" class="button" onClick={onLeave}>
          {words.leave}
        </button>
      </p>
    </section>
  );
}
