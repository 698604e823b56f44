import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SyncAccount } from '@/core/sync/account';
import { wayToFolder } from '@/core/sync/address';
import { draftUrl, readSyncDraft, type SyncDraft, type SyncPreset, type SyncProblems } from '@/core/sync/draft';
import type { SyncWords } from '@/core/words/sync';
import { fill } from '@/core/words/words';
import { Field, TextField } from './field';

export type WantedAccount = Omit<SyncAccount, 'device' | 'password'>;

interface SyncFormProps {
  words: SyncWords;
  /** What the form begins with. */
  draft: SyncDraft;
  /** Of whom a password is kept, and for which address; null for nobody. */
  keptFor: { url: string; user: string } | null;
  /** What became of the last click, in words; '' before. */
  message: string;
  failed: boolean;
  /** Called in the click itself, so that the browser can be asked. `password` '': the one that is kept. */
  onSave: (account: WantedAccount, password: string) => void;
  onCancel: () => void;
}

function problemWords(words: SyncWords): Record<string, string> {
  return {
    'address empty': words.needAddress,
    'address not-an-address': words.notAddress,
    'address not-https': words.notHttps,
    'address has-user': words.hasUser,
    'address has-query': words.hasQuery,
    'user empty': words.needUser,
    'user colon': words.badUser,
    'password empty': words.needPassword,
  };
}

const addressHints: Record<SyncPreset, keyof SyncWords> = {
  jianguoyun: 'jianguoyunHint',
  nextcloud: 'nextcloudHint',
  other: 'addressHint',
};

function isSameServer(url: string | null, other: string): boolean {
  return url !== null && new URL(url).origin === new URL(other).origin;
}

/** Where and as whom to sync. The password is typed, never shown and never filled back. */
export function SyncForm({ words, keptFor, message, failed, onSave, onCancel, ...props }: SyncFormProps) {
  const [draft, setDraft] = useState(props.draft);
  const [problems, setProblems] = useState<SyncProblems>({});
  const form = useRef<HTMLFormElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const { preset } = draft;
  const url = draftUrl(draft);
  const isKept = keptFor !== null && isSameServer(url, keptFor.url) && draft.user.trim() === keptFor.user;
  const hasProblems = Object.keys(problems).length > 0;
  const change = (part: Partial<SyncDraft>) => setDraft((before) => ({ ...before, ...part }));
  const texts = problemWords(words);
  const said = (field: keyof SyncProblems) => problems[field] && texts[`${field} ${problems[field]}`];

  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>(preset === 'jianguoyun' ? '#sync-user' : '#sync-address')?.focus();
    return () => {
      if (password.current) password.current.value = '';
    };
  }, []);
  useEffect(() => {
    if (hasProblems) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problems]);

  const save = () => {
    const typed = password.current?.value ?? '';
    const read = readSyncDraft(draft, typed, isKept);
    setProblems('problems' in read ? read.problems : {});
    if ('account' in read) onSave(read.account, typed);
  };
  const title = fill(words.formTitle, { name: preset === 'other' ? ` ${words.other}` : words[preset] });
  const passwordHint =
    preset === 'jianguoyun' ? words.jianguoyunPassword : preset === 'nextcloud' ? words.nextcloudPassword : '';
  return (
    <form
      ref={form}
      class="model-form"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3>{title}</h3>
      <TextField
        id="sync-address"
        label={words.address}
        hint={
          url !== null && wayToFolder(url) === 'open' ? (
            <span class="warning">{words.wayOpen}</span>
          ) : (
            words[addressHints[preset]]
          )
        }
        problem={said('address')}
        inputMode="url"
        value={draft.address}
        onInput={(address) => change({ address })}
      />
      <TextField
        id="sync-user"
        label={words.user}
        hint={preset === 'jianguoyun' && words.jianguoyunUser}
        problem={said('user')}
        value={draft.user}
        onInput={(user) => change({ user })}
      />
      <Field
        id="sync-password"
        label={preset === 'jianguoyun' ? words.appPassword : words.password}
        problem={said('password')}
        hint={[isKept && words.passwordKept, passwordHint, words.passwordHint].filter(Boolean).join(' ')}
      >
        {(described) => <input {...described} ref={password} id="sync-password" type="password" autocomplete="off" />}
      </Field>
      <TextField
        id="sync-device"
        label={words.device}
        hint={words.deviceHint}
        value={draft.deviceName}
        onInput={(deviceName) => change({ deviceName })}
      />
      <p class={failed || hasProblems ? 'message failed' : 'message'} role="status">
        {hasProblems ? words.fixFields : message}
      </p>
      <div class="actions">
        <button type="submit" class="button primary">
          {keptFor ? words.keep : words.start}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
