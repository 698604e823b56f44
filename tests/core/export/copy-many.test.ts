import { describe, expect, test } from 'vitest';
import { COPY_FORMATS, isCitation, isRich } from '@/core/export/copy-formats';
import { copySteps } from '@/core/export/copy-many';
import { runSteps } from '@/core/steps';
import { paperOf } from './papers';

const papers = [paperOf(), paperOf({ paper: { id: '2401.00001', title: 'Another' } }), paperOf()];
const copy = (format: Parameters<typeof copySteps>[1]) => runSteps(copySteps(papers, format, { language: 'zh' }));

describe('papers for the clipboard', () => {
  test.each(['text', 'rich', 'markdown', 'bibtex'] as const)('stand below each other as %s, each once', (format) => {
    const { text } = copy(format);
    expect(text.indexOf('Diffusion Knows Transparency')).toBeLessThan(text.indexOf('Another'));
    expect(text.match(/Diffusion Knows Transparency/g)).toHaveLength(1);
  });

  test('have HTML where they are copied rich, and no other', () => {
    expect(copy('rich').html.split('<hr>')).toHaveLength(2);
    for (const format of ['text', 'markdown', 'bibtex'] as const) expect(copy(format).html).toBe('');
    expect(COPY_FORMATS.filter(isRich)).toEqual(['rich', 'gb', 'apa', 'ieee', 'comparison']);
    expect(COPY_FORMATS.filter(isCitation)).toEqual(['gb', 'apa', 'ieee']);
  });
});
