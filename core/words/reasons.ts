import type { Reason, ReasonKind } from '../daily/local-score';
import type { Language } from '../settings';
import { fill, type Words } from './words';

const zh = {
  'primary-title': '标题里有主要关键词“{text}”',
  'primary-abstract': '摘要里有主要关键词“{text}”',
  'secondary-title': '标题里有次要关键词“{text}”',
  'secondary-abstract': '摘要里有次要关键词“{text}”',
  excluded: '有排除词“{text}”',
  author: '有关注的作者 {text}',
  findings: '摘要里有 {text} 句说到主要发现',
  measured: '发现附有数字',
  'real-data': '用了真实或大规模的数据',
  code: '代码或数据在 {text}',
  page: '有项目主页 {text}',
  promised: '摘要或备注说代码或数据会公开',
  venue: '已被接收或发表：{text}',
  workshop: '已被研讨会接收：{text}',
  cross: '交叉列出，原在：{text}',
  replaced: '旧论文的新版本',
  saved: '与收藏过的论文相近：{text}',
  dismissed: '与不感兴趣的论文相近：{text}',
} satisfies Record<ReasonKind, string>;

/** Why a paper has its score. */
const reasonWords: Words<typeof zh> = {
  zh,
  en: {
    'primary-title': 'Primary keyword “{text}” in the title',
    'primary-abstract': 'Primary keyword “{text}” in the abstract',
    'secondary-title': 'Secondary keyword “{text}” in the title',
    'secondary-abstract': 'Secondary keyword “{text}” in the abstract',
    excluded: 'Excluded word “{text}”',
    author: 'By {text}, an author you follow',
    findings: 'Key findings in the abstract, sentences: {text}',
    measured: 'Findings with numbers',
    'real-data': 'Real or large-scale data',
    code: 'Code or data at {text}',
    page: 'Project page {text}',
    promised: 'Code or data said to be public',
    venue: 'Accepted or published: {text}',
    workshop: 'Accepted at a workshop: {text}',
    cross: 'Cross-listed from: {text}',
    replaced: 'A new version of an older paper',
    saved: 'Like papers you saved: {text}',
    dismissed: 'Like papers you dismissed: {text}',
  },
};

/** A reason in words, with what it added: `标题里有主要关键词“world model”（+3）`. */
export function describeReason({ kind, text, points }: Reason, language: Language): string {
  // Comments may say that a paper was accepted, but not where.
  const sentence = fill(reasonWords[language][kind], { text }).replace(/\s*[：:]\s*$/, '');
  const sum = `${points < 0 ? '−' : '+'}${Number(Math.abs(points).toFixed(2))}`;
  return language === 'zh' ? `${sentence}（${sum}）` : `${sentence} (${sum})`;
}
