import { useRef, useState } from 'preact/hooks';
import { SyncForm, type WantedAccount } from '@/components/options/sync-form';
import { SyncStatus } from '@/components/options/sync-status';
import type { Language } from '@/core/settings';
import { JIANGUOYUN } from '@/core/sync/address';
import { DavFolder } from '@/core/sync/dav';
import { nameDevice } from '@/core/sync/device-name';
import { presetOf, SYNC_PRESETS, type SyncDraft, type SyncPreset } from '@/core/sync/draft';
import { testFolder } from '@/core/sync/sync';
import { errorWords } from '@/core/words/errors';
import { syncWords } from '@/core/words/sync';
import { fill } from '@/core/words/words';
import { giveBackOrigin, isSamePermission, requestOrigin } from '@/messages/permissions';
import { wakeBackground } from '@/messages/wake';
import { browser } from '@/messages/webext';
import { readNeededHosts } from '@/storage/needed-hosts';
import { changeSyncState, keepAccount, readSync, readSyncPassword, stopSync } from '@/storage/sync';
import { useLive } from '@/storage/use-live';
import { clock } from '../background/clock';
import { notedFetch } from '../background/noted-fetch';
import { toSentence } from './sentence';

const hostOf = (url: string) => new URL(url).host;

/** Gives back the access to an address's host once nothing needs it. */
async function giveBackUnused(url: string): Promise<void> {
  const needed = await readNeededHosts();
  if (!needed.some((other) => isSamePermission(url, other))) await giveBackOrigin(url);
}

/** The section of syncing: what happens on each click. */
export function Sync({ language }: { language: Language }) {
  const look = useLive(readSync, []);
  const [draft, setDraft] = useState<SyncDraft | null>(null);
  const [notice, setNotice] = useState({ text: '', failed: false });
  /** The newest click in the form; null once it was kept or the form left. */
  const wanted = useRef<AbortController | null>(null);
  const words = syncWords[language];
  if (!look) return null;
  const { setup, state, unsent } = look;

  const say = (text: string, failed = false) => setNotice({ text, failed });
  const fail = (cause: unknown) => {
    console.error(cause);
    say(toSentence(cause, language), true);
  };
  const leave = () => {
    wanted.current?.abort();
    wanted.current = null;
    setDraft(null);
    say('');
  };
  const pick = (preset: SyncPreset) => {
    say('');
    const address = preset === 'jianguoyun' ? JIANGUOYUN : '';
    setDraft({ preset, address, user: '', deviceName: nameDevice(navigator.userAgent) });
  };
  const change = () => {
    if (!setup) return;
    const { url, user, deviceName } = setup;
    say('');
    setDraft({ preset: presetOf(url), address: url, user, deviceName });
  };

  const keep = async (account: WantedAccount, typed: string, mine: AbortController) => {
    const host = hostOf(account.url);
    const password = typed === '' ? ((await readSyncPassword(account.url, account.user)) ?? '') : typed;
    say(fill(words.testing, { host }));
    const dav = new DavFolder(
      { ...account, password, device: '' },
      { clock, signal: mine.signal, fetch: notedFetch('sync') },
    );
    await testFolder(dav);
    if (wanted.current !== mine) return;
    await keepAccount({ ...account, password });
    if (setup) await giveBackUnused(setup.url);
    leave();
    say(words.started);
    wakeBackground();
  };
  const save = (account: WantedAccount, typed: string) => {
    // First of all, or the click has passed. It may never settle, so the form goes on as it was meanwhile.
    const asked = requestOrigin(account.url);
    wanted.current?.abort();
    const mine = new AbortController();
    wanted.current = mine;
    const host = hostOf(account.url);
    say(fill(words.asking, { host }));
    asked
      .then(async (granted) => {
        if (wanted.current !== mine) return;
        if (granted) await keep(account, typed, mine);
        else say(fill(words.denied, { host }), true);
      })
      .catch(async (cause: unknown) => {
        if (wanted.current === mine) fail(cause);
        await giveBackUnused(account.url);
      })
      .catch(console.error);
  };
  const syncNow = () => {
    // Access may have been taken back in the browser's own settings.
    const asked = setup ? requestOrigin(setup.url) : Promise.resolve(false);
    const due = asked.then(() => changeSyncState((known) => ({ ...known, nextAt: 0 })));
    due.then(wakeBackground).catch(fail);
  };
  const stop = () => {
    stopSync()
      .then(() => {
        say(words.stopped);
        wakeBackground();
        return setup ? giveBackUnused(setup.url) : undefined;
      })
      .catch(fail);
  };

  return (
    <section id="sync" aria-labelledby="sync-title">
      <h2 id="sync-title">{words.title}</h2>
      {!setup && (
        <ul class="introduction">
          <li>{words.what}</li>
          <li>{words.whatNot}</li>
          <li>{words.notEncrypted}</li>
        </ul>
      )}
      <p class={notice.failed ? 'message failed' : 'message'} role="status">
        {!draft && notice.text}
      </p>
      {!draft && setup && (
        <SyncStatus
          words={words}
          language={language}
          setup={setup}
          state={state}
          unsent={unsent}
          error={state.error && errorWords[language][state.error]}
          now={Date.now()}
          toPaperUrl={(id) => browser.runtime.getURL(`/library.html#/paper/${id}`)}
          onNow={syncNow}
          onChange={change}
          onStop={stop}
        />
      )}
      {!draft && !setup && (
        <div role="group" aria-label={words.choose}>
          <h3>{words.choose}</h3>
          <ul class="presets">
            {SYNC_PRESETS.map((preset) => (
              <li key={preset}>
                <button type="button" class="button" onClick={() => pick(preset)}>
                  {words[preset]}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {draft && (
        <SyncForm
          key={draft.preset}
          words={words}
          draft={draft}
          keptFor={setup}
          message={notice.text}
          failed={notice.failed}
          onSave={save}
          onCancel={leave}
        />
      )}
    </section>
  );
}
