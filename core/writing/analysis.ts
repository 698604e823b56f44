import type { Part, Section } from '../paper';
import type { Language } from '../settings';
import type { WrittenGuide } from './written';

const HEADINGS: Readonly<Record<Language, Readonly<Record<Part, string>>>> = {
  zh: {
    gist: '一句话总结',
    translation: '译文',
    contribution: '主要贡献',
    problem: '研究问题',
    method: '方法',
    results: '主要结果',
    limitations: '局限',
    future: '后续工作',
    impact: '影响',
    applications: '应用',
    comparison: '与相关工作的对比',
    guide: '实践',
    conclusion: '总结',
    other: '',
  },
  en: {
    gist: 'In one sentence',
    translation: 'Translation',
    contribution: 'Main contribution',
    problem: 'Problem',
    method: 'Method',
    results: 'Main results',
    limitations: 'Limitations',
    future: 'Future work',
    impact: 'Impact',
    applications: 'Applications',
    comparison: 'Related work',
    guide: 'In practice',
    conclusion: 'Conclusion',
    other: '',
  },
};
const INFERRED: Readonly<Record<Language, string>> = { zh: '（推断）', en: ' (inferred)' };

/**
 * The parts as sections of an analysis. A part that the model inferred says so in its title, which is how `buildGuide`, an
 * export and whoever imports that again know it.
 */
export function toSections(guide: WrittenGuide, language: Language): Section[] {
  return guide.parts.map(({ part, markdown, inferred }) => {
    const heading = HEADINGS[language][part];
    return { part, title: heading === '' || !inferred ? heading : heading + INFERRED[language], markdown };
  });
}

/** The whole text of an analysis, a heading for each part; cut again by its headings it gives the same parts. */
export function toAnalysisMarkdown(guide: WrittenGuide, language: Language): string {
  return toSections(guide, language)
    .map(({ title, markdown }) => (title === '' ? markdown : `### ${title}\n\n${markdown}`))
    .join('\n\n');
}

/**
 * What was written before an interruption with what was written after it. A part that both have is the first's: it may have been
 * read already.
 */
export function joinGuides(first: WrittenGuide, rest: WrittenGuide): WrittenGuide {
  const written = new Set(first.parts.map(({ part }) => part));
  return {
    titleChinese: first.titleChinese ?? rest.titleChinese,
    parts: [...first.parts, ...rest.parts.filter(({ part }) => !written.has(part))],
    findings: first.findings.length > 0 ? first.findings : rest.findings,
    prose: first.prose || rest.prose,
  };
}
