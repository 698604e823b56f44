import { XmlElement, parseXml } from '@rgrove/parse-xml';

/** A file as the server lists it; null for what it does not say. */
export interface ListedFile {
  name: string;
  bytes: number | null;
  /** As the server writes it; only compared. */
  modified: string | null;
}

type Scope = ReadonlyMap<string, string>;

/** The prefixes that hold within an element. */
function scopeOf(element: XmlElement, outer: Scope): Scope {
  const own = Object.entries(element.attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  return own.length === 0 ? outer : new Map([...outer, ...own.map(([name, uri]) => [name.slice(6), uri] as const)]);
}

interface Found {
  element: XmlElement;
  scope: Scope;
}

/** Whether an element has this name in the namespace of WebDAV, by whatever prefix. */
function isDav({ element, scope }: Found, name: string): boolean {
  const [prefix, local] = element.name.includes(':') ? element.name.split(':', 2) : ['', element.name];
  return local === name && scope.get(prefix ?? '') === 'DAV:';
}

function childrenOf({ element, scope }: Found, name: string): Found[] {
  return element.children
    .filter((child): child is XmlElement => child instanceof XmlElement)
    .map((child) => ({ element: child, scope: scopeOf(child, scope) }))
    .filter((child) => isDav(child, name));
}

const firstText = (parents: readonly Found[], name: string): string | null =>
  parents.flatMap((parent) => childrenOf(parent, name))[0]?.element.text.trim() ?? null;

/** The last part of an address, whether it is whole or a path, and however it is encoded; null for what has none. */
function nameOf(href: string): string | null {
  const last =
    href
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  try {
    return last === '' ? null : decodeURIComponent(last);
  } catch {
    return null;
  }
}

function toFile(response: Found): ListedFile | null {
  const name = nameOf(firstText([response], 'href') ?? '');
  if (name === null) return null;
  // Of properties that a file has not, servers say so in a part of their own.
  const present = childrenOf(response, 'propstat').filter((part) =>
    /\s200\b/.test(firstText([part], 'status') ?? ' 200'),
  );
  const properties = present.flatMap((part) => childrenOf(part, 'prop'));
  const isFolder = properties
    .flatMap((prop) => childrenOf(prop, 'resourcetype'))
    .some((type) => childrenOf(type, 'collection').length > 0);
  if (isFolder) return null;
  const length = firstText(properties, 'getcontentlength') ?? '';
  return {
    name,
    bytes: /^\d+$/.test(length) ? Number(length) : null,
    modified: firstText(properties, 'getlastmodified'),
  };
}

/** Reads the answer to PROPFIND; folders are left out. @returns null when it is none, or brings a DTD. */
export function parseMultistatus(text: string): ListedFile[] | null {
  // Entities can make gigabytes of one line; no server of files has any use for them.
  if (/<!DOCTYPE/i.test(text)) return null;
  let root: XmlElement | null;
  try {
    ({ root } = parseXml(text.replace(/^\uFEFF/, '').trimStart()));
  } catch {
    return null;
  }
  if (!root) return null;
  const whole: Found = { element: root, scope: scopeOf(root, new Map()) };
  if (!isDav(whole, 'multistatus')) return null;
  return childrenOf(whole, 'response').flatMap((response) => toFile(response) ?? []);
}
