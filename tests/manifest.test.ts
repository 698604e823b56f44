import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const ARXIV = [
  'https://arxiv.org/*',
  'https://www.arxiv.org/*',
  'https://export.arxiv.org/*',
  'https://rss.arxiv.org/*',
];

function readManifest(folder: string): Record<string, unknown> {
  const file = join(root, '.output', folder, 'manifest.json');
  if (!existsSync(file)) throw new Error(`Build first: there is no ${file}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>; // a manifest is an object
}

// The manifest is what readers and stores are asked to trust: whatever changes here must be meant.
const common = {
  manifest_version: 3,
  name: '__MSG_extensionName__',
  description: '__MSG_extensionDescription__',
  version: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version, // ours
  default_locale: 'zh_CN',
  permissions: [
    'activeTab',
    'alarms',
    'declarativeNetRequestWithHostAccess',
    'storage',
    'unlimitedStorage',
    'webRequest',
  ],
  host_permissions: ARXIV,
  optional_permissions: ['notifications'],
  optional_host_permissions: ['https://*/*', 'http://*/*'],
  options_ui: { page: 'options.html', open_in_tab: true },
  commands: {
    _execute_action: { suggested_key: { default: 'Alt+Shift+D' } },
    'save-paper': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandSave__' },
  },
  action: { default_title: '__MSG_actionTitle__', default_popup: 'popup.html' },
  icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
  content_scripts: [
    {
      matches: ['https://arxiv.org/abs/*', 'https://export.arxiv.org/abs/*', 'https://www.arxiv.org/abs/*'],
      run_at: 'document_start',
      js: ['content-scripts/abs.js'],
    },
    {
      matches: ['arxiv.org', 'export.arxiv.org', 'www.arxiv.org'].flatMap((host) =>
        ['a/*', 'catchup/*', 'list/*', 'search*'].map((path) => `https://${host}/${path}`),
      ),
      run_at: 'document_start',
      css: ['content-scripts/list.css'],
      js: ['content-scripts/list.js'],
    },
  ],
};

describe('the manifest', () => {
  test('of Chromium asks for arXiv alone, and opens nothing to web pages', () => {
    expect(readManifest('chrome-mv3')).toEqual({
      ...common,
      permissions: [...common.permissions, 'sidePanel'],
      commands: {
        ...common.commands,
        'open-beside': { suggested_key: { default: 'Alt+Shift+G' }, description: '__MSG_commandBeside__' },
      },
      side_panel: { default_path: 'sidepanel.html' },
      background: { service_worker: 'background.js' },
    });
  });

  test('of Firefox is the same, with its own id and no data collected', () => {
    expect(readManifest('firefox-mv3')).toEqual({
      ...common,
      background: { scripts: ['background.js'] },
      commands: {
        ...common.commands,
        _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+G' } },
      },
      sidebar_action: {
        default_panel: 'sidepanel.html',
        default_title: '导读 Daodu',
        default_icon: { 16: 'icon/16.png', 32: 'icon/32.png' },
        open_at_install: false,
      },
      browser_specific_settings: {
        gecko: {
          id: 'daodu@daodu.example',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    });
  });
});

const readPage = (folder: string) => readFileSync(join(root, '.output', folder, 'library.html'), 'utf8');
const sizeOf = (folder: string, path: string) => statSync(join(root, '.output', folder, path)).size;
const scriptsOf = (page: string) => [...page.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = '']) => src);

// To ask for a file takes longer than to run most of them.
function expectFew(folder: string, module: string, imports: string[]): void {
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.length).toBeLessThanOrEqual(6);
  expect([module, ...imports].reduce((sum, path) => sum + sizeOf(folder, path), 0)).toBeLessThan(500_000);
}

describe('the library’s page', () => {
  test('starts from a few files, without what no list needs, asked for behind the library itself', () => {
    const page = readPage('chrome-mv3');
    const [first, module = '', ...others] = scriptsOf(page);
    expectFew('chrome-mv3', module, /<meta name="late-preload" content="([^"]+)">/.exec(page)?.[1]?.split(' ') ?? []);
    expect(first).toBe('/library-first.js');
    expect(sizeOf('chrome-mv3', 'library-first.js')).toBeLessThan(8_000);
    expect(others).toEqual([]);
    expect(page).not.toContain('modulepreload');
  });

  test('starts from a few files in Firefox', () => {
    const page = readPage('firefox-mv3');
    const [module = '', ...others] = scriptsOf(page);
    const imports = [...page.matchAll(/<link rel="modulepreload"[^>]* href="([^"]+)"/g)].map(([, path = '']) => path);
    expectFew('firefox-mv3', module, imports);
    expect(others).toEqual([]);
    expect(existsSync(join(root, '.output', 'firefox-mv3', 'library-first.js'))).toBe(false);
  });
});

// Where two rules weigh the same, the later one counts: a page's own has to come behind what all pages share.
test.each(['chrome-mv3', 'firefox-mv3'])('the looks of the pages of %s come in order', (folder) => {
  for (const name of ['library', 'options', 'welcome', 'sidepanel']) {
    const page = readFileSync(join(root, '.output', folder, `${name}.html`), 'utf8');
    const sheets = [...page.matchAll(/<link rel="stylesheet"[^>]* href="\/assets\/([^"]+)-[^"-]+\.css"/g)];
    const names = sheets.map(([, sheet]) => sheet);
    expect([names[0], names.at(-1)]).toEqual(['page', name]);
    expect(new Set(names).size).toBe(names.length);
  }
});
