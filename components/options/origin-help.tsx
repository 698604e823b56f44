import { useState } from 'preact/hooks';
import type { ModelWords } from '@/core/words/models';

const ORIGINS = 'chrome-extension://*,moz-extension://*';

/** What makes Ollama serve browser extensions, by system: its setting OLLAMA_ORIGINS, and a fresh start. */
const SNIPPETS = [
  { id: 'Windows', text: `setx OLLAMA_ORIGINS "${ORIGINS}"` },
  { id: 'Mac', text: `launchctl setenv OLLAMA_ORIGINS "${ORIGINS}"` },
  {
    id: 'Linux',
    text: [
      'sudo mkdir -p /etc/systemd/system/ollama.service.d',
      `printf '[Service]\\nEnvironment="OLLAMA_ORIGINS=${ORIGINS}"\\n' | sudo tee /etc/systemd/system/ollama.service.d/origins.conf`,
      'sudo systemctl daemon-reload && sudo systemctl restart ollama',
    ].join('\n'),
  },
] as const;

interface OriginHelpProps {
  words: ModelWords;
  /** False when the text did not reach the clipboard. */
  onCopy: (text: string) => Promise<boolean>;
}

/** The way by hand, where the header that Ollama refuses could not be dropped. */
export function OriginHelp({ words, onCopy }: OriginHelpProps) {
  const [copied, setCopied] = useState<{ id: string; done: boolean } | null>(null);
  const isCopied = (id: string) => copied?.id === id && copied.done;
  return (
    <section class="origin-help" aria-label={words.originTitle}>
      <h3>{words.originTitle}</h3>
      <p>{words.originText}</p>
      {SNIPPETS.map(({ id, text }) => (
        <div key={id} class="snippet">
          <p class="snippet-head">
            <span>{words[`origin${id}`]}</span>
            <button
              type="button"
              class="button small"
              aria-label={`${isCopied(id) ? words.copied : words.copy} ${id}`}
              onClick={() => void onCopy(text).then((done) => setCopied({ id, done }))}
            >
              {isCopied(id) ? words.copied : words.copy}
            </button>
          </p>
          <pre tabIndex={0}>
            <code>{text}</code>
          </pre>
          <p class="hint">
            {words[`origin${id}After`]}
            <span role="status">{copied?.id === id && !copied.done && ` ${words.copyFailed}`}</span>
          </p>
        </div>
      ))}
    </section>
  );
}
