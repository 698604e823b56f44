import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const page = (script: string) =>
  `<!doctype html><html lang="zh"><meta charset="utf-8"><title>find</title><body><script type="module" src="${script}"></script></body></html>`;

/** Puts the page that only searches (find-page.ts), and the floors of a search and of a list, beside the pages of a built Daodu. */
export async function addFindPages(folder: string): Promise<void> {
  const root = join(import.meta.dirname, '..');
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'esnext',
      lib: { entry: join(root, 'bench/find-page.ts'), formats: ['es'], fileName: () => 'find.js' },
    },
  });
  writeFileSync(join(folder, 'find.html'), page('find.js'));
  writeFileSync(join(folder, 'find-floor.html'), page('find-floor.js'));
  // The rows of the newest papers by a raw cursor, written as text: no search can be there before that.
  writeFileSync(
    join(folder, 'find-floor.js'),
    `const opening = indexedDB.open('library');
opening.onsuccess = () => {
  const cursor = opening.result.transaction('papers').objectStore('papers').openCursor(null, 'prev');
  let left = 50;
  cursor.onsuccess = () => {
    const row = document.createElement('p');
    row.textContent = cursor.result.value.title;
    document.body.append(row);
    left -= 1;
    if (left > 0) cursor.result.continue();
    else window.first = performance.now();
  };
};
`,
  );
  writeFileSync(
    join(folder, 'list-floor.html'),
    page('list-floor.js').replace('<body>', '<body><ul class="items"></ul>'),
  );
  // As many rows as the list draws at first, by a raw cursor from the newest paper on, written as text.
  writeFileSync(
    join(folder, 'list-floor.js'),
    `const opening = indexedDB.open('library');
opening.onsuccess = () => {
  const cursor = opening.result.transaction('papers').objectStore('papers').openCursor(null, 'prev');
  let left = 40;
  cursor.onsuccess = () => {
    const row = document.createElement('li');
    row.className = 'item';
    row.textContent = cursor.result.value.title;
    document.querySelector('.items').append(row);
    left -= 1;
    if (left > 0) cursor.result.continue();
  };
};
`,
  );
}
