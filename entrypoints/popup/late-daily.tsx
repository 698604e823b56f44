import { openWhy } from '@/components/daily/why-tip';
import style from '@/components/daily/daily.css?inline';
import type { Language } from '@/core/settings';
import { readWhy } from '../daily/daily-data';
import { OwnReportRest } from '../daily/own-report';
import { Dock } from './dock';
import { mountLate } from './mount-late';

export function mountDock(place: HTMLElement): () => void {
  return mountLate(place, <Dock />, style);
}

export function mountLeftOut(place: HTMLElement, date: string, language: Language): () => void {
  return mountLate(place, <OwnReportRest date={date} language={language} Heading="h2" />, style);
}

/** Shows why a paper stands in its day's report, beside the button that was pointed at, reached or pressed. */
export async function showWhy(
  button: HTMLElement,
  paper: { date: string; id: string },
  language: Language,
  isPinned: boolean,
): Promise<void> {
  const lines = await readWhy(paper.date, paper.id, language);
  const isWanted = isPinned || button.matches(':hover') || document.activeElement === button;
  if (button.isConnected && isWanted) openWhy(button, lines, isPinned);
}
