import { Window } from 'happy-dom';
import { hasShared, sharedFile } from '../../shared';

/** A page of the shared samples, as their manifest has it. */
interface SharedPage {
  file: string;
  kind: string;
  url: string;
  sidecar?: string;
}

export const sharedPages: SharedPage[] = hasShared ? JSON.parse(sharedFile('pages/manifest.json')) : [];

export const ofKind = (kind: string) => sharedPages.filter((page) => page.kind === kind);

/** `J. G. Donath` and `J.G. Donath` are the same name. */
export const tighten = (name: string) => name.replaceAll('. ', '.');

export function parseHtml(html: string): ParentNode {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } });
  document.write(html);
  return document as unknown as ParentNode; // happy-dom's nodes have types of their own
}
