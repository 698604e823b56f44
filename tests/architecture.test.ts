import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findViolations, readSources } from './architecture';

const root = join(import.meta.dirname, '..');
const folders = ['core', 'components', 'storage', 'messages', 'entrypoints', 'cli', 'scripts', 'bench', 'tests'];

describe('the architecture', () => {
  test('is kept by every source file', () => {
    // This file breaks each rule on purpose, below.
    const sources = new Map(
      readSources(
        root,
        folders.filter((name) => existsSync(join(root, name))),
      ),
    );
    sources.delete('tests/architecture.test.ts');
    expect(sources.size).toBeGreaterThan(20);
    expect(findViolations(sources)).toEqual([]);
  });

  test('leaves every dependency visible, without automatic imports', () => {
    expect(readFileSync(join(root, 'wxt.config.ts'), 'utf8')).toMatch(/^\s*imports: false,/m);
  });

  test.each([
    ['core reads storage', 'core/a.ts', "import { db } from '@/storage/db';", /storage/],
    ['core draws', 'core/a.ts', "import { h } from 'preact';", /preact/],
    ['core asks the clock', 'core/a.ts', 'export const now = Date.now();', /Date\.now/],
    ['core asks the clock otherwise', 'core/a.ts', 'export const now = new Date();', /new Date/],
    ['core reaches for the page', 'core/a.ts', "export const a = document.querySelector('a');", /document/],
    ['core asks the network', 'core/a.ts', "export const a = fetch('https://arxiv.org');", /fetch/],
    ['components ask', 'components/a.tsx', "import { ask } from '@/messages/ask';", /messages/],
    ['storage imports a view', 'storage/a.ts', "import { A } from '@/components/a';", /components/],
    ['an entrypoint opens the database itself', 'entrypoints/a.ts', "import { Dexie } from 'dexie';", /dexie/],
    ['the polyfill has a second door', 'messages/a.ts', "import b from 'webextension-polyfill';", /polyfill/],
    ['the whole of zod is imported', 'core/a.ts', "import * as z from 'zod';", /zod/],
    ['a folder reaches across by dots', 'entrypoints/a.ts', "import { A } from '../core/paper';", /across/],
    ['a folder reaches itself by @/', 'core/a.ts', "import { A } from '@/core/paper';", /inside/],
    ['HTML is written', 'components/a.tsx', 'node.innerHTML = text;', /innerHTML/],
    ['HTML is written by a property', 'components/a.tsx', '<p dangerouslySetInnerHTML={x} />', /dangerously/],
    ['text is run', 'components/a.tsx', 'new Function(text)();', /Function/],
    ['an automatic import is relied on', 'entrypoints/a.ts', "browser.runtime.getURL('/a');", /browser/],
    ['a path of one machine is named', 'scripts/a.ts', "const a = '/home/someone/a';", /machine/],
    [
      'a content script brings a parser by a detour',
      'entrypoints/abs.content/index.tsx',
      "import { a } from '@/core/a';",
      /markdown-it/,
    ],
    [
      'a worker brings what needs a page',
      'entrypoints/library/a-worker.ts',
      "import { useState } from 'preact/hooks';",
      /into a worker/,
    ],
    [
      'a content script counts on all of WXT’s context',
      'entrypoints/abs.content/index.tsx',
      '  main(ctx) {}',
      /context/,
    ],
  ])('is broken where %s', (_, path, source, message) => {
    const sources = new Map([['core/a.ts', "import MarkdownIt from 'markdown-it';"]]).set(path, source);
    const found = findViolations(sources);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  test.each([
    [
      'core/a.ts',
      "import type { A } from './paper';\nexport const then = new Date(0);\n// document.title stays unread",
    ],
    ['entrypoints/abs.content/index.tsx', "import { type A } from '@/core/a';\nimport type { Z } from 'zod/mini';"],
    ['entrypoints/a.ts', "import { browser } from '#imports';\nbrowser.runtime.getURL('/a');"],
    ['entrypoints/library/a-worker.ts', "import { A } from '@/core/a';\nimport type { B } from 'preact';"],
    ['components/a.tsx', "import { useState } from 'preact/hooks';\nimport { A } from '@/core/a';"],
    ['core/b.ts', 'const url = `https://arxiv.org/home/a`; const documents = 1;'],
  ])('allows %s', (path, source) => {
    expect(findViolations(new Map([['core/a.ts', "import MarkdownIt from 'markdown-it';"]]).set(path, source))).toEqual(
      [],
    );
  });
});
