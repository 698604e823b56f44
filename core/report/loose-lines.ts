import type { Paper } from '../paper';
import { fingerprint } from './hash';
import { readLabel } from './labels';
import { innerGap } from './layout';
import { readNames } from './lists';
import type { FieldLines } from './paper-fields';
import type { PieceTrail } from './piece-trail';
import { firstFilled, isBlank, isRule, withoutRules, type Source, type Span } from './source';

/** Label of text that stands under no label. */
const UNLABELLED = '其他';

/** Reads a block's lines of labels, and of text without one, into its paper. */
export class LooseReader {
  /** How often a label came. */
  private readonly times = new Map<string, number>();

  constructor(
    private readonly source: Source,
    private readonly paper: Omit<Paper, 'analysis' | 'failure'>,
    private readonly trail: PieceTrail,
  ) {}

  /** Reads the lines [from, to). In the head the known labels are read, each at most once. */
  read(from: number, to: number, head: boolean): void {
    const { source } = this;
    const { lines } = source;
    let at = from;
    while (at < to) {
      const line = lines[at] ?? '';
      if (isBlank(line) || isRule(line)) {
        at += 1;
        continue;
      }
      const label = readLabel(line);
      let end = at + 1;
      if (label) {
        // A value may go on in the next lines; one that starts below its label goes on to the next label.
        const below = label.value === '' && !readLabel(lines[firstFilled(source, end, to)] ?? '');
        const goesOn = (next: string | undefined) => (below || !isBlank(next)) && !readLabel(next ?? '');
        while (end < to && goesOn(lines[end])) end += 1;
        this.readField(at, end, label.label, head);
      } else {
        // Behind the fields, text is not ours to divide: it may be another report.
        const goesOn = (next: string | undefined) => !head || !readLabel(next ?? '');
        while (end < to && goesOn(lines[end])) end += 1;
        this.addExtra(UNLABELLED, withoutRules(source, at, end), { mark: '', inner: '' });
      }
      at = end;
    }
  }

  private readField(from: number, to: number, label: string, head: boolean): void {
    const { source, paper, trail } = this;
    const lineStart = source.starts[from] ?? 0;
    const mark = readLabel(source.lines[from] ?? '')?.mark ?? '';
    const whole = withoutRules(source, from, to);
    const raw = source.text.slice(lineStart + mark.length, Math.max(whole.end, lineStart + mark.length));
    const value = raw.trim();
    const valueStart = lineStart + mark.length + (value === '' ? 0 : raw.length - raw.trimStart().length);
    const span = { start: valueStart, end: valueStart + value.length };
    const field: FieldLines = { mark: from, from, to };
    if (head && label === 'Authors' && !trail.has('authors')) {
      const { items, between } = readNames(value);
      paper.authors = items;
      trail.addLabelled('authors', field, span);
      trail.hint({ between });
    } else if (head && label === 'Categories' && !trail.has('categories')) {
      const { items, between } = readNames(value);
      paper.categories = items;
      trail.addLabelled('categories', field, span);
      trail.hint({ between });
    } else if (head && label === 'Published' && !trail.has('published') && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
      paper.published = value;
      trail.addLabelled('published', field, span);
    } else {
      const inner = source.text.slice(lineStart + mark.length, span.start);
      const at = { start: lineStart, end: span.end };
      this.addExtra(label, at, { mark: mark.replace(label, () => '{}'), inner, value });
    }
  }

  private addExtra(
    label: string,
    span: Span,
    { mark, inner, value }: { mark: string; inner: string; value?: string },
  ): void {
    const { extra } = this.paper;
    let key = label;
    for (let times = this.times.get(label) ?? 2; Object.hasOwn(extra, key); times += 1) {
      key = `${label} ${times}`;
      this.times.set(label, times);
    }
    const text = value ?? this.source.text.slice(span.start, span.end);
    extra[key] = text;
    this.trail.add('extra', span, {
      key: fingerprint(key),
      mark: mark === '**{}:**' ? undefined : mark,
      inner: inner === innerGap('extra', text) ? undefined : inner,
      cut: mark.includes('{}') && key !== label ? key.length - label.length : undefined,
    });
  }
}
