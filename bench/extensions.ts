import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const output = join(import.meta.dirname, '..', '.output');

/** The minimal extension Daodu is measured against: a static panel in a shadow root, injected at document_end. */
export function buildBaseline(): string {
  const folder = emptyFolder('baseline');
  const manifest = {
    manifest_version: 3,
    name: 'Baseline',
    version: '1',
    content_scripts: [{ matches: ['https://arxiv.org/abs/*'], js: ['content.js'], run_at: 'document_end' }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'content.js'),
    `const panel = document.createElement('baseline-panel');
const root = panel.attachShadow({ mode: 'open' });
const text = document.createElement('p');
text.textContent = '导读：一段不变的文字，用来和真正的面板比较。';
root.append(text);
panel.dataset.state = 'analysis';
document.querySelector('#abs blockquote.abstract').before(panel);
`,
  );
  return folder;
}

/**
 * Daodu as built, with one page more: the list floor, which opens the database, reads the rows of the newest report by a
 * raw cursor and writes the titles as text. It must be of the same origin to see the library.
 */
export function buildMeasured(): string {
  const folder = emptyFolder('daodu');
  cpSync(join(output, 'chrome-mv3'), folder, { recursive: true });
  writeFileSync(
    join(folder, 'floor.html'),
    '<!doctype html><html lang="zh"><meta charset="utf-8"><title>floor</title><body><main></main><script src="floor.js"></script></body></html>',
  );
  writeFileSync(
    join(folder, 'floor.js'),
    `const opening = indexedDB.open('library');
opening.onsuccess = () => {
  const cursor = opening.result.transaction('reports').objectStore('reports').index('date').openCursor(null, 'prev');
  cursor.onsuccess = () => {
    const main = document.querySelector('main');
    for (const entry of cursor.result.value.entries) {
      const row = document.createElement('p');
      row.textContent = entry.title;
      main.append(row);
    }
  };
};
`,
  );
  return folder;
}

function emptyFolder(name: string): string {
  const folder = join(output, 'bench', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
