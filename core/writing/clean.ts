import { absUrl, parseArxivId } from '../arxiv/id';
import { cleanText } from '../render/allowed';
import { hideFormulas, restoreFormulas } from '../render/formulas';

/** Characters that nobody sees, apart from those that `cleanText` takes out: text could hide in them, or be cut by them. */
const UNSEEN =
  /\u{AD}|[\u{200B}-\u{200D}]|[\u{2060}-\u{2064}]|[\u{FE00}-\u{FE0F}]|[\u{E002}\u{E003}]|[\u{E0000}-\u{E0FFF}]/gu;

/** Text without characters that nobody sees: invites hidden in them, and marks that turn the direction of writing. */
export function withoutUnseen(text: string): string {
  return cleanText(text).replace(UNSEEN, '');
}

// What a Markdown link may look like; its text may hold one pair of brackets, its target one of parentheses.
const LINK =
  /!?\[(?<text>(?:[^[\]\n]|\[[^[\]\n]{0,200}\]){0,400})\]\(\s*(?:<(?<angled>[^<>\n]{0,2000})>|(?<target>(?:[^()\s<>]|\([^()\s]{0,200}\)){0,2000}))(?:\s+(?:"[^"]{0,200}"|'[^']{0,200}'|\([^()]{0,200}\)))?\s*\)/g;
const DEFINITION = /^([ \t]{0,3}\[[^\]\n]{1,100}\]):/gm;
const WIKI_LINK = /!?\[\[(?:[^[\]|\n]{0,200}\|)?(?<text>[^[\]|\n]{0,200})\]\]/g;
const TEX_LINK =
  /\\(?:href\s*\{[^{}]{0,2000}\}\s*\{(?<text>[^{}]{0,400})\}|(?:url|includegraphics)(?:\[[^\]]{0,100}\])?\s*\{[^{}]{0,2000}\})/g;
const ADDRESS =
  /(?:[a-z0-9][a-z0-9+.-]{0,20}:\/\/|\bwww\.|\b(?:mailto|javascript|vbscript|tel|sms|magnet):(?=\S)|\bdata:(?=[a-z]+\/[a-z]))[^\s<>"'`，。；：、！？（）《》“”‘’【】「」{}|\\^\u3400-\u9FFF]*/gi;
const MAY_LINK = /[[\]]|\\(?:href|url|includegraphics)|[a-z0-9]:\S|www\./i;
const KEPT = /\uE002(\d+)\uE003/g;

/**
 * Text of a model without a way out of it: each link, image and address is only its text, but those to papers on arXiv
 * whose id the model was given (`ids`, versionless), which point to their abstract page.
 */
export function withoutLinks(text: string, ids: ReadonlySet<string>): string {
  if (!MAY_LINK.test(text)) return text;
  const kept: string[] = [];
  const keep = (label: string | null, address: string): string | null => {
    const id = /arxiv\.org\//i.test(address) ? parseArxivId(address.replace(/[.,;:!?)*_~]+$/, '')) : null;
    if (!id || !ids.has(id.base)) return null;
    const url = absUrl(id.base);
    kept.push(label === null || /[[\]()]|:\/\//.test(label) ? url : `[${label}](${url})`);
    return `\uE002${kept.length - 1}\uE003`;
  };
  let out = text.replace(/[\uE002\uE003]/g, '').replace(TEX_LINK, (_all, label: string | undefined) => label ?? '');
  out = out.replace(/\\(?:href|url)(?![A-Za-z])/g, '');
  const formulas = hideFormulas(out, false);
  out = formulas.text.replace(DEFINITION, '$1');
  // A link's text may be a link again.
  for (let round = 0; round < 4; round += 1) {
    const before = out;
    out = out
      .replace(WIKI_LINK, '$<text>')
      .replace(LINK, (all: string, label: string, angled: string | undefined, target: string | undefined) =>
        all.startsWith('!') ? label : (keep(label, angled ?? target ?? '') ?? label),
      );
    if (out === before) break;
  }
  out = restoreFormulas(out, formulas.formulas).replace(ADDRESS, (address) => {
    const end = /[.,;:!?)*_~]*$/.exec(address)?.[0] ?? '';
    return `${keep(null, address) ?? ''}${end}`;
  });
  // What still looks like a link is none to any reader of Markdown; in a formula the blank means nothing.
  out = out.replace(/\](?=[([])/g, '] ');
  return out.replace(KEPT, (_all, index: string) => kept[Number(index)] ?? '');
}

const ELEMENTS =
  'a|abbr|article|aside|audio|b|base|big|blockquote|body|br|button|canvas|center|cite|code|col|dd|del|details|dialog|div|dl|dt|em|embed|fieldset|figure|font|footer|form|frame|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|map|mark|marquee|math|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|track|tt|u|ul|var|video|wbr';
const TAG = new RegExp(`</?(?:${ELEMENTS})(?:[\\s/][^<>]{0,2000})?>`, 'gi');
const SCRIPT = /<(script|style)\b[^<>]*>[^]{0,20000}?<\/\1\s*>/gi;
const COMMENT = /<!--[^]{0,20000}?(?:-->|$)/g;
/** What is left of angle brackets: a name, as papers call their tokens (`<image>`), or a tag with attributes. */
const OTHER_TAG = /`?<(?<name>\/?[A-Za-z_|][\w|-]{0,40})>`?/g;
const OPEN_TAG = /<(?=[A-Za-z/!?])/g;

/** Text without HTML; tokens that papers write like it (`<image>`) stay, as code. */
export function withoutHtml(text: string): string {
  if (!text.includes('<')) return text;
  const formulas = hideFormulas(text, false);
  let plain = formulas.text.replace(/<br\s*\/?>/gi, '\n');
  // A tag taken out may leave one behind: `<scr<b>ipt>`.
  for (let round = 0; round < 4; round += 1) {
    const before = plain;
    plain = plain.replace(SCRIPT, '').replace(COMMENT, '').replace(TAG, '');
    if (plain === before) break;
  }
  plain = plain
    .replace(OTHER_TAG, (_all, name: string) => `\uE002${name}\uE003`)
    .replace(OPEN_TAG, '< ')
    .replace(/<\s*>/g, '')
    .replace(/\uE002([^\uE003]*)\uE003/g, '`<$1>`');
  return restoreFormulas(plain, formulas.formulas);
}

/** Markdown of a model as it is kept: no links but to known papers, no HTML, nothing unseen, at most `longest` characters. */
export function cleanMarkdown(text: string, ids: ReadonlySet<string>, longest: number): string {
  const cut = cutAt(withoutUnseen(text.slice(0, longest * 4)), longest);
  // Taking out a tag may put an address together, and the other way round.
  let out = cut;
  for (let round = 0; round < 4; round += 1) {
    const before = out;
    out = withoutHtml(withoutLinks(out, ids));
    if (out === before) break;
  }
  return out
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** One line of plain running text, cleaned the same way. */
export function cleanLine(text: string, ids: ReadonlySet<string>, longest: number): string {
  return cleanMarkdown(text.replace(/\s+/g, ' '), ids, longest).replace(/\s+/g, ' ');
}

function cutAt(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Half a surrogate pair is no character.
  const end = /[\uD800-\uDBFF]$/.test(text.slice(0, longest)) ? longest - 1 : longest;
  return `${text.slice(0, end).trimEnd()}…`;
}
