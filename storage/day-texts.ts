import { newestNews } from './daily';
import { db } from './db';
import { guarded } from './guard';
import { reportsOfDay } from './reports';

interface PaperTexts {
  title: string;
  abstract: string;
  authors: string[];
}

/** The papers of a day, for counting words in them. */
export interface DayTexts {
  /** YYYY-MM-DD; null for a report without a day. */
  date: string | null;
  /** All that was announced, or only what a report has. */
  from: 'announced' | 'report';
  /** Those that were asked for; null for a report. */
  categories: string[] | null;
  papers: PaperTexts[];
}

/** What the reports of the newest day tell of its papers; null without any report. */
async function newestReportTexts(): Promise<DayTexts | null> {
  const reports = await reportsOfDay(null);
  const [newest] = reports;
  if (!newest) return null;
  const ids = [...new Set(reports.flatMap(({ entries }) => entries.map(({ id }) => id)))];
  const papers = (await guarded(() => db.papers.bulkGet(ids))).flatMap((paper) => paper ?? []);
  return {
    date: newest.date,
    from: 'report',
    categories: null,
    papers: papers.map(({ title, abstract, authors }) => ({ title, abstract, authors })),
  };
}

/** The newest day whose papers the library has the texts of; null while there is none. */
export async function newestDayTexts(): Promise<DayTexts | null> {
  const news = await newestNews();
  if (news && news.papers.length > 0) {
    return {
      date: news.date,
      from: 'announced',
      categories: news.categories,
      papers: news.papers.map(({ paper: { title, abstract, authors } }) => ({ title, abstract, authors })),
    };
  }
  const day = await newestReportTexts();
  return day && day.papers.length > 0 ? day : null;
}
