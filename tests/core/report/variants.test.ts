import { describe, expect, test } from 'vitest';
import { readAnalysis } from '@/core/report/analysis';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { samplePaper, sampleReport } from './sample';
import { NO_FAILURES, VARIANT_ANALYSES, VARIANT_FAILURES } from './variant-analyses';

const filled = (text: string) => text.replace(/[\s*#>-]/g, '');

describe.each(VARIANT_ANALYSES)('an analysis with $name', ({ markdown, sections, basis }) => {
  const { analysis } = readAnalysis(markdown, 'We present a method. It is wrapped - as many are. It works.');

  test('has its main sections, as written, each for what it is', () => {
    const titled = analysis?.sections.filter(({ title }) => title !== '') ?? [];
    expect(titled.map(({ part, title }) => `${part} ${title}`)).toEqual(sections);
  });
  test('says what it rests on', () => expect(analysis?.basis).toBe(basis));
  test('loses no word to its sections', () => {
    const whole = analysis?.sections.map(({ title, markdown: text }) => title + text).join('') ?? '';
    expect(filled(whole)).toBe(filled(markdown));
  });
  test('comes back byte for byte under either marker and under none', () => {
    for (const marker of ['**Analysis:**\n\n', '### 论文解读\n\n', '']) {
      const text = sampleReport([samplePaper({ analysis: marker + markdown }), samplePaper({ id: '2512.00002v2' })]);
      const { report } = parseReport(text);
      expect(formatReport(report)).toBe(text);
      expect(report.papers).toHaveLength(2);
      expect(report.papers[0]?.keyFindings).toHaveLength(2);
      // Without a marker, English prose cannot be told from the abstract.
      if (marker === '' && /^(?:Here|\*\*Title)/.test(markdown)) continue;
      expect(report.papers[0]?.analysis?.sections).toEqual(analysis?.sections);
    }
  });
});

describe('a text in which the model asks for the paper', () => {
  test.each(VARIANT_FAILURES)('is no analysis: %s', (markdown) => {
    expect(readAnalysis(markdown, '')).toEqual({ analysis: null, failure: markdown });
  });
  test.each(NO_FAILURES)('is not seen in %s', (markdown) => {
    expect(readAnalysis(markdown, '').failure).toBeNull();
  });
});
