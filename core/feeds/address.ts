import type { Feed, GithubPlace } from './feed';
import { type GithubProblem, isGithubAddress, readGithubPlace } from './github';
import { isInsideHost, isPublicName } from './host';
import { hostsOf } from './routes';
import { findTemplate, hasDatePlace, putDate, tidyPlaces } from './template';

/** Why a typed address cannot be subscribed to. */
export type TemplateProblem =
  | 'empty'
  | 'not-an-address'
  | 'not-https'
  | 'has-user'
  | 'has-fragment'
  | 'date-in-host'
  | GithubProblem;

/** An address that can be asked: either a template of its own or a place on GitHub, never both. */
export interface CheckedTemplate {
  /** '' for a place on GitHub. */
  template: string;
  github: GithubPlace | null;
  /** It names an IP address or a machine in a network of the reader's own: only the reader may bring it. */
  isPrivate: boolean;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:[\\/]/i;
const MOST_CHARACTERS = 2_000;
/** Any day shows where an address leads. */
const SOME_DATE = '2026-01-31';

/** Reads an address with or without its scheme: `http` for the reader's own network, `https` for any other. */
function parse(typed: string): URL | null {
  // Blanks and what cannot be seen would be dropped or hidden, and another address asked than the one that was read.
  if (/[\s\p{C}]/u.test(typed) || typed.length > MOST_CHARACTERS) return null;
  if (SCHEME.test(typed)) return URL.canParse(typed) ? new URL(typed) : null;
  if (!URL.canParse(`https://${typed}`)) return null;
  const url = new URL(`https://${typed}`);
  return isInsideHost(url.hostname) ? new URL(`http://${typed}`) : url;
}

/** Chinese input methods type ：／｛｝ and 。 in their own width. */
function readTyped(text: string): URL | null {
  const typed = text.trim().replace(/｛/g, '{').replace(/｝/g, '}');
  const url = parse(typed);
  return url && !/[{}]/.test(url.host) && /^https?:$/.test(url.protocol)
    ? url
    : (parse(typed.normalize('NFKC')) ?? url);
}

function findProblem(url: URL): TemplateProblem | null {
  const mayBeOpen = url.protocol === 'http:' && isInsideHost(url.hostname);
  if (url.protocol !== 'https:' && !mayBeOpen) return 'not-https';
  if (url.username !== '' || url.password !== '') return 'has-user';
  if (/[{}]|%7b/i.test(url.host)) return 'date-in-host';
  return null;
}

/**
 * Reads a feed's address as the reader types or pastes it: with `{date}` (or `{yyyymmdd}`, or `{yyyy}`, `{mm}` and `{dd}`), or
 * the whole address of one day's file, whose day becomes the place. Addresses at GitHub and jsDelivr, also of the page that
 * shows a file, become a place on GitHub, which several routes lead to.
 */
export function checkTemplate(text: string): CheckedTemplate | { problem: TemplateProblem } {
  if (text.trim() === '') return { problem: 'empty' };
  const url = readTyped(text);
  if (!url) return { problem: 'not-an-address' };
  const problem = findProblem(url);
  if (problem) return { problem };
  if (isGithubAddress(url)) {
    const place = readGithubPlace(url);
    return 'problem' in place ? place : { template: '', github: place, isPrivate: false };
  }
  if (url.hash !== '') return { problem: 'has-fragment' };
  const tidy = tidyPlaces(url.pathname + url.search);
  const path = hasDatePlace(tidy) ? tidy : findTemplate(tidy);
  if (path === null) return { problem: 'no-date' };
  return { template: url.origin + path, github: null, isPrivate: !isPublicName(url.hostname) };
}

/** Reads what the reader puts before raw addresses, such as `https://proxy.example/`. */
export function checkPrefix(text: string): { prefix: string; isPrivate: boolean } | { problem: TemplateProblem } {
  if (text.trim() === '') return { problem: 'empty' };
  const url = readTyped(text);
  if (!url) return { problem: 'not-an-address' };
  const problem = findProblem(url);
  if (problem) return { problem };
  if (url.hash !== '') return { problem: 'has-fragment' };
  // The whole raw address follows: as a path, or as the value of a query.
  const start = url.origin + url.pathname + url.search;
  return { prefix: /[/=]$/.test(start) ? start : `${start}/`, isPrivate: !isPublicName(url.hostname) };
}

function isPublicAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return (
    url !== null &&
    findProblem(url) === null &&
    url.protocol === 'https:' &&
    url.port === '' &&
    isPublicName(url.hostname)
  );
}

/**
 * Whether every address of a feed, also of routes that are off, is a public name under https. Presets and imported feeds must
 * be: an address in the reader's own network is the reader's alone to type.
 */
export function isPublicFeed(feed: Pick<Feed, 'template' | 'prefix' | 'github'>): boolean {
  return [feed.template, feed.prefix, feed.github?.pages ?? ''].every(
    (address) => address === '' || isPublicAddress(putDate(address, SOME_DATE)),
  );
}

/** Whether an address may be asked for this feed: it lies at one of the feed's own routes that are on. */
export function isAllowedUrl(address: string, feed: Feed): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && findProblem(url) === null && hostsOf(feed).includes(url.origin);
}
