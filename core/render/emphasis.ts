import type { MarkdownIt } from 'markdown-it';

const ASTERISK = 42;
const SPACE = /^\s$/;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;
const CHINESE = /^[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]$/;
const LABEL_END = /^[：:。，、；！？）)]$/;

/**
 * Makes emphasis work without blanks around it. CommonMark asks a `**` beside punctuation for a blank on its other side,
 * which Chinese does not write: `**概念：**文字` and `这是**“主动感知”**的` would show their asterisks. Here two asterisks between
 * anything but blanks may open and close; a single one (and `~~`) may beside a Chinese character. Two slips of models are
 * mended: `**概念： **文字` and, at the start of a line, `** 概念：**`. Underscores keep their rule: they are parts of names.
 */
export function relaxEmphasis(markdown: MarkdownIt): void {
  const State = markdown.inline.State;
  markdown.inline.State = class RelaxedState extends State {
    /** How many `**` this text has had; an odd number means that one is probably open. */
    #strong = 0;

    override scanDelims(start: number, canSplitWord: boolean): ReturnType<InstanceType<typeof State>['scanDelims']> {
      const scanned = super.scanDelims(start, canSplitWord);
      if (!canSplitWord) return scanned;
      const before = this.src[start - 1] ?? ' ';
      const after = this.src[start + scanned.length] ?? ' ';
      const isStrong = scanned.length === 2 && this.src.charCodeAt(start) === ASTERISK;
      const isOpen = isStrong && this.#strong % 2 === 1;
      if (isStrong) this.#strong += 1;

      if (isStrong && scanned.can_open && scanned.can_close) return scanned;
      if (!SPACE.test(before) && !SPACE.test(after)) {
        if (isStrong || (CHINESE.test(before) && PUNCTUATION.test(after))) scanned.can_open = true;
        if (isStrong || (PUNCTUATION.test(before) && CHINESE.test(after))) scanned.can_close = true;
      } else if (isOpen && before === ' ' && LABEL_END.test(this.src[start - 2] ?? '')) {
        scanned.can_close = true;
        scanned.can_open = false;
      } else if (isStrong && !isOpen && after === ' ' && (start === 0 || before === '\n')) {
        scanned.can_open = true;
      }
      return scanned;
    }
  };
}
