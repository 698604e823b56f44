import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { useErrorBoundary } from 'preact/hooks';

/** The popup's list stands without any of this: what fails here is left out. */
function Edge({ children }: { children: ComponentChild }) {
  const [error] = useErrorBoundary((cause: unknown) => console.error(cause));
  return <>{error ? null : children}</>;
}

const styled = new Set<string>();

/** Draws into an element of the popup, with code and a style that came late; what it gives takes all away again. */
export function mountLate(place: HTMLElement, view: ComponentChild, style: string): () => void {
  if (!styled.has(style)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets.push(sheet);
    styled.add(style);
  }
  render(<Edge>{view}</Edge>, place);
  return () => render(null, place);
}
