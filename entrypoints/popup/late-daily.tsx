import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { openWhy } from '@/components/daily/why-tip';
import style from '@/components/daily/daily.css?inline';
import type { Language } from '@/core/settings';
import { readWhy } from '../daily/daily-data';
import { OwnReportRest } from '../daily/own-report';
import { Dock } from './dock';

/** The popup's list stands without any of this: what fails here is left out. */
function Edge({ children }: { children: ComponentChild }) {
  const [error] = useErrorBoundary((cause: unknown) => console.error(cause));
  return <>{error ? null : children}</>;
}

let isStyled = false;

/** Draws into an element of the popup, with the code that came late; what it gives takes all away again. */
function mount(place: HTMLElement, view: ComponentChild): () => void {
  if (!isStyled) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets.push(sheet);
    isStyled = true;
  }
  render(<Edge>{view}</Edge>, place);
  return () => render(null, place);
}

export function mountDock(place: HTMLElement): () => void {
  return mount(place, <Dock />);
}

export function mountLeftOut(place: HTMLElement, date: string, language: Language): () => void {
  return mount(place, <OwnReportRest date={date} language={language} Heading="h2" />);
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
