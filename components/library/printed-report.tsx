import type { CategoryAccount } from '@/core/announcements/account';
import { formatId } from '@/core/arxiv/id';
import type { ReportEntry, ReportRecord } from '@/core/library/records';
import { describeDay } from '@/core/report-day';
import type { Language } from '@/core/settings';
import { accountWords } from '@/core/words/account';
import { exportWords } from '@/core/words/export';
import type { LibraryWords } from '@/core/words/library';
import { fill } from '@/core/words/words';
import { AccountTable } from '../account/account-table';
import { renderTree } from '../panel/tree';
import { WholeOverview } from './overview';
import { basisWord } from './paper-item';
import { ReportFacts } from './report-head';
import { Facts } from '../facts';

/** A paper on paper: what the list has of it, and who wrote it when. */
export interface PrintedPaper {
  entry: ReportEntry;
  authors: readonly string[];
  published: string | null;
}

interface PrintedReportProps {
  report: ReportRecord;
  papers: readonly PrintedPaper[];
  account: { rows: readonly CategoryAccount[]; other: number };
  language: Language;
  words: LibraryWords;
}

/** A report as it is printed: all of its overview, its account, and every paper with what it is about. */
export function PrintedReport({ report, papers, account, language, words }: PrintedReportProps) {
  return (
    <main class="printed">
      <h1>{report.date ? describeDay(report.date, Infinity, language) : words.undated}</h1>
      <p class="from">
        <ReportFacts report={report} language={language} words={words} />
      </p>
      {report.summary?.invented && <p class="from">{words.invented}</p>}
      {report.summary && !report.summary.invented && report.summary.sections.length > 0 && (
        <section>
          <h2>{words.overview}</h2>
          <WholeOverview summary={report.summary} Heading="h3" />
        </section>
      )}
      {account.rows.length > 0 && <AccountTable {...account} reason={null} words={accountWords[language]} />}
      <ol class="printed-papers">
        {papers.map((paper) => (
          <li key={paper.entry.id}>
            <Printed {...paper} words={words} />
          </li>
        ))}
      </ol>
      <p class="from">{exportWords[language].footer}</p>
    </main>
  );
}

function Printed({ entry, authors, published, words }: PrintedPaper & { words: LibraryWords }) {
  const [first = ''] = authors;
  const who = authors.length > 6 ? fill(words.authorsMany, { name: first, n: authors.length }) : authors.join(', ');
  const facts = [who, formatId(entry.id, entry.version), published ?? '', entry.categories.join(', ')];
  return (
    <>
      <h3 lang="en">{renderTree(entry.titleTree)}</h3>
      {entry.titleChinese && <p lang="zh-CN">{entry.titleChinese}</p>}
      {entry.gist && (
        <p class="gist" lang="zh-CN">
          {entry.gist}
        </p>
      )}
      {entry.keySentence && (
        <p class="sentence" lang="en">
          {renderTree(entry.keySentence)}
        </p>
      )}
      <p class="from">
        <Facts facts={[...facts.filter(Boolean), basisWord(entry, words)]} />
      </p>
    </>
  );
}
