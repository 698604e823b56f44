import type { Words } from './words';

const zh = {
  papers: '论文导读（{n} 篇）',
  title: '标题',
  titleChinese: '中文标题',
  authors: '作者',
  published: '首次发表',
  categories: '分类',
  comments: '备注',
  journalRef: '期刊',
  links: '链接',
  tags: '标签',
  note: '笔记',
  abstract: '摘要',
  analysis: '解读',
  gist: '一句话',
  from: '解读来源',
  link: '链接',
  citeKey: '引用键',
  findings: '关键发现',
  other: '其他',
  footer: '解读由模型生成，可能有误，请以原文为准。',
  labelled: '{label}：{text}',
  pause: '、',
};

export type ExportWords = { readonly [K in keyof typeof zh]: string };

/** Labels of what leaves Daodu as Markdown, rich or plain text. */
export const exportWords: Words<typeof zh> = {
  zh,
  en: {
    papers: 'Papers and their analyses ({n})',
    title: 'Title',
    titleChinese: 'Chinese title',
    authors: 'Authors',
    published: 'First published',
    categories: 'Categories',
    comments: 'Comments',
    journalRef: 'Journal reference',
    links: 'Links',
    tags: 'Tags',
    note: 'Notes',
    abstract: 'Abstract',
    analysis: 'Analysis',
    gist: 'In brief',
    from: 'Source of the analysis',
    link: 'Link',
    citeKey: 'Citation key',
    findings: 'Key findings',
    other: 'Other',
    footer: 'The analysis was written by a model and may be wrong; the paper decides.',
    labelled: '{label}: {text}',
    pause: ', ',
  },
};
