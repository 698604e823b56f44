import type { TriageWords } from '@/core/words/triage';
import { fill } from '@/core/words/words';

export const BAR = 'daodu-list';

const KEYS = [
  ['j', 'keyNext'],
  ['k', 'keyPrevious'],
  ['n', 'keyFresh'],
  ['s', 'keySave'],
  ['x', 'keyDismiss'],
  ['e', 'keyExpand'],
  ['o', 'keyOpen'],
  ['/', 'keySearch'],
  ['?', 'keyHelp'],
] as const;

/** What the bar counts. */
export interface Counts {
  papers: number;
  analysed: number;
  saved: number;
  dismissed: number;
}

/** The line above a list: whose rows these are, how many say something, and the keys. */
export class Bar {
  readonly host: HTMLElement;
  private parts: { counts: HTMLElement; said: HTMLElement; dialog: HTMLDialogElement; words: TriageWords } | null =
    null;

  constructor(private readonly page: Document) {
    this.host = page.createElement(BAR);
    this.host.className = 'notranslate';
    this.host.setAttribute('translate', 'no');
  }

  /** Fills the bar in; without keys there is no help to open. */
  dress(sheet: CSSStyleSheet, words: TriageWords, keys: boolean): void {
    const { page, host } = this;
    const make = (name: string, className: string, text = '') => {
      const made = page.createElement(name);
      made.className = className;
      made.textContent = text;
      return made;
    };
    const bar = make('div', 'bar');
    bar.setAttribute('role', 'region');
    bar.setAttribute('aria-label', words.name);
    bar.lang = words.lang;
    const counts = make('span', 'counts');
    const said = make('span', 'unseen');
    said.setAttribute('role', 'status');
    const seal = make('span', 'seal', '导');
    seal.setAttribute('aria-hidden', 'true');
    bar.append(seal, counts, said);
    const dialog = page.createElement('dialog');
    if (keys) {
      const help = make('button', 'help', words.keysHint);
      help.setAttribute('type', 'button');
      help.addEventListener('click', () => this.showHelp());
      bar.append(help);
      this.fillHelp(dialog, words, make);
    }
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(bar, dialog);
    host.dataset['state'] = 'ready';
    this.parts = { counts, said, dialog, words };
  }

  count({ papers, analysed, saved, dismissed }: Counts): void {
    if (!this.parts) return;
    const { counts, words } = this.parts;
    const texts = [
      fill(words.papers, { n: papers }),
      ...(analysed > 0 ? [fill(words.analysed, { n: analysed })] : []),
      ...(saved > 0 ? [fill(words.saved, { n: saved })] : []),
      ...(dismissed > 0 ? [fill(words.dismissed, { n: dismissed })] : []),
    ];
    counts.textContent = `${words.name} · ${texts.join(' · ')}`;
  }

  /** Says in the bar, in place of the counts, what went wrong. */
  fail(text: string): void {
    if (this.parts) this.parts.counts.textContent = text;
  }

  /** Tells a reader of screens what a key has done. */
  say(text: string): void {
    if (this.parts) this.parts.said.textContent = text;
  }

  showHelp(): void {
    const dialog = this.parts?.dialog;
    if (dialog && !dialog.open) dialog.showModal();
  }

  private fillHelp(
    dialog: HTMLDialogElement,
    words: TriageWords,
    make: (name: string, className: string, text?: string) => HTMLElement,
  ): void {
    const title = make('h2', '', words.keys);
    title.id = 'keys';
    dialog.setAttribute('aria-labelledby', title.id);
    dialog.lang = words.lang;
    const keys = make('dl', 'keys');
    for (const [key, word] of KEYS) {
      const name = make('dt', '');
      name.append(make('kbd', '', key));
      keys.append(name, make('dd', '', words[word]));
    }
    const close = make('button', 'close', words.close);
    close.setAttribute('type', 'button');
    close.addEventListener('click', () => dialog.close());
    dialog.append(title, keys, make('p', '', words.keysOff), close);
  }
}
