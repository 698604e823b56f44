import { isKeySentence } from '../roles/key-findings';
import { splitSentences } from '../roles/sentences';
import type { AnnouncedPaper } from './announced-paper';

const CODE =
  /\b(github\.com|gitlab\.com|huggingface\.co|bitbucket\.org|codeberg\.org|gitee\.com|modelscope\.cn|zenodo\.org)\//i;
const PAGE = /(?<![\w-])[\w-]{1,63}\.(?:github|gitlab)\.io\b/i;
const RELEASE =
  /\b(?:codes?|models?|weights|datasets?|checkpoints)\b[^.]{0,60}\b(?:available|released|open[- ]?sourced?|public)\b|\bopen[- ]sourc(?:e|ed|ing)\b/i;

/** Where the code or data of a paper is: a host's name, a project page, or `promised` where they are only spoken of. */
export function findCode({ abstract, comments }: Pick<AnnouncedPaper, 'abstract' | 'comments'>): {
  kind: 'code' | 'page' | 'promised';
  value: string;
} | null {
  const text = `${comments ?? ''} ${abstract}`;
  const host = CODE.exec(text)?.[1];
  if (host) return { kind: 'code', value: host.toLowerCase() };
  const page = PAGE.exec(text)?.[0];
  if (page) return { kind: 'page', value: page.toLowerCase() };
  return RELEASE.test(text) ? { kind: 'promised', value: '' } : null;
}

/** The conferences and journals that comments name without a word before them: `CVPR 2026`, `AAAI-26 oral`. */
const KNOWN =
  /\b(?:CVPR|ICCV|ECCV|WACV|BMVC|ACCV|3DV|NeurIPS|NIPS|ICML|ICLR|AAAI|IJCAI|AISTATS|UAI|COLT|ACL|EMNLP|NAACL|EACL|COLING|TACL|INTERSPEECH|ICASSP|ICRA|IROS|RSS|CoRL|SIGGRAPH(?: Asia)?|KDD|WWW|SIGIR|CIKM|WSDM|RecSys|CHI|UIST|MICCAI|IPMI|ISBI|ACM MM|SIGMOD|VLDB|OSDI|SOSP|NSDI|USENIX Security|STOC|FOCS|SODA|T-?PAMI|IJCV|TMLR|JMLR|TIP|RA-L|Nature(?: \w+)?|Science)\b(?:[- ,']*(?:19|20)?\d\d\b)?/;
const ACCEPTED =
  /\b(?:accepted|to appear|in press|forthcoming|camera[- ]ready|published(?= (?:at|by|in) )|appear(?:s|ed|ing)?(?= (?:at|in) )|presented(?= at ))\b(?:[^.;]{0,30}?\b(?:at|in|to|by|for(?! (?:oral |poster )?p\w+ation)) (?:the )?(?<venue>(?!https?:)[^.;()]{2,80}))?/i;
const NOT_YET =
  /\b(?:submitted|submission|under (?:double[- ]blind )?review|in review|preparation|rejected|withdrawn)\b/i;
const WORKSHOP = /\bworkshops?\b/i;

/** Where a paper was accepted or published, by its authors' comments; null for one that is only submitted. */
export function findVenue(comments: string | null): { kind: 'venue' | 'workshop'; value: string } | null {
  if (!comments) return null;
  const accepted = ACCEPTED.exec(comments);
  const known = KNOWN.exec(comments)?.[0];
  if (!accepted && (!known || NOT_YET.test(comments))) return null;
  const value = (known ?? accepted?.groups?.['venue'] ?? '').trim().replace(/\s+/g, ' ');
  return { kind: WORKSHOP.test(comments) ? 'workshop' : 'venue', value };
}

const MEASURED = /\d(?:[\d.,]*)\s*(?:\\?%|×|x\b|times\b|points?\b|dB\b|FPS\b|fold\b)|\bby \d/i;
const ON_REAL_DATA =
  /\breal[- ]world (?:data\w*|experiments?|robots?|deployments?|scen\w+|environments?|benchmarks?|applications?)|\b(?:on|with) (?:a )?(?:physical|real) (?:robots?|hardware)|\blarge[- ]scale (?:\w+ )?(?:data\w*|benchmark|study|corpus)|\bdeployed\b/i;

/** What an abstract says of its findings: sentences with a cue of one, 0 to 3, whether numbers go with them, and real data. */
export function readFindings(abstract: string): { sentences: number; measured: boolean; onRealData: boolean } {
  const cues = splitSentences(abstract).filter(isKeySentence);
  return {
    sentences: Math.min(3, cues.length),
    measured: cues.some((sentence) => MEASURED.test(sentence)),
    onRealData: ON_REAL_DATA.test(abstract),
  };
}
