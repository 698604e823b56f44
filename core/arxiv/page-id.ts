import type { ArxivId } from './id';

const PATH =
  /^\/+abs\/+(?:arxiv:)?(?:(\d{4}\.\d{4,5})|([a-z-]+)(?:\.[a-z-]{2,})?(\/\d{7}))(?:v([1-9]\d{0,3}))?[\s/]*$/i;

/**
 * Reads the id in an address of arXiv's abstract pages, as `parseAbsUrl` does, and in much less code for the script that runs
 * there: it knows neither hosts nor archives nor months, so it also reads ids that arXiv never gave out. Their pages show no
 * paper, and the background, which has the last word, knows better.
 */
export function readPageId(url: string): ArxivId | null {
  let found: RegExpExecArray | null;
  try {
    found = PATH.exec(decodeURIComponent(new URL(url).pathname));
  } catch {
    return null;
  }
  const [, number, archive, oldNumber, version] = found ?? [];
  // The subject class is not part of the identity: math.GT/0309136 is math/0309136.
  const base = number ?? (archive && oldNumber ? `${archive}${oldNumber}`.toLowerCase() : null);
  return base === null ? null : { base, version: version ? Number(version) : null };
}
