import { findVenue } from '../daily/mentions';
import type { PaperRecord } from '../library/records';
import { cleanText } from '../render/allowed';
import { doiOf } from './facts';

/** Why a preprint is perhaps to be cited as something else. */
export interface Accepted {
  /** Where it was accepted or published; '' where that is not named. */
  venue: string;
  /** The words that say so: the authors' comments, or the DOI of a publisher. */
  said: string;
  kind: 'comments' | 'doi';
}

const YES = String.raw`\b(?:accepted|published|to appear|appear(?:s|ed|ing)|in press|camera)\b`;
/** Not yet, or no more. */
const NOT_YET = [
  String.raw`(?:re-?|un)?submi(?:tted|ssion|tting)\b(?! version)`,
  String.raw`(?:(?:under|awaiting|currently) (?:\S+ ){0,2}|in )(?:peer[- ])?review(?:ing)?\b`,
  String.raw`in preparation\b|rejected\b|withdrawn from\b|declined\b`,
  String.raw`(?:not|never|n['’]t|if|once|when|until|unless|upon|after|before|pending)\s+(?:(?:yet|been|be|formally|it is|the paper is)\s+)*(?:accept|publi(?:sh|cat))\w*`,
  String.raw`(?:conditionally|provisionally|widely|generally|commonly|universally|well|tentatively) accepted\b`,
  String.raw`accepted (?:subject to|pending|conditional|with (?:minor|major) revisions?)\b`,
  String.raw`\b(?:proposal|rebuttal|deadline|target(?:ing|ed)?|prepared for|planned|hope|plans? to)\b`,
].join('|');
/** The paper that this one grew from, answers or is compared with; a race that it ran. */
const OTHER_PAPER = [
  String.raw`(?:extended|extension|expanded|longer?|full|journal|preliminary|earlier|previous|prior|short(?:er)?|conference|workshop|revised|updated|arxiv|preprint)\s+(?:\w+\s+)?versions?\s+(?:of|to|was|were|appear\w*|published|accepted|is|has|in)\b`,
  String.raw`(?:extends?|extending|extension of|builds? (?:up)?on|follow-?up (?:to|of|on)|based on|generali[sz]es|supersedes|continuation of|sequel to|comment on|reply to|erratum (?:to|for)|compared (?:to|with)|cited (?:in|by)|inspired by|companion (?:paper )?(?:to|of)|supplement(?:ary material)? (?:to|for|of))\b`,
  String.raw`\bour (?:\w+ ){0,2}(?:previous|earlier|prior|other|recent)\b`,
  String.raw`\b(?:challenges?|competition|leaderboard|shared task|track report|winning|winner|(?:1st|2nd|3rd|first|second|third) place|style(?: file)?|template|format(?:ted)?|tutorial)\b`,
].join('|');
/** What lies beside the paper, and where in it something stands. */
const OTHER_THING = [
  String.raw`\b(?:codes?|data|datasets?|models?|weights|benchmarks?|software|slides|videos?|demo|proofs?|appendix|figures?|tables?|results|details|part \w+)\b(?:(?!\b(?:paper|accepted|article|work|we)\b)[^.;()]){0,40}\b(?:publish\w*|presented|appears?|forthcoming|accepted|available)\b`,
  String.raw`\bpublished (?:at|on|in) (?:https?:|github|arxiv|zenodo|hugging)\S*`,
  String.raw`\bappears? (?:in|at) (?:the )?(?:sections?|appendi\w+|figures?|fig|tables?|colou?r|end|supplement\w*|main|text|body|pdf|print)\b`,
  String.raw`\b(?:to appear|appears?|published) (?:on|in) arxiv\b`,
].join('|');
const NOT_SAID: readonly [words: RegExp, toSentenceEnd: boolean][] = [
  [new RegExp(OTHER_PAPER, 'giu'), true],
  [new RegExp(NOT_YET, 'giu'), false],
  [new RegExp(OTHER_THING, 'giu'), false],
];
const SAID = new RegExp(YES, 'i');
const DOUBTED = new RegExp(`${NOT_YET}|${OTHER_PAPER}`, 'i');
const NOT_SAID_CHINESE = /投稿|在投|在审|审稿|拟投|待投|未被?(?:录用|接收|发表|收录)|拒稿|被拒|扩展版|扩充版/;
const SAID_CHINESE =
  /(?:被|由|已在|于|在|到)?\s*(?:《(?<book>[^》]{2,60})》|(?<name>[\p{L}\p{N}][\p{L}\p{N} &/’'-]{1,50}?))?\s*(?:正式)?(?:录用|接收|接受|收录|录取|刊发|发表)(?:于|在|到)?\s*(?:《(?<later>[^》]{2,60})》|(?<after>[A-Za-z][\w &/’'-]{1,40}))?/u;
