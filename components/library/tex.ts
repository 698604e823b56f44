import { useEffect, useState } from 'preact/hooks';
import { cleanText } from '@/core/render/allowed';
import type { Tree } from '@/core/render/tree';

type Renderer = (text: string) => Tree[];

// Formulas bring a renderer of 150 kB, and most titles have none: it is fetched from the package when the first one needs it.
let renderer: Renderer | null = null;
let loading: Promise<void> | null = null;

const MARKS = /[$\\{}^_~`]|''|--/;

function load(): Promise<void> {
  loading ??= import('@/core/render/tex-text').then((module) => {
    renderer = module.renderTexText;
  });
  return loading;
}

/** What draws a text of arXiv's (a title, an abstract); as written until formulas can be drawn, and where there are none. */
export function useTex(text: string): Tree[] {
  const [ready, setReady] = useState(renderer !== null);
  const hasMarks = MARKS.test(text);
  useEffect(() => {
    // A text as written is better than none, should the renderer not come.
    if (hasMarks && !ready) load().then(() => setReady(true), console.error);
  }, [hasMarks, ready]);
  return hasMarks && renderer ? renderer(text) : [cleanText(text).replace(/\s+/g, ' ').trim()];
}
