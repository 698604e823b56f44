import { mergeGlossary, parseGlossary } from '@/core/glossary';
import { buildGuide } from '@/core/guide/build';
import { type Guide, guideEdition } from '@/core/guide/guide';
import type { AnalysisRecord, PaperRecord } from '@/core/library/records';
import type { Language } from '@/core/settings';
import { panelWords } from '@/core/words/panel';
import { readText } from './texts';
import { readSettings } from './settings';

/** What renders analyses for this reader: with the reader's glossary, and numbers looked up in what there is of the paper. */
export interface GuideBuilder {
  /** What these guides are rendered as. */
  edition: number;
  /** Of the interface. */
  language: Language;
  build: (analysis: AnalysisRecord, paper: PaperRecord) => Promise<Guide>;
}

/** Reads what rendering depends on, once for many analyses. */
export async function readBuilder(): Promise<GuideBuilder> {
  const settings = await readSettings();
  const glossary = mergeGlossary(parseGlossary(settings.glossary));
  const words = panelWords[settings.language];
  return {
    edition: guideEdition(settings),
    language: settings.language,
    async build(analysis, paper) {
      const stored = analysis.checkedText === undefined ? null : await readText(analysis.checkedText);
      return buildGuide(analysis, paper, { glossary, words, text: stored?.text ?? null });
    },
  };
}
