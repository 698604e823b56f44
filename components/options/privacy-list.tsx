import type { PrivacyWords } from '@/core/words/privacy';
import { fill } from '@/core/words/words';

/** A host that is allowed, or was asked before its access was taken back. */
export interface ShownHost {
  /** As permissions name it: https://api.deepseek.com/*. Names the row. */
  pattern: string;
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
      <div class="table-scroll">
        <table class="facts-table">
          <thead>
            <tr>
              <th scope="col">{words.host}</th>
              <th scope="col">{words.usedFor}</th>
              <th scope="col">{words.lastContact}</th>
              <th>
                <span class="visually-hidden">{words.revoke}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {hosts.map((host) => (
              <tr key={host.pattern}>
                <th scope="row">{host.name}</th>
                <td>{host.uses.length > 0 ? host.uses.map((use) => <div key={use}>{use}</div>) : words.for_nothing}</td>
                <td>
                  {host.contacted ? (
                    <time dateTime={new Date(host.contacted.at).toISOString()}>{host.contacted.text}</time>
                  ) : (
                    words.never
                  )}
                </td>
                <td>
                  {host.access === 'granted' && (
                    <button
                      type="button"
                      class="button small"
                      aria-label={fill(words.revokeOf, { host: host.name })}
                      onClick={() => onRevoke(host)}
                    >
                      {words.revoke}
                    </button>
                  )}
                  {host.access === 'own' && <span class="hint">{words.withExtension}</span>}
                  {host.access === 'gone' && <span class="hint">{words.gone}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class={said?.failed ? 'problem' : 'hint'} role="status">
        {said?.text}
      </p>
    </section>
  );
}
