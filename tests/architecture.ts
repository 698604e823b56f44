import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Source texts by path from the project's folder, such as `core/paper.ts`. */
export type Sources = ReadonlyMap<string, string>;

const MAY_IMPORT: Record<string, readonly string[]> = {
  core: ['core'],
  components: ['components', 'core'],
  storage: ['storage', 'core'],
  messages: ['messages', 'core'],
  cli: ['cli', 'core'],
  entrypoints: ['entrypoints', 'components', 'messages', 'storage', 'core'],
};
/** What ships: the folders whose files end up in the extension. */
const SHIPPED = ['core', 'components', 'storage', 'messages', 'entrypoints'];
/** Packages that only some places may name. Anything else is free. */
const PACKAGE_HOMES: [name: RegExp, allowed: RegExp][] = [
  [/^dexie/, /^storage\//],
  [/^webextension-polyfill$/, /^messages\/webext\.ts$/],
  [/^preact/, /^(components|entrypoints|storage)\//],
  [/^(#imports|wxt)/, /^(entrypoints|messages)\//],
  [/^node:/, /^(cli|scripts|bench|tests)\//],
  [/^zod(?!\/mini$)/, /^(scripts|tests)\//],
];
/** What must never reach a script that runs on arXiv's pages: parsers, the database, and the polyfill's weight. */
const NOT_ON_PAGES = /^(zod|dexie|markdown-it|temml|htmlparser2|@rgrove|webextension-polyfill)/;
/** What needs a page, which a worker has not; and what would let it talk to more than its page. */
const ONLY_ON_PAGES = /^(preact|#imports|wxt|webextension-polyfill)/;
const NOT_IN_CORE =
  /\b(?:document|window|location|navigator|localStorage|browser|chrome|globalThis|self)\.\w|\bfetch\(|\bDate\.now\b|\bnew Date\(\s*\)|\bindexedDB\b|\bDOMParser\b|\bperformance\.now\b|\bMath\.random\b/;
const NEVER =
  /\.(?:innerHTML|outerHTML)\b|\binsertAdjacentHTML\b|\bdangerouslySetInnerHTML\b|\bdocument\.write\b|\beval\(|\bnew Function\(|\bsetHTMLUnsafe\b/;
const MACHINE_PATH = /(?<![\w.:/-])\/(?:home|root|Users|work|tmp)\/\w/;

const IMPORT = /^(?:import|export)\s+(?<what>[^'";]*?\s+from\s+)?'(?<from>[^']+)'|\bimport\('(?<lazy>[^']+)'\)/gm;

/** Reads every source file below the project's own folders. */
export function readSources(root: string, folders: readonly string[]): Sources {
  const sources = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(?:ts|tsx|mjs)$/.test(entry.name) || entry.parentPath.includes('fixtures')) continue;
      const path = posix.relative(root, join(entry.parentPath, entry.name));
      sources.set(path, readFileSync(join(root, path), 'utf8'));
    }
  }
  return sources;
}

interface Import {
  /** As written, without a `?inline` at the end. */
  name: string;
  /** A file of ours, such as `core/paper`, without its ending; null for a package. */
  own: string | null;
  /** True when it brings types only, and so nothing at run time. */
  typeOnly: boolean;
}

function importsOf(path: string, source: string): Import[] {
  return [...withoutComments(source).matchAll(IMPORT)].map(({ groups = {} }) => {
    const name = (groups['from'] ?? groups['lazy'] ?? '').replace(/\?.*$/, '');
    const own = name.startsWith('@/')
      ? name.slice(2)
      : name.startsWith('.')
        ? posix.join(posix.dirname(path), name)
        : null;
    const what = groups['what']?.trim() ?? '';
    const named = /^\{(?<names>[^}]*)\}\s*from$/.exec(what)?.groups?.['names'];
    const typeOnly =
      /^type\b/.test(what) ||
      (named !== undefined &&
        named
          .split(',')
          .filter((one) => one.trim() !== '')
          .every((one) => one.trim().startsWith('type ')));
    return { name, own, typeOnly };
  });
}

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

/** Every broken rule as one line, `path: what is wrong`. */
export function findViolations(sources: Sources): string[] {
  return [...sources].flatMap(([path, source]) =>
    violationsOf(path, source, sources).map((text) => `${path}: ${text}`),
  );
}

function violationsOf(path: string, source: string, sources: Sources): string[] {
  const top = path.split('/')[0] ?? '';
  const code = withoutComments(source);
  const found: string[] = [];
  for (const { name, own, typeOnly } of importsOf(path, source)) {
    if (own === null) {
      if (typeOnly && top !== 'core') continue;
      const home = PACKAGE_HOMES.find(([pattern]) => pattern.test(name));
      if (home && !home[1].test(path) && (SHIPPED.includes(top) || top === 'cli')) found.push(`may not import ${name}`);
      continue;
    }
    const target = own.split('/')[0] ?? '';
    const allowed = MAY_IMPORT[top];
    if (allowed && own.includes('/') && !allowed.includes(target)) found.push(`may not import from ${target}/`);
    if (name.startsWith('.') && target !== top) found.push(`imports ${name} across folders without @/`);
    if (name.startsWith('@/') && target === top && allowed) found.push(`imports ${name} inside its own folder`);
  }
  if (top === 'core') {
    const global = NOT_IN_CORE.exec(code);
    if (global) found.push(`core takes ${global[0]} as an argument`);
  }
  if (SHIPPED.includes(top)) {
    const never = NEVER.exec(code);
    if (never) found.push(`never uses ${never[0]}`);
    if (/\bbrowser\.\w/.test(code) && !/\bbrowser\b[^'"]*\bfrom '/.test(code))
      found.push('uses browser without importing it');
  }
  if (MACHINE_PATH.test(source)) found.push(`names a path of one machine: ${MACHINE_PATH.exec(source)?.[0] ?? ''}`);
  if (/^entrypoints\/.*-worker\.ts$/.test(path)) {
    const ofPages = reachedPackages(path, sources).filter((name) => ONLY_ON_PAGES.test(name));
    found.push(...ofPages.map((name) => `brings ${name} into a worker`));
  }
  if (/^entrypoints\/[^/]+\.content(?:\.tsx?|\/index\.tsx?)$/.test(path)) {
    const heavy = reachedPackages(path, sources).filter((name) => NOT_ON_PAGES.test(name));
    found.push(...heavy.map((name) => `brings ${name} onto arXiv's pages`));
    // The build puts our own, smaller context in the place of WXT's (wxt.config.ts), whose type promises more.
    if (/\bmain\(\w+\s*[,)]/.test(code)) found.push('takes a context without naming it a ScriptContext');
  }
  return found;
}

/** Packages a file brings along at run time, through whatever it imports. */
function reachedPackages(start: string, sources: Sources): string[] {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { name, own, typeOnly } of importsOf(path, sources.get(path) ?? '')) {
      if (typeOnly) continue;
      if (own === null) packages.add(name);
      else {
        const file = [own, `${own}.ts`, `${own}.tsx`, `${own}/index.ts`].find((one) => sources.has(one));
        if (file) visit(file);
      }
    }
  };
  visit(start);
  return [...packages];
}
