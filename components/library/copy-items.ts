import { COPY_FORMATS, type CopyFormat } from '@/core/export/copy-formats';
import type { CopyingWords } from '@/core/words/copying';

const LABELS: Record<CopyFormat, keyof CopyingWords> = {
  text: 'copyText',
  rich: 'copyRich',
  markdown: 'copyMarkdown',
  gb: 'copyGb',
  apa: 'copyApa',
  ieee: 'copyIeee',
  bibtex: 'copyBibtex',
  comparison: 'copyComparison',
};

/** 复制为 as a menu lists it. */
export function copyItems(words: CopyingWords): { value: CopyFormat; label: string }[] {
  return COPY_FORMATS.map((value) => ({ value, label: words[LABELS[value]] }));
}
