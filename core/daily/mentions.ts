import { safeHref } from '../render/allowed';

const CODE_HOST =
  /\bhttps?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|huggingface\.co|codeberg\.org|gitee\.com)\/[\w.~/%-]+/i;

/** The address of the code or weights that authors name in their abstract or comments; null where they name none. */
export function findCodeUrl(texts: readonly (string | null)[]): string | null {
  for (const text of texts) {
    const found = CODE_HOST.exec(text ?? '')?.[0].replace(/[./-]+$/, '');
    const href = found === undefined ? null : safeHref(found);
    // A host alone, or the page of an account, is no code.
    if (href !== null && new URL(href).pathname.split('/').filter(Boolean).length >= 2) return href;
  }
  return null;
}

const VENUES =
  'CVPR|ICCV|ECCV|WACV|BMVC|ACCV|3DV|MICCAI|MIDL|ISBI|NeurIPS|NIPS|ICLR|ICML|AAAI|IJCAI|AISTATS|UAI|COLT|CoRL|ICRA|IROS|RSS|ACL|EMNLP|NAACL|EACL|COLING|COLM|INTERSPEECH|ICASSP|SIGGRAPH(?: Asia)?|ACM MM|ACM Multimedia|CHI|UIST|KDD|SIGIR|WWW|WSDM|CIKM|RecSys|ICME|ICIP|ISMAR|IEEE VR|TPAMI|IJCV|TMLR|JMLR|TNNLS|TIP|TMI|TVCG|TOG|RA-L|T-RO|Nature(?: \\p{Lu}\\p{Ll}+){0,2}|Science(?: Robotics| Advances)?';
// Names of venues are words too: only as they are written.
const VENUE = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${VENUES})(?![\p{L}])(?:\s*['’]?\s*(?:20)?\d\d(?!\d))?`, 'u');
const NOT_YET = /\b(?:submitted|submission|under review|in review|to be submitted|rejected)\b/i;

/** The venue that authors name in their comments, with its year as written; null where none is, or only hoped for. */
export function findVenue(comments: string | null): string | null {
  if (comments === null || NOT_YET.test(comments)) return null;
  return VENUE.exec(comments)?.[0].replace(/\s+/g, ' ') ?? null;
}
