import { toLatex } from './latex';

/** A name as it is cited. `surname` includes particles; a group or a single name has no forename. */
export interface CitedName {
  surname: string;
  forename: string;
  suffix: string;
}

const GROUP =
  /\b(?:collaborations?|consortium|team|group|project|network|initiative|committee|working group|authors)\b/i;
const SUFFIX = /,?\s+((?:jr|sr)\.?|i{2,3}|iv)$/i;
const PARTICLE =
  /^(?:von|van|vom|zu|zum|zur|de|del|della|delle|degli|dei|der|den|dem|des|di|da|das|do|dos|du|la|las|le|los|ten|ter|te|af|av|bin|ibn|el|al)$/;
// Written with a capital these begin a surname too: Luc Van Gool, Fei De Silva.
const CAPITAL_PARTICLE = /^(?:Van|Von|De|Del|Della|Di|Da|Dos|Du|Ter)$/;
// … but in Vietnamese names Van is a middle name: Hung Van Tran.
const VIETNAMESE =
  /^(?:Bui|Dang|Dinh|Do|Doan|Duong|Ho|Hoang|Huynh|Lam|Le|Luong|Ly|Mai|Ngo|Nguyen|Pham|Phan|Tran|Trinh|Truong|Vo|Vu)$/;

function startsSurname(word: string, last: string): boolean {
  if (PARTICLE.test(word)) return true;
  const plain = last.normalize('NFD').replace(/\p{M}/gu, '');
  return CAPITAL_PARTICLE.test(word) && !(word === 'Van' && VIETNAMESE.test(plain));
}

/** Splits `Forename Surname`, as arXiv writes authors; also takes `Surname, Forename`. */
export function splitName(name: string): CitedName {
  const whole = name.replace(/\s+/g, ' ').replace(/^[\s,]+|[\s,]+$/g, '');
  const single = { surname: whole, forename: '', suffix: '' };
  if (GROUP.test(whole) || /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(whole)) {
    return single;
  }
  const suffix = SUFFIX.exec(whole)?.[1] ?? '';
  const rest = suffix ? whole.replace(SUFFIX, '') : whole;
  const [surname = '', forename, ...more] = rest.split(/\s*,\s*/);
  if (more.length > 0) return single;
  if (forename) return { surname, forename, suffix };

  const words = rest.split(' ').filter(Boolean);
  if (words.length < 2) return single;
  const last = words.at(-1) ?? '';
  const particle = words.findIndex((word, index) => index > 0 && index < words.length - 1 && startsSurname(word, last));
  const start = particle === -1 ? words.length - 1 : particle;
  return { surname: words.slice(start).join(' '), forename: words.slice(0, start).join(' '), suffix };
}

/** Braces make one word of a part that has a word or a comma in it which BibTeX would read. */
function guard(part: string): string {
  return /\band\b|,/i.test(part) ? `{${part}}` : part;
}

/** One name for BibTeX's `author`: `van der Berg, Ana`, `Roe, Jr., Jane`; groups and single names in braces, '' for none. */
export function toBibtexName(name: string): string {
  const { surname, forename, suffix } = splitName(name);
  // bibtex takes J.G. for one initial.
  const parts = [surname, suffix, forename.replace(/(?<=\b\p{Lu}\.)(?=\p{Lu})/gu, ' ')].map(toLatex);
  const given = parts.filter(Boolean);
  if (given.length === 0) return '';
  return forename ? given.map(guard).join(', ') : `{${toLatex(surname)}}`;
}
