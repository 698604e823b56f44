import { type ListPlace, readListedTitle } from '@/core/arxiv/list-reader';
import type { RowBrief, RowScore, TriageRow } from '@/core/triage/row';
import type { TriageWords } from '@/core/words/triage';

export const ROW = 'daodu-row';

export type RowAction = 'save' | 'dismiss' | 'expand';

/** What all rows of a page share. */
export interface RowKit {
  page: Document;
  sheet: CSSStyleSheet;
  words: TriageWords;
  /** Copied for each row: a copy takes a fraction of the time that drawing anew does. */
  pattern: HTMLElement;
  onAction: (row: Row, action: RowAction) => void;
}

function make(page: Document, name: string, className: string, text = ''): HTMLElement {
  const made = page.createElement(name);
  if (className !== '') made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}

function makeButton(page: Document, name: RowAction, text: string): HTMLElement {
  const button = make(page, 'button', name, text);
  button.setAttribute('type', 'button');
  return button;
}

export function createRowKit(
  page: Document,
  sheet: CSSStyleSheet,
  words: TriageWords,
  onAction: RowKit['onAction'],
): RowKit {
  const pattern = make(page, 'div', 'row');
  pattern.setAttribute('role', 'group');
  pattern.tabIndex = -1;
  pattern.lang = words.lang;
  const line = make(page, 'div', 'line');
  const dismiss = makeButton(page, 'dismiss', words.dismiss);
  dismiss.title = words.dismissHint;
  const save = makeButton(page, 'save', words.save);
  save.setAttribute('aria-pressed', 'false');
  line.append(save, dismiss, make(page, 'span', 'marks'));
  pattern.append(line);
  return { page, sheet, words, pattern, onAction };
}

/** What is known of a paper of which the library knows nothing. */
export function blankRow(id: string): TriageRow {
  return { id, titleChinese: '', gist: '', lang: '', marks: [], saved: false, dismissed: false };
}

/** The parts of a row that stand in it from the start. */
interface Parts {
  body: HTMLElement;
  line: Element;
  save: HTMLElement;
  dismiss: HTMLElement;
  marks: Element;
}

/** A copy of the pattern. Found by their places: looked for by selectors, the parts of hundreds of rows take milliseconds. */
function copyPattern(pattern: HTMLElement): Parts {
  const body = pattern.cloneNode(true) as HTMLElement; // as: a copy is of the kind it was copied from
  const line = body.children[0] as Element; // as: so are its children, see above
  const [save, dismiss, marks] = line.children as unknown as [HTMLElement, HTMLElement, HTMLElement]; // as: see above
  return { body, line, save, dismiss, marks };
}

/** One paper's row in a list of arXiv's: a line of buttons and marks, and below it what is known of the paper in Chinese. */
export class Row {
  readonly host: HTMLElement;
  readonly id: string;
  data: TriageRow;
  /** Whether the reader has it before their eyes, as the observer said last. */
  isInView = false;
  /** What is being done with it: keys that follow each other quickly are followed one after the other. */
  work: Promise<void> = Promise.resolve();
  private parts: Parts | null = null;
  private texts: HTMLElement[] = [];
  private expand: HTMLElement | null = null;
  private brief: HTMLElement | null = null;
  private isTight = false;
  private isFolded = false;

  constructor(
    private readonly page: Document,
    readonly place: ListPlace,
  ) {
    this.id = place.id;
    this.data = blankRow(place.id);
    this.host = make(page, ROW, 'notranslate'); // the page may be translated around it
    this.host.setAttribute('translate', 'no');
    place.item.insertBefore(this.host, place.before);
  }

  /** Whether nothing has been shown of the paper. */
  get isBlank(): boolean {
    const { titleChinese, gist, marks, saved, dismissed } = this.data;
    return titleChinese === '' && gist === '' && marks.length === 0 && !saved && !dismissed;
  }

  get isExpanded(): boolean {
    return this.brief !== null;
  }

  /** Shows what is known of the paper; `tight`: on one line, as nothing may move that is being read. */
  show(kit: RowKit, data: TriageRow, tight: boolean): void {
    const isFirst = this.parts === null;
    const parts = this.parts ?? copyPattern(kit.pattern);
    if (isFirst) parts.body.setAttribute('aria-label', `arXiv:${this.id}`);
    this.parts = parts;
    // What stands there already does not move anything any more.
    const grows = this.texts.length === 0 || this.isTight;
    this.data = data;
    if (!isFirst || !this.isBlank) this.fill(kit, parts);
    this.setTight(tight && grows && this.texts.length > 0);
    this.showMarks(kit, tight);
    if (isFirst) this.open(kit, parts);
  }

