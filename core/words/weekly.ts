import type { Words } from './words';

const zh = {
  title: '本周周报',
  titleLast: '上周周报',
  titleEarlier: '周报',
  days: '{from} 至 {to}',
  thisWeek: '本周',
  lastWeek: '上周',
  earlier: '前一周',
  later: '后一周',
  account: '收藏 {saved} 篇，读过 {read} 篇，写了笔记 {noted} 篇；日报 {reports} 份，共 {papers} 篇。',
  nothing: '这一周没有收藏、读过或写过笔记的论文，也没有日报。',
  groups: '按标签和类别',
  untagged: '其他',
  saved: '收藏',
  read: '读过',
  noted: '笔记',
  chosen: '日报里排在前面的论文',
  report: '{date} {source}（{n} 篇）',
  copy: '复制（Markdown 和富文本）',
  markdown: '下载 Markdown',
  html: '下载网页',
  copied: '周报已复制。',
  copyFailed: '没有复制成功，请再点一次。',
  file: '周报',
  downloaded: '已下载：{file}',
};

export type WeeklyWords = { readonly [K in keyof typeof zh]: string };

/** Texts of the weekly report. */
export const weeklyWords: Words<typeof zh> = {
  zh,
  en: {
    title: 'This week in papers',
    titleLast: 'Last week in papers',
    titleEarlier: 'A week in papers',
    days: '{from} to {to}',
    thisWeek: 'This week',
    lastWeek: 'Last week',
    earlier: 'The week before',
    later: 'The week after',
    account:
      '{saved} saved, {read} read, {noted} with notes; {reports} daily {reports:report|reports} with {papers} {papers:paper|papers}.',
    nothing: 'In this week no paper was saved, read or given a note, and there is no daily report.',
    groups: 'By tag and category',
    untagged: 'Others',
    saved: 'saved',
    read: 'read',
    noted: 'note',
    chosen: 'First in the daily reports',
    report: '{date} {source} ({n})',
    copy: 'Copy (Markdown and rich text)',
    markdown: 'Download Markdown',
    html: 'Download a web page',
    copied: 'The weekly report was copied.',
    copyFailed: 'That was not copied; please click again.',
    file: 'week',
    downloaded: 'Downloaded {file}',
  },
};
