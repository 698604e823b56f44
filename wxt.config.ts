import { join } from 'node:path';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

const ARXIV_HOSTS = [
  'https://arxiv.org/*',
  'https://www.arxiv.org/*',
  'https://export.arxiv.org/*',
  'https://rss.arxiv.org/*',
];

/** Public half of a key nobody kept the private half of: it fixes the id of the offline package, whose folder may move. */
const OFFLINE_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwjpDBAO4upwDpolETuHUdih7mUYiYOeBDVXn0wigwPpeLK76c+JAFmtY' +
  'bu6hMrgcttP2Lprq8qnw8zgf9na9slMorxh9Giq06gvlPxVe3j0HvktwMlWupHk5LIWaf9celm4NUdg9H6xyuOGhCB68PpMRMKqx' +
  'nSBj40peasIg7SMq6Nk8NsvJQHLo8YMCcbfSFNRjqRz7gH9T5Yo5qbyQgH8/l2upS5DEhGuN1QcmE+YY8OtXzXfe0PmjuPanNRRu' +
  'kvL0P+K16/5QmiBvPaI0+yH3FuykxUhO3HeRa/54BIh+be4VmOeenODn2G5WTInYQFTMJDNEPTV2e68KM4f4KwIDAQAB';

const MODULE_PRELOAD = /<link rel="modulepreload"[^>]* href="([^"]+)"[^>]*>\s*/g;
const FIRST_SCRIPT = /<script src="\/library-first\.js"><\/script>\s*/;
const STYLESHEET = /<link rel="stylesheet"[^>]*>/g;

/** Leaves the popup's module out of its start: the page only names it, and popup-view.js runs it once the list stands there. */
const lateModule: Plugin = {
  name: 'late-module',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { path }) =>
      path.endsWith('/popup/index.html')
        ? html
            .replace(/<link rel="modulepreload"[^>]*>\s*/g, '')
            .replace(/<script type="module"[^>]* src="([^"]+)"><\/script>/, '<meta name="late-module" content="$1">')
        : html,
  },
};

/**
 * Leaves it to library-first.js to ask for what the library's module imports: asked for before it, that would come before it. Not
 * in Firefox, where it is not known what that gains.
 */
const libraryFirst = (browser: string): Plugin => ({
  name: 'library-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { path }) {
      if (!path.endsWith('/library/index.html')) return html;
      if (browser === 'firefox') return html.replace(FIRST_SCRIPT, '');
      const parts = [...html.matchAll(MODULE_PRELOAD)].map(([, part]) => part).join(' ');
      return html
        .replace(MODULE_PRELOAD, '')
        .replace(FIRST_SCRIPT, (script) => `<meta name="late-preload" content="${parts}">\n    ${script}`);
    },
  },
});

/**
 * Builds the workers of the library's page as scripts of our pages, so that all run the same chunks. Vite's own way bundles a worker
 * by itself, and parser, renderer and database would ship twice.
 */
const workers: Plugin = {
  name: 'workers',
  apply: 'build',
  buildStart({ input }) {
    if (!Object.values(input).some((path) => path.endsWith('library/index.html'))) return;
    for (const name of ['import-worker', 'backup-worker', 'search-worker']) {
      this.emitFile({ type: 'chunk', id: `/entrypoints/library/${name}.ts`, fileName: `${name}.js` });
    }
  },
};

const WORKER = /\/library\/\w+-worker\.ts$/;
/** Nothing, which would come in a file of its own. */
const EMPTY = /^virtual:wxt-.*plugins|virtual:wxt-plugins|wxt-html-plugins/;
const LIBRARY = /\/library\/index\.html$/;

/**
 * Brings what the library's page needs at its start in a few files: as a chunk for each set of pages that share something they
 * were more than fifty, and to ask for them took longer than to run them. What workers or other pages need as well stays apart.
 */
const fewFiles = (): Plugin => {
  /** The file that each module of the start comes in. */
  const places = new Map<string, string>();
  return {
    name: 'few-files',
    apply: 'build',
    buildEnd() {
      places.clear();
      const reach = (from: string) => {
        const reached = new Set([from]);
        for (const id of reached) for (const next of this.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
        return reached;
      };
      const entries = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
      const library = entries.find((id) => LIBRARY.test(id));
      if (library === undefined) return;
      const byWorkers = new Set(entries.filter((id) => WORKER.test(id)).flatMap((id) => [...reach(id)]));
      const others = entries.filter((id) => id !== library && !WORKER.test(id));
      const byPages = new Set(others.flatMap((id) => [...reach(id)]));
      for (const id of reach(library)) {
        // What runs the page, and its looks, stay where they are.
        if (!/\.(?:[jt]sx?|mjs)$/.test(id) || /\/main\.tsx?$/.test(id)) continue;
        places.set(id, byWorkers.has(id) ? 'ground' : byPages.has(id) ? 'pages' : 'start');
      }
    },
    outputOptions(options) {
      if (options.format !== 'es') return null;
      const groups = ['ground', 'pages', 'start'].map((name) => ({
        name,
        test: (id: string) => places.get(id) === name || (name === 'ground' && EMPTY.test(id)),
      }));
      return { ...options, codeSplitting: { groups, includeDependenciesRecursively: false } };
    },
  };
};

/** The base of all looks first, a page's own last: in files of several pages they come in the order in which scripts need them. */
const styleOrder: Plugin = {
  name: 'style-order',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { path }) {
      const own = path.split('/').at(-2) ?? '';
      const rank = (link: string) => {
        if (link.includes('/assets/page-')) return 0;
        return link.includes(`/assets/${own}-`) ? 2 : 1;
      };
      const links = html.match(STYLESHEET) ?? [];
      const sorted = links.toSorted((one, other) => rank(one) - rank(other));
      return html.replace(STYLESHEET, () => sorted.shift() ?? '');
    },
  },
};

export default defineConfig({
  imports: false, // every dependency stays visible at the top of its file
  manifestVersion: 3,
  vite: ({ browser }) => ({
    plugins: [preact(), lateModule, libraryFirst(browser), workers, fewFiles(), styleOrder],
    // Ours is smaller, and says no word to the page.
    resolve: { alias: { 'wxt/utils/content-script-context': join(import.meta.dirname, 'messages/script-context.ts') } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    permissions: [
      'activeTab',
      'alarms',
      'declarativeNetRequestWithHostAccess',
      'storage',
      'unlimitedStorage',
      'webRequest',
    ],
    host_permissions: ARXIV_HOSTS,
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+D' } },
      'save-paper': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandSave__' },
      ...(browser === 'firefox'
        ? { _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+G' } } }
        : { 'open-beside': { suggested_key: { default: 'Alt+Shift+G' }, description: '__MSG_commandBeside__' } }),
    },
    action: { default_title: '__MSG_actionTitle__' },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    ...(process.env['DAODU_OFFLINE'] && { key: OFFLINE_KEY }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'daodu@daodu.example',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