/** Behind the word that says so. Names of journals are cut short: Phys. Rev. D, J. Mach. Learn. Res. */
const PLACE =
  /\b(?:accepted|to appear|appear(?:s|ed|ing)?|in press|forthcoming|published|presented)\b[^.;()]{0,30}?\b(?:at|in|to|by|for(?! (?:oral |poster )?p\w+ation)) (?:the )?(?<place>(?:[^.;()]|(?<=(?<![\p{L}])\p{Lu}\p{Ll}{0,6})\.(?=\s*[\p{Lu}(\d]|\s+(?:of|and)\b))+)/iu;
const REST =
  /[\s,]*(?:\d+\s*(?:pages?|figures?|tables?|pp)\b|(?:code|project|page|website|see|with|as|available|doi)\b|https?:|\bdoi:).*$/i;
const LONGEST_VENUE = 80;
/** Authors say it at the beginning. */
const MOST_READ = 1_000;

function venueOf(comments: string, found: string): string {
  const place =
    PLACE.exec(comments)
      ?.groups?.['place']?.replace(REST, '')
      .replace(/[\s,:]+$/, '')
      .trim() ?? '';
  return (place.startsWith(found) && place.length <= LONGEST_VENUE ? place : found).replace(/^(?:the|be)\s+/i, '');
}

/** Where the clause around a word begins and ends: at signs, or at a word that says of the paper itself that it was accepted. */
function clauseAt(text: string, start: number, end: number, toSentenceEnd: boolean): [number, number] {
  const before =
    text
      .slice(0, start)
      .split(/[.,;()]/)
      .at(-1) ?? '';
  const behind = text.slice(end).split(/[.;()]/, 1)[0] ?? '';
  const accepted = [...before.matchAll(new RegExp(YES, 'gi'))].at(-1);
  const from = start - before.length + (accepted ? accepted.index + accepted[0].length : 0);
  const next = toSentenceEnd ? null : SAID.exec(behind);
  return [from, end + (next ? next.index : behind.length)];
}

/** The comments without the clauses that speak of something else than the acceptance of this paper. */
function withoutOthers(comments: string): string {
  let rest = comments;
  for (const [words, toSentenceEnd] of NOT_SAID) {
    let kept = '';
    let at = 0;
    for (const { 0: found, index } of rest.matchAll(words)) {
      if (index < at) continue;
      const [from, to] = clauseAt(rest, index, index + found.length, toSentenceEnd);
      kept += `${rest.slice(at, Math.max(at, from))} `;
      at = to;
    }
    rest = kept + rest.slice(at);
  }
  return rest;
}

function findInComments(comments: string): string | null {
  const said = comments
    .split(/(?<=[。；])/)
    .filter((sentence) => !NOT_SAID_CHINESE.test(sentence))
    .join('');
  const chinese = SAID_CHINESE.exec(said);
  if (chinese) {
    const { book, name = '', later, after } = chinese.groups ?? {};
    return (book ?? later ?? after ?? name.replace(/^(?:本文|论文|该文|此文|已经?|将|被|由|在|于|正式)+/u, '')).trim();
  }
  const rest = withoutOthers(said);
  // A name by itself says enough where nothing beside it says otherwise.
  if (DOUBTED.test(said) && !SAID.test(rest)) return null;
  const venue = findVenue(rest);
  return venue && (venue.value !== '' || /\b(?:accepted|in press)\b/i.test(rest)) ? venueOf(rest, venue.value) : null;
}

/**
 * Whether a paper that would be cited as a preprint was accepted or published by what its authors say, or has a publisher's
 * DOI. What is only submitted or reviewed, or grew from another paper, is not.
 *
 * @returns null also where a journal reference is known: then that is cited.
 */
export function findAccepted(paper: Pick<PaperRecord, 'comments' | 'journalRef' | 'doi'>): Accepted | null {
  if (paper.journalRef?.trim()) return null;
  const comments = cleanText(paper.comments ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_READ);
  const venue = comments === '' ? null : findInComments(comments);
  if (venue !== null) return { venue, said: comments, kind: 'comments' };
  const doi = doiOf(paper);
  return doi === '' || doi.startsWith('10.48550/') ? null : { venue: '', said: doi, kind: 'doi' };
}
