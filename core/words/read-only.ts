import type { Words } from './words';

const zh = {
  title: '现在只能看，不能改',
  lost: '浏览器断开了论文库，重新打开过一次，没有成功。已经写入的内容没有改动。',
  gone: '论文库的文件不见了，可能被清理掉了，或者已经损坏。快照在别处，没有受影响。',
  kept: '本页读过的 {n} 篇论文还在（其中收藏 {saved} 篇，连同标签和笔记）。请先导出一份，再重新打开浏览器试试。',
  keptGone:
    '本页读过的 {n} 篇论文还在（其中收藏 {saved} 篇，连同标签和笔记）。请先导出一份，再重新打开浏览器，用快照或备份恢复。',
  nothing: '本页还没有读过论文，没有可以导出的。请重新打开浏览器试试。',
  json: '导出 JSON',
  markdown: '导出 Markdown',
  retry: '再试一次',
  still: '还是没有连上。',
  unreadGuide: '这篇的解读没有打开过，现在读不到；导出里有它的标题、摘要、标签和笔记。',
  why: '论文库断开了，现在只能看',
  found: '论文库又连上了，可以照常使用。',
  unread: '这里没有读过',
  unreadHint: '论文库断开之前没有打开过这里，现在读不到。请回到读过的列表，或者导出之后重新打开浏览器。',
};

export type ReadOnlyWords = { readonly [K in keyof typeof zh]: string };

/** Words of a library page that has lost the library: what was read is there, and nothing can be written. */
export const readOnlyWords: Words<typeof zh> = {
  zh,
  en: {
    title: 'You can read, but not change anything',
    lost: 'The browser dropped the library; it was opened again once, without success. What has been written is unchanged.',
    gone: 'The files of the library are no longer there: they may have been cleaned away, or were broken. Snapshots are kept elsewhere.',
    kept: 'This page still has the {n} {n:paper|papers} that it has read ({saved} saved, with their tags and notes). Please export them first, then restart the browser.',
    keptGone:
      'This page still has the {n} {n:paper|papers} that it has read ({saved} saved, with their tags and notes). Please export them first, then restart the browser and restore a snapshot or a backup.',
    nothing: 'This page has read no papers yet, so there is nothing to export. Please restart the browser.',
    json: 'Export JSON',
    markdown: 'Export Markdown',
    retry: 'Try again',
    still: 'Still out of reach.',
    unreadGuide:
      'Its analyses were not open before and cannot be read now; what is exported has its title, abstract, tags and note.',
    why: 'The library was dropped: you can read only',
    found: 'The library is there again.',
    unread: 'This was not read before',
    unreadHint:
      'It was not open before the library was dropped, so it cannot be read now. Please go back to a list that was, or export and restart the browser.',
  },
};
