import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A saved page with its style sheets in it, so that it comes in one piece and nothing but the extension makes it vary. */
export function readInOnePiece(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/<link rel="stylesheet"[^>]*href="(\.\.[^"]+)"[^>]*>/g, (link, href: string) => {
      const media = /media="([^"]+)"/.exec(link)?.[1] ?? 'all';
      return `<style media="${media}">${readFileSync(join(dirname(file), href), 'utf8')}</style>`;
    })
    .replace(/<link rel="(?:icon|apple-touch-icon|mask-icon)"[^>]*>|<img [^>]*>/g, '');
}
