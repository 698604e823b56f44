import { useState } from 'preact/hooks';
import type { ReportRecord } from '@/core/library/records';
import { toSummaryLead } from '@/core/summary-lead';
import type { PopupWords } from '@/core/words/popup';
import { renderTree } from '../panel/tree';

interface SummaryProps {
  summary: NonNullable<ReportRecord['summary']>;
  words: PopupWords;
}

/** The day's overview: a few lines, opened to all of it under its own headings. */
export function Summary({ summary, words }: SummaryProps) {
  const [open, setOpen] = useState(false);
  const lead = toSummaryLead(summary.sections);
  if (summary.invented || lead.length === 0) {
    return summary.invented ? <p class="summary invented">{words.invented}</p> : null;
  }
  return (
    <section class="summary" aria-label={words.summary}>
      <h2>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.summary}
          <span aria-hidden="true">{open ? words.fold : words.unfold}</span>
        </button>
      </h2>
      {open ? (
        <div class="whole" lang="zh-CN">
          {summary.sections.map((section) => (
            <>
              {section.title && <h3>{section.title}</h3>}
              {renderTree(section.body)}
            </>
          ))}
        </div>
      ) : (
        <p class="lead" lang="zh-CN">
          {renderTree(lead)}
        </p>
      )}
    </section>
  );
}
