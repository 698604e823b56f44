const OPEN = '<think>';
const CLOSE = '</think>';

interface Said {
  kind: 'text' | 'thinking';
  text: string;
}

/**
 * Sets aside what a model thinks inside its answer: `<think>…</think>` before the answer, in whatever pieces it comes; also
 * unclosed, and also without its opening, which some chat templates swallow. Then nothing shows what is thought before the
 * closing comes, so what does not look like the beginning of an answer is held back.
 */
export class ThinkingFilter {
  private state: 'start' | 'held' | 'thinking' | 'closed' | 'answer' = 'start';
  private buffer = '';
  /** How much of the buffer is known to hold no beginning of a closing. */
  private searched = 0;

  /** @param holds whether to hold back an answer that begins like nothing in particular, until `</think>` or the end. */
  constructor(
    private readonly holds: boolean,
    private readonly asJson: boolean,
  ) {}

  push(text: string): Said[] {
    if (this.state === 'answer') return [{ kind: 'text', text }];
    if (this.state === 'closed') return this.beginAnswer(text);
    this.buffer += text;
    if (this.state === 'start') this.state = this.begin();
    if (this.state === 'start') return [];
    if (this.state === 'answer') return this.take('text', this.buffer.length);
    return this.lookForClose();
  }

  /** What was held back and turned out to be the answer. */
  end(): Said[] {
    if (this.state === 'start' || this.state === 'held') return this.take('text', this.buffer.length);
    return this.take('thinking', this.buffer.length);
  }

  private begin(): typeof this.state {
    const start = this.buffer.trimStart();
    if (start.startsWith(OPEN)) {
      this.buffer = start.slice(OPEN.length);
      return 'thinking';
    }
    if (OPEN.startsWith(start)) return 'start';
    const isAnswer = this.asJson ? /^[[{`]/.test(start) : !this.holds;
    return isAnswer ? 'answer' : 'held';
  }

  private lookForClose(): Said[] {
    const close = this.buffer.indexOf(CLOSE, this.searched);
    if (close >= 0) {
      const thought = this.take('thinking', close);
      const rest = this.buffer.slice(CLOSE.length);
      this.buffer = '';
      this.state = 'closed';
      return [...thought, ...this.beginAnswer(rest)];
    }
    if (this.state === 'held') {
      this.searched = Math.max(0, this.buffer.length - CLOSE.length);
      return [];
    }
    // The end of the buffer may be the beginning of the closing.
    let keep = Math.min(CLOSE.length - 1, this.buffer.length);
    while (keep > 0 && !CLOSE.startsWith(this.buffer.slice(-keep))) keep--;
    return this.take('thinking', this.buffer.length - keep);
  }

  private beginAnswer(text: string): Said[] {
    const answer = text.trimStart();
    if (answer === '') return [];
    this.state = 'answer';
    return [{ kind: 'text', text: answer }];
  }

  private take(kind: Said['kind'], length: number): Said[] {
    const text = this.buffer.slice(0, length);
    this.buffer = this.buffer.slice(length);
    return text === '' ? [] : [{ kind, text }];
  }
}
