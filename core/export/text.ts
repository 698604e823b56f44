import { buildGuide } from '../guide/build';
import type { LibraryPaper } from '../library/records';
import { renderTexText } from '../render/tex-text';
import { plainText } from '../render/text';
import type { Language } from '../settings';
import { exportWords } from '../words/export';
import { panelWords } from '../words/panel';
import { factsOf, labelled, sourceOf } from './facts';

const plain = (text: string) => plainText(renderTexText(text));

/** One paper as plain text for a chat or a mail: its data, then the first analysis, or the abstract where there is none. */
export function toText({ paper, analyses }: LibraryPaper, { language }: { language: Language }): string {
  const words = exportWords[language];
  const facts = factsOf(paper, words).map(({ label, text, url }) => labelled(label, url ?? plain(text), words));
  const blocks = [[plain(paper.title), ...facts].join('\n')];
  const [analysis] = analyses;
  if (analysis) {
    const guide = buildGuide(analysis, paper);
    blocks.push(labelled(words.analysis, sourceOf(analysis, panelWords[language]), words), guide.gist);
    for (const { title, body } of guide.sections) blocks.push([title, plainText(body)].filter(Boolean).join('\n'));
    const findings = guide.findings.items.map(({ body }) => `- ${plainText(body)}`);
    if (findings.length > 0) blocks.push([words.findings, ...findings].join('\n'));
    blocks.push(words.footer);
  } else if (paper.abstract.trim()) {
    blocks.push([words.abstract, plain(paper.abstract)].join('\n'));
  }
  return blocks.filter((block) => block.trim()).join('\n\n');
}