  /** In one piece at the end: each change to what stands in the page already takes longer. */
  private open(kit: RowKit, { body }: Parts): void {
    const root = this.host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [kit.sheet];
    root.append(body);
    root.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button) kit.onAction(this, button.classList[0] as RowAction); // as: their first class names it
    });
    this.host.dataset['state'] = 'ready';
  }

  private fill({ words }: RowKit, { body, line, marks }: Parts): void {
    const { titleChinese, gist, lang } = this.data;
    marks.replaceChildren(
      ...this.data.marks.map(({ text, hint }) => {
        const mark = this.make('span', hint ? 'guessed' : '', text);
        if (hint) mark.title = hint;
        return mark;
      }),
    );
    for (const old of this.texts) old.remove();
    this.texts = [];
    if (titleChinese !== '') this.texts.push(this.makeLink(titleChinese, 'zh-CN'));
    if (gist !== '') {
      const text = this.make('p', 'gist', gist);
      text.lang = lang;
      this.texts.push(text);
    }
    body.classList.toggle('known', this.texts.length > 0);
    line.after(...this.texts);
    if (this.expand || this.texts.length === 0) return;
    this.expand = makeButton(this.page, 'expand', words.expand);
    this.expand.setAttribute('aria-expanded', 'false');
    marks.after(this.expand);
  }

  /** Saved or not, dismissed or not. `later`: it is folded or unfolded when it is out of sight. */
  showMarks({ words }: Pick<RowKit, 'words'>, later = false): void {
    if (!this.parts) return;
    const { save, dismiss } = this.parts;
    const { saved, dismissed } = this.data;
    const isSaved = save.getAttribute('aria-pressed') === 'true';
    if (saved !== isSaved) {
      save.textContent = saved ? words.unsave : words.save;
      save.setAttribute('aria-pressed', String(saved));
      dismiss.hidden = saved;
    }
    if (dismissed !== this.isFolded) {
      dismiss.textContent = dismissed ? words.restore : words.dismiss;
      dismiss.title = dismissed ? words.restoreHint : words.dismissHint;
      if (!later) this.fold();
    }
  }

  /** Folds what is dismissed and unfolds what is not. */
  private fold(): void {
    const { data, place, parts } = this;
    if (!parts || data.dismissed === this.isFolded) return;
    this.isFolded = data.dismissed;
    this.setTight(false);
    parts.body.classList.toggle('folded', data.dismissed);
    const { item } = place;
    for (const part of item.tagName === 'DD' ? [item, item.previousElementSibling] : [item]) {
      if (data.dismissed) part?.setAttribute('data-daodu', 'dismissed');
      else part?.removeAttribute('data-daodu');
    }
    const name = parts.body.querySelector('.name');
    if (!data.dismissed) name?.remove();
    else if (data.titleChinese === '') {
      const link = this.makeLink(readListedTitle(item) || this.id, 'en');
      link.classList.add('name');
      parts.body.append(link);
    }
  }

  /** It may take its room: the reader has asked for it, or does not see it. */
  loosen(): void {
    this.setTight(false);
    this.fold();
  }

  private setTight(tight: boolean): void {
    if (tight === this.isTight) return;
    this.isTight = tight;
    this.parts?.body.classList.toggle('tight', tight);
  }

  showScore({ text, why, wanted }: RowScore): void {
    if (!this.parts) return;
    const score = this.make('span', wanted ? 'score wanted' : 'score', text);
    if (why !== '') score.title = why;
    this.parts.body.querySelector('.score')?.remove();
    this.parts.line.append(score);
  }

  /** Shows the key points below the gist; null takes them away again. */
  showBrief({ words }: Pick<RowKit, 'words'>, brief: RowBrief | null): void {
    this.loosen();
    this.brief?.remove();
    this.brief = brief && this.make('dl', 'brief');
    if (this.expand) {
      this.expand.textContent = brief ? words.fold : words.expand;
      this.expand.setAttribute('aria-expanded', String(brief !== null));
    }
    if (!brief || !this.brief) return;
    if (brief.lines.length === 0) this.brief.append(this.make('dd', '', words.noBrief));
    for (const { label, text } of brief.lines) {
      const pair = this.make('div', '');
      pair.append(this.make('dt', '', label), this.make('dd', '', text));
      this.brief.append(pair);
    }
    this.parts?.body.append(this.brief);
  }

  /** A sentence of what went wrong, behind the buttons; '' takes it away. */
  note(text: string): void {
    this.parts?.body.querySelector('.note')?.remove();
    if (text !== '') this.parts?.line.append(this.make('span', 'note', text));
  }

  /** Gives the row the keys, and brings the paper into view. */
  focus(): void {
    this.parts?.body.focus({ preventScroll: true });
    const { item } = this.place;
    const term = item.tagName === 'DD' && !this.isFolded ? item.previousElementSibling : null;
    const { top } = (term ?? item).getBoundingClientRect();
    const { bottom } = this.host.getBoundingClientRect();
    const view = this.page.defaultView;
    if (!view) return;
    // Whatever is below two thirds of the window comes up, so that what follows is to be seen as well.
    if (top < 12) view.scrollBy({ top: top - 12 });
    else if (bottom > view.innerHeight * 0.7) view.scrollBy({ top: top - view.innerHeight * 0.3 });
  }

  private makeLink(text: string, lang: string): HTMLElement {
    const link = this.make('a', 'title', text);
    link.setAttribute('href', `/abs/${this.id}`);
    link.lang = lang;
    return link;
  }

  private make(name: string, className: string, text = ''): HTMLElement {
    return make(this.page, name, className, text);
  }
}
