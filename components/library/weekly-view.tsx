import type { WeeklyPaper, WeeklyReport } from '@/core/export/weekly';
import { formatRoute, SAVED } from '@/core/library/routes';
import type { WeeklyWords } from '@/core/words/weekly';
import { fill } from '@/core/words/words';
import { renderTree } from '../panel/tree';

interface WeeklyViewProps {
  report: WeeklyReport;
  /** Weeks from this one: 0, or below for earlier ones. */
  later: number;
  words: WeeklyWords;
  onWeek: (later: number) => void;
  onCopy: () => void;
  onKeep: (ending: 'md' | 'html') => void;
}

/** A week in papers, and what it can be taken along as. */
export function WeeklyView({ report, later, words, onWeek, onCopy, onKeep }: WeeklyViewProps) {
  const { week, title, account, empty, groups, reports } = report;
  const weeks = [
    { value: 0, label: words.thisWeek },
    { value: -1, label: words.lastWeek },
  ];
  return (
    <section class="page weekly">
      <h2>{title}</h2>
      <p class="small">{fill(words.days, { from: week.from, to: week.to })}</p>
      <p class="choices">
        {weeks.map(({ value, label }) => (
          <button key={value} type="button" class="tool" aria-pressed={later === value} onClick={() => onWeek(value)}>
            {label}
          </button>
        ))}
        <button
          type="button"
          class="tool sign"
          aria-label={words.earlier}
          title={words.earlier}
          onClick={() => onWeek(later - 1)}
        >
          ‹
        </button>
        <button
          type="button"
          class="tool sign"
          aria-label={words.later}
          title={words.later}
          disabled={later >= 0}
          onClick={() => onWeek(later + 1)}
        >
          ›
        </button>
      </p>
      <p role="status">{account}</p>
      {!empty && (
        <p class="choices">
          <button type="button" class="button primary" onClick={onCopy}>
            {words.copy}
          </button>
          <button type="button" class="button" onClick={() => onKeep('md')}>
            {words.markdown}
          </button>
          <button type="button" class="button" onClick={() => onKeep('html')}>
            {words.html}
          </button>
        </p>
      )}
      {groups.map(({ name, papers }) => (
        <section key={name}>
          <h3>{name}</h3>
          <Papers papers={papers} />
        </section>
      ))}
      {reports.length > 0 && <h3>{words.chosen}</h3>}
      {reports.map(({ name, papers }, index) => (
        <section key={index}>
          <h4>{name}</h4>
          <Papers papers={papers} />
        </section>
      ))}
    </section>
  );
}

function Papers({ papers }: { papers: readonly WeeklyPaper[] }) {
  return (
    <ul role="list">
      {papers.map(({ id, titleTree, titleChinese, gist, marks, noteTree }) => (
        <li key={id}>
          <a href={formatRoute({ ...SAVED, paperId: id })} lang="en">
            {renderTree(titleTree)}
          </a>
          {titleChinese && <> {titleChinese}</>}
          {marks.map((mark) => (
            <small key={mark}> · {mark}</small>
          ))}
          {gist && <p>{gist}</p>}
          {noteTree.length > 0 && <blockquote class="note-preview">{renderTree(noteTree)}</blockquote>}
        </li>
      ))}
    </ul>
  );
}
