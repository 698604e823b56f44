import type { PrivacyWords } from '@/core/words/privacy';
import { fill } from '@/core/words/words';

/** A host that is allowed, or was asked before its access was taken back. */
export interface ShownHost {
  /** Without a port; `*` for every host. */
  host: string;
  /** As permissions name it, in one way or more. */
  patterns: readonly string[];
  /** As a reader would name it. */
  name: string;
  uses: readonly string[];
  /** When it was last asked, as it is shown; null where it never was. */
  contacted: { at: number; text: string } | null;
  /** Whether it comes with Daodu, can be revoked here, or was. */
  access: 'own' | 'granted' | 'gone';
}

interface PrivacyListProps {
  hosts: readonly ShownHost[];
  said: { text: string; failed: boolean } | null;
  words: PrivacyWords;
  onRevoke: (host: ShownHost) => void;
}

/** Whom Daodu may ask, what for, and when it last did. */
export function PrivacyList({ hosts, said, words, onRevoke }: PrivacyListProps) {
  return (
    <section id="hosts" aria-labelledby="hosts-title">
      <h2 id="hosts-title">{words.hosts}</h2>
      <p class="hint">{words.hostsText}</p>
      <ul class="host-list" role="list" aria-labelledby="hosts-title">
        {hosts.map((shown) => (
          <li key={shown.host}>
            <div>
              <strong>{shown.name}</strong>
              <p>{shown.uses.length > 0 ? shown.uses.join(words.comma) : words.for_nothing}</p>
              <p class="hint">
                {shown.contacted ? (
                  <>
                    {words.lastContact}
                    <time dateTime={new Date(shown.contacted.at).toISOString()}>{shown.contacted.text}</time>
                  </>
                ) : (
                  words.never
                )}
              </p>
            </div>
            {shown.access === 'granted' && (
              <button
                type="button"
                class="button small"
                aria-label={fill(words.revokeOf, { host: shown.name })}
                onClick={() => onRevoke(shown)}
              >
                {words.revoke}
              </button>
            )}
            {shown.access === 'own' && <span class="hint">{words.withExtension}</span>}
            {shown.access === 'gone' && <span class="hint">{words.gone}</span>}
          </li>
        ))}
      </ul>
      <p class={said?.failed ? 'problem' : 'hint'} role="status">
        {said?.text}
      </p>
    </section>
  );
}
