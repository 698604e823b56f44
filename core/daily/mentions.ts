import { safeHref } from '../render/allowed';
import type { AnnouncedPaper } from './announced-paper';

/** Where authors say that their code or data are. */
export interface CodeMention {
  /** `promised`: they are only spoken of. */
  kind: 'code' | 'page' | 'promised';
  /** The host's name, or the project page's; '' where there is none. */
  value: string;
  /** The whole address of the code; null where none is written out. */
  url: string | null;
}

/** Where authors say that their paper was accepted or published. `value` is '' where they name no place. */
export interface VenueMention {
  kind: 'venue' | 'workshop';
  value: string;
}

const CODE =
  /(?<![\w.-])(?:https?:\/\/)?(?:www\.|gist\.)?(?<host>github\.com|gitlab\.com|huggingface\.co|bitbucket\.org|codeberg\.org|gitee\.com|modelscope\.cn|zenodo\.org)\/(?<path>[\w.~/%-]*)/gi;
const PAGE = /(?<![\w-])[\w-]{1,63}\.(?:github|gitlab)\.io\b/i;
const RELEASE =
  /\b(?:codes?|models?|weights|datasets?|checkpoints)\b[^.]{0,60}\b(?:available|released|open[- ]?sourced?|public)\b|\bopen[- ]sourc(?:e|ed|ing)\b/i;

/** The address of what lies on a host; null for the host alone, or the page of an account: that is no code. */
function toCodeUrl(written: string): string | null {
  const href = safeHref(written.replace(/^(?:https?:\/\/)?/i, 'https://').replace(/[./-]+$/, ''));
  return href !== null && new URL(href).pathname.split('/').filter(Boolean).length >= 2 ? href : null;
}

/** Where the code or data of a paper is, by its comments and abstract; null where nothing is said of any. */
export function findCode({ abstract, comments }: Pick<AnnouncedPaper, 'abstract' | 'comments'>): CodeMention | null {
  const text = `${comments ?? ''} ${abstract}`;
  const written = [...text.matchAll(CODE)];
  const host = written[0]?.groups?.['host'];
  if (host !== undefined) {
    const urls = written.flatMap(([address]) => toCodeUrl(address) ?? []);
    return { kind: 'code', value: host.toLowerCase(), url: urls[0] ?? null };
  }
  const page = PAGE.exec(text)?.[0];
  if (page) return { kind: 'page', value: page.toLowerCase(), url: null };
  return RELEASE.test(text) ? { kind: 'promised', value: '', url: null } : null;
}

/** The conferences and journals that comments name without a word before them: `CVPR 2026`, `AAAI-26 oral`. */
const VENUES =
  '3DV|AAAI|ACCV|ACL|ACM MM|ACM Multimedia|AISTATS|BMVC|CHI|CIKM|COLING|COLM|COLT|CVPR|CoRL|EACL|ECCV|EMNLP|FOCS|ICASSP|ICCV|ICIP|ICLR|ICME|ICML|ICRA|IEEE VR|IJCAI|IJCV|INTERSPEECH|IPMI|IROS|ISBI|ISMAR|JMLR|KDD|MICCAI|MIDL|NAACL|NIPS|NSDI|NeurIPS|OSDI|RA-L|RSS|RecSys|SIGGRAPH(?: Asia)?|SIGIR|SIGMOD|SODA|SOSP|STOC|T-?PAMI|T-RO|TACL|TIP|TMI|TMLR|TNNLS|TOG|TVCG|UAI|UIST|USENIX Security|VLDB|WACV|WSDM|WWW';
// Words too, so only with the rest of a journal's name, or where nothing but a venue stands.
const JOURNALS = String.raw`(?:Nature(?: \p{Lu}\p{Ll}+){1,2}|Science (?:Robotics|Advances)|(?<=^\s*|\b(?:in|by|to|at) )(?:Nature|Science)(?=\s*(?:[.,;:(\d]|$)))`;
// Two digits are a year only where they hang on: `CVPR, 12 pages`.
const YEAR = String.raw`(?:(?:[\s,-]*['’]?(?:19|20)|\s?['’]\s?|-)?\d\d(?!\d))?`;
// Names of venues are words too: only as they are written.
const KNOWN = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:(?:${VENUES})(?!\p{L})|${JOURNALS})${YEAR}`, 'u');
const ACCEPTED =
  /(?<!\bnot (?:yet )?)\b(?:accepted|to appear|in press|forthcoming|camera[- ]ready|published(?= (?:at|by|in) )|appear(?:s|ed|ing)?(?= (?:at|in) )|presented(?= at ))\b(?:[^.;]{0,30}?\b(?:at|in|to|by|for(?! (?:oral |poster )?p\w+ation)) (?:the )?(?<venue>(?!https?:)[^.;()]{2,80}))?/i;
const NOT_YET =
  /\b(?:submitted|submission|under (?:double[- ]blind )?review|in review|preparation|rejected|withdrawn)\b/i;
const WORKSHOP = /\bworkshops?\b/i;

/** Where a paper was accepted or published, by its authors' comments; null for one that is only submitted. */
export function findVenue(comments: string | null): VenueMention | null {
  if (!comments) return null;
  const accepted = ACCEPTED.exec(comments);
  const known = KNOWN.exec(comments)?.[0];
  if (!accepted && (!known || NOT_YET.test(comments))) return null;
  const value = (known ?? accepted?.groups?.['venue'] ?? '').trim().replace(/\s+/g, ' ');
  return { kind: WORKSHOP.test(comments) ? 'workshop' : 'venue', value };
}
