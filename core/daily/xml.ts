/** XML as text; made by `element` alone, so that nothing comes into a document but escaped. */
class Xml {
  constructor(readonly text: string) {}
}

export type { Xml };

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';
/** What XML 1.0 has no way to hold, lone halves of pairs among it, and marks that turn the direction of what follows. */
const REFUSED =
  /[^\t\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeXml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(REFUSED, '')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
}

/** An element. Names are written here in the code, values and texts may come from anywhere. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: string | readonly Xml[] = [],
): Xml {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(value).replace(/[\t\n]/g, ' ')}"`,
  );
  const inner = typeof content === 'string' ? escapeXml(content) : content.map(({ text }) => `\n${text}`).join('');
  const open = `<${name}${written.join('')}`;
  if (inner === '') return new Xml(`${open}/>`);
  return new Xml(`${open}>${inner}${typeof content === 'string' ? '' : '\n'}</${name}>`);
}

export function toDocument(root: Xml): string {
  return `${DECLARATION}${root.text}\n`;
}
