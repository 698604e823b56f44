import { liveQuery } from 'dexie';
import type { ReportRecord } from '@/core/library/records';
import type { Settings } from '@/core/settings';
import { readGuide } from './guides';
import { type Marks, readMarks } from './marks';
import { latestReport, neighbourReports, readReport } from './reports';
import { readSettings } from './settings';

/** All that the popup draws of the library. */
export interface PopupLook {
  settings: Settings;
  /** Null in an empty library. `previous` and `next` are ids of the reports of the days around it. */
  day: {
    report: ReportRecord;
    marks: Record<string, Marks>;
    previous: string | null;
    next: string | null;
  } | null;
  /** The current tab's paper, known to the library or not; `gist` is '' without an analysis. */
  here: { id: string; gist: string; saved: boolean } | null;
}

async function readDay(reportId: string | null): Promise<PopupLook['day']> {
  const report = reportId === null ? await latestReport() : await readReport(reportId);
  if (!report) return null;
  const marks = await readMarks(report.entries.map((entry) => entry.id));
  return { report, marks, ...(await neighbourReports(report.id)) };
}

async function readHere(paperId: string | null): Promise<PopupLook['here']> {
  if (paperId === null) return null;
  const guide = await readGuide(paperId);
  const marks = await readMarks([paperId]);
  return { id: paperId, gist: guide?.guides[0]?.gist ?? '', saved: marks[paperId]?.saved ?? false };
}

/** `reportId` null is the newest report; `paperId` null stands for a tab without a paper. */
export async function readPopupLook(reportId: string | null, paperId: string | null): Promise<PopupLook> {
  const settings = await readSettings();
  const day = await readDay(reportId);
  return { settings, day, here: await readHere(paperId) };
}

/** Reads the same now and whenever it changes, until what it returns is called. */
export function watchPopupLook(
  reportId: string | null,
  paperId: string | null,
  on: { look: (look: PopupLook) => void; error: (error: unknown) => void },
): () => void {
  // Dexie keeps watch across `await` only in a function that is itself declared async.
  const subscription = liveQuery(async () => readPopupLook(reportId, paperId)).subscribe(on.look, on.error);
  return () => subscription.unsubscribe();
}
