import { sourceName } from '../guide/source';
import { fingerprint } from '../report/hash';
import { describeDay } from '../report-day';
import { dailyWords } from '../words/daily';
import { panelWords } from '../words/panel';
import { type IndexEntry, jsonPath, markdownPath } from './published-day';
import { element, toDocument } from './xml';

const NAMESPACE = 'http://www.w3.org/2005/Atom';

/**
 * The days as an Atom 1.0 feed, newest first. Without a base the links are relative, and the identifiers made of title and day.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function toAtomFeed(days: readonly IndexEntry[], base: string | null): string {
  const name = sourceName(days[0]?.title ?? '') || panelWords.zh.name;
  const updated = days.reduce((latest, day) => Math.max(latest, day.updated), 0);
  const entries = days.map((day) => toEntry(day, base));
  return toDocument(
    element('feed', { xmlns: NAMESPACE, 'xml:lang': 'zh-CN' }, [
      element('id', {}, base ?? madeId(name)),
      element('title', {}, name),
      element('updated', {}, stamp(updated)),
      element('author', {}, [element('name', {}, name)]),
      element('link', { rel: 'self', type: 'application/atom+xml', href: `${base ?? ''}feed.xml` }),
      element('link', { rel: 'alternate', type: 'text/html', href: `${base ?? ''}index.html` }),
      element('generator', {}, 'Daodu'),
      ...entries,
    ]),
  );
}

function toEntry({ date, title, updated, overview }: IndexEntry, base: string | null) {
  const markdown = `${base ?? ''}${markdownPath(date)}`;
  const json = `${base ?? ''}${jsonPath(date)}`;
  return element('entry', {}, [
    element('id', {}, base === null ? madeId(`${title} ${date}`) : json),
    element('title', {}, `${sourceName(title)} · ${describeDay(date, Infinity, 'zh')}`),
    element('updated', {}, stamp(updated)),
    element('link', { rel: 'alternate', type: 'text/markdown', href: markdown }),
    element('link', { rel: 'related', type: 'application/json', href: json }),
    element('summary', { type: 'text' }, overview || dailyWords.zh.noOverview),
  ]);
}

/** RFC 3339, in whole seconds. */
function stamp(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A UUID (of version 8, which is made as one likes) that the same words always give. */
function madeId(words: string): string {
  const hex = [1, 2, 3, 4]
    .map((part) =>
      parseInt(fingerprint(`${part} ${words}`), 36)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
