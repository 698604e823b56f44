import { nameMoment } from '@/core/moment';
import type { Language } from '@/core/settings';
import type { SyncAccount } from '@/core/sync/account';
import type { SyncState, UnusedFile } from '@/core/sync/state';
import type { SyncWords } from '@/core/words/sync';
import { fill, fillSpaced } from '@/core/words/words';

interface SyncStatusProps {
  words: SyncWords;
  language: Language;
  setup: Omit<SyncAccount, 'password'>;
  state: SyncState;
  /** Changes that no file carries yet. */
  unsent: number;
  /** What went wrong the last time, in words; null when nothing did. */
  error: string | null;
  now: number;
  /** Where a paper's note is read. */
  toPaperUrl: (id: string) => string;
  onNow: () => void;
  onChange: () => void;
  onStop: () => void;
}

const REASONS: Record<UnusedFile['reason'], keyof SyncWords> = {
  damaged: 'unusedDamaged',
  newer: 'unusedNewer',
  future: 'unusedFuture',
};
const MOST_SHOWN = 10;
const HOUR_MILLISECONDS = 3_600_000;
/** A clock that differs by less orders changes well enough. */
const WRONG_CLOCK_MILLISECONDS = HOUR_MILLISECONDS / 2;

/** How syncing is going, and what can be done about it. */
export function SyncStatus(props: SyncStatusProps) {
  const { words, language, setup, state, unsent, error, now, toPaperUrl, onNow, onChange, onStop } = props;
  const at = (time: number) => nameMoment(time, now, language);
  const isRunning = state.startedAt !== null && state.startedAt > now - 5 * 60_000;
  const next = state.nextAt === null ? words.onHold : fill(words.nextAt, { time: at(Math.max(now, state.nextAt)) });
  return (
    <div class="sync-status">
      <p class="sync-account">
        <strong>{fill(words.account, { user: setup.user, host: new URL(setup.url).host })}</strong>
        {setup.deviceName !== '' && <span>{fill(words.deviceIs, { name: setup.deviceName })}</span>}
      </p>
      <p class="facts" role="status">
        <span>{state.succeededAt === null ? words.never : fill(words.lastAt, { time: at(state.succeededAt) })}</span>
        <span>{unsent > 0 ? fillSpaced(words.unsent, { n: unsent }) : words.allSent}</span>
        <span>{isRunning ? words.running : next}</span>
      </p>
      {error && !isRunning && (
        <p class="message failed" role="alert">
          {error}
        </p>
      )}
      {Math.abs(state.clockAhead) > WRONG_CLOCK_MILLISECONDS && (
        <p class="message warning">
          {fill(words.clock, { hours: Math.round(Math.abs(state.clockAhead) / HOUR_MILLISECONDS) })}
        </p>
      )}
      {(['damaged', 'newer', 'future'] as const).map((reason) => {
        const count = state.unused.filter((file) => file.reason === reason).length;
        return (
          count > 0 && (
            <p key={reason} class="message warning">
              {fillSpaced(words[REASONS[reason]], { n: count })}
            </p>
          )
        );
      })}
      {state.conflicts.length > 0 && (
        <p class="message">
          {fillSpaced(words.conflicts, { n: state.conflicts.length })}{' '}
          {state.conflicts.slice(0, MOST_SHOWN).map((id) => (
            <a key={id} class="sync-paper" href={toPaperUrl(id)}>
              {id}
            </a>
          ))}
        </p>
      )}
      <h3>{words.devices}</h3>
      {state.devices.length === 0 && <p class="hint">{words.noDevices}</p>}
      {state.devices.length > 0 && (
        <ul class="sync-devices">
          {state.devices
            .toSorted((one, other) => other.writtenAt - one.writtenAt)
            .map(({ device, name, writtenAt }) => (
              <li key={device}>{fill(words.deviceLast, { name: name || words.unnamed, time: at(writtenAt) })}</li>
            ))}
        </ul>
      )}
      <div class="actions">
        <button type="button" class="button primary" onClick={onNow}>
          {words.now}
        </button>
        <button type="button" class="button" onClick={onChange}>
          {words.change}
        </button>
        <button type="button" class="button" onClick={onStop}>
          {words.stop}
        </button>
      </div>
    </div>
  );
}
