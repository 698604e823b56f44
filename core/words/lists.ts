import type { Words } from './words';

const zh = {
  paste: '或者粘贴编号、链接、BibTeX、RIS',
  pasteExample: '2512.23705\nhttps://arxiv.org/abs/1706.03762\n@article{…}',
  take: '导入这些论文',
  pasted: '粘贴的内容',
  asking:
    '正在向 arXiv 补全标题、作者和摘要，还有 {left} 篇，已补全 {done} 篇。每 3 秒请求一次，每次最多 100 篇；可以离开这一页。',
  waiting: '还有论文等着向 arXiv 补全标题、作者和摘要，稍后会自动再试。',
  absent: 'arXiv 上没有这些编号：{ids}',
  more: '{ids} 等 {n} 个',
  comma: '、',
};

export type ListWords = { readonly [K in keyof typeof zh]: string };

/** Texts about lists of papers that are brought from elsewhere. */
export const listWords: Words<typeof zh> = {
  zh,
  en: {
    paste: 'Or paste identifiers, links, BibTeX or RIS',
    pasteExample: '2512.23705\nhttps://arxiv.org/abs/1706.03762\n@article{…}',
    take: 'Import these papers',
    pasted: 'What was pasted',
    asking:
      'Asking arXiv for titles, authors and abstracts: {left} left, {done} done. There is one request every 3 seconds, for 100 papers at most; you may leave this page.',
    waiting:
      'Some papers still wait for arXiv to tell their titles, authors and abstracts; it is asked again later by itself.',
    absent: 'arXiv does not know {ids}',
    more: '{ids} and others, {n} in all',
    comma: ', ',
  },
};
