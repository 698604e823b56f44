// Apart from id.ts, whose table of archives the panel's script does without.

/** The paper's page at Cool Papers. */
export function papersCoolUrl(id: string): string {
  return `https://papers.cool/arxiv/${id}`;
}

export function alphaxivUrl(id: string): string {
  return `https://www.alphaxiv.org/abs/${id}`;
}
