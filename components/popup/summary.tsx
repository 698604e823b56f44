import { useState } from 'preact/hooks';
import type { ReportRecord } from '@/core/library/records';
import { toSummaryLead } from '@/core/summary-lead';
import type { PopupWords } from '@/core/words/popup';
import { renderTree } from '../panel/tree';

interface SummaryProps {
  title: string;
  /** One of several, which takes less room while it is folded. */
  short?: boolean;
  sections: NonNullable<ReportRecord['summary']>['sections'];
  words: PopupWords;
}

/** An overview of the day: a few lines, opened to all of it under its own headings. */
export function Summary({ title, short = false, sections, words }: SummaryProps) {
  const [open, setOpen] = useState(false);
  const lead = toSummaryLead(sections);
  if (lead.length === 0) return null;
  return (
    <section class={short ? 'summary short' : 'summary'} aria-label={title}>
      <h2>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {title}
          <span aria-hidden="true">{open ? words.fold : words.unfold}</span>
        </button>
      </h2>
      {open ? (
        <div class="whole" lang="zh-CN">
          {sections.map((section) => (
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
