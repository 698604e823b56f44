import { useState } from 'preact/hooks';
import type { ReportRecord } from '@/core/library/records';
import { toSummaryLead } from '@/core/summary-lead';
import type { LibraryWords } from '@/core/words/library';
import { renderTree } from '../panel/tree';

interface OverviewProps {
  summary: NonNullable<ReportRecord['summary']>;
  words: LibraryWords;
}

interface WholeOverviewProps {
  summary: OverviewProps['summary'];
  /** The level below the heading that it stands under. */
  Heading: 'h3' | 'h4';
}

/** All of 今日概览, under its own headings. */
export function WholeOverview({ summary, Heading }: WholeOverviewProps) {
  return (
    <div class="whole" lang="zh-CN">
      {summary.sections.map((section) => (
        <>
          {section.title && <Heading>{section.title}</Heading>}
          {renderTree(section.body)}
        </>
      ))}
    </div>
  );
}

/** 今日概览: a few lines, opened to all of it. One that a model made up is not shown, and that is said. */
export function Overview({ summary, words }: OverviewProps) {
  const [open, setOpen] = useState(false);
  const lead = toSummaryLead(summary.sections);
  if (summary.invented) return <p class="overview invented">{words.invented}</p>;
  if (summary.sections.length === 0) return null;
  return (
    <section class="overview" aria-label={words.overview}>
      <h3>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.overview}
          <span aria-hidden="true">{open ? words.fold : words.unfold}</span>
        </button>
      </h3>
      {open ? (
        <WholeOverview summary={summary} Heading="h4" />
      ) : (
        <p class="lead" lang="zh-CN">
          {renderTree(lead)}
        </p>
      )}
    </section>
  );
}
