import type { Part } from '../paper';
import type { TextLanguage } from '../render/language';

/** A field of an analysis that becomes a section. `keys` are its names in lower case. */
export interface Field {
  part: Part;
  keys: readonly string[];
  titles: Readonly<Record<'zh' | 'en' | 'ja' | 'ko', string>>;
}

/** In the order in which they are read. */
export const FIELDS: readonly Field[] = [
  { part: 'gist', keys: ['tldr'], titles: { zh: '一句话', en: 'TL;DR', ja: '一言で', ko: '한 줄 요약' } },
  // In files of spring 2025 `task` stands where `tldr` does, beside `motivation`.
  { part: 'problem', keys: ['task'], titles: { zh: '任务', en: 'Task', ja: '課題', ko: '과제' } },
  { part: 'problem', keys: ['problem'], titles: { zh: '问题', en: 'Problem', ja: '問題', ko: '문제' } },
  { part: 'problem', keys: ['motivation'], titles: { zh: '动机', en: 'Motivation', ja: '動機', ko: '동기' } },
  { part: 'method', keys: ['method'], titles: { zh: '方法', en: 'Method', ja: '方法', ko: '방법' } },
  { part: 'results', keys: ['result', 'results'], titles: { zh: '结果', en: 'Results', ja: '結果', ko: '결과' } },
  { part: 'conclusion', keys: ['conclusion'], titles: { zh: '结论', en: 'Conclusion', ja: '結論', ko: '결론' } },
  {
    part: 'translation',
    keys: ['translation', 'abstract_zh', 'abstract_cn', 'summary_zh', 'summary_cn', 'abstract_translation'],
    titles: { zh: '摘要翻译', en: 'Translation of the abstract', ja: '要旨の翻訳', ko: '초록 번역' },
  },
  // An analysis that is no object but a text has no names.
  { part: 'other', keys: [''], titles: { zh: '', en: '', ja: '', ko: '' } },
];

/** The title in Chinese; these and a translation also stand outside of the analysis. */
export const TITLE_KEYS: readonly string[] = ['title_translation', 'title_zh', 'title_cn', 'title_chinese'];
export const KEY_RESULTS = 'key_results';
export const FINDING_KEYS: readonly string[] = ['key_findings', 'keyfindings', 'findings'];

/** Longer names that nobody knows are text of a model that leaked into the place of a name. */
export const LONGEST_KEY = 40;

const byKey = new Map(FIELDS.flatMap((field) => field.keys.map((key) => [key, field])));

export function fieldOf(key: string): Field | undefined {
  return byKey.get(key.toLowerCase());
}

export function titleOf(field: Field, language: TextLanguage): string {
  return field.titles[language === 'other' ? 'en' : language];
}
