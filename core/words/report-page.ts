import type { Words } from './words';

const zh = {
  via: '经 {host} 获取',
  analysed: '{n} 篇有解读',
  accountOfDay: '按当天全部 {n} 份日报合计。',
  printReport: '打印',
  exportReportMarkdown: 'Markdown',
  exportReportHtml: '网页（HTML，单个文件）',
  exportReportJson: 'JSON（可再导入）',

  rest: '其余 {n} 篇',
  seenBefore: '以前出现过 {n} 篇',
  failedHint: '来源在解读的位置给出的文字不是解读，点开可以看到原文',
  failureTitle: '这份日报没有这篇论文的解读，来源给出的原话是：',
  pruned: '这份日报导入 {days} 天之后，没有收藏过、也没有打开过的论文已从论文库取出。日报的原文还在。',
  bringBack: '重新导入这一天',
  bringingBack: '正在重新导入……',
  broughtBack: '已重新导入：新增 {added} 篇，合并 {merged} 篇。',
  noText: '这份日报的原文已经不在论文库里。',
  prunedPaper: '已取出',
  prunedPaperHint: '这篇论文的解读已按“保留天数”从论文库取出，可以在日报的页面重新导入',
  severalOfDay: '这一天有 {n} 份',
  why: '依据',
  whyOf: '依据：{title}',

  contents: '目录',
  abstract: '英文摘要',
  made: '由导读 Daodu 从日报导出。',
  more: '另外 {n} 位',
  backToReport: '返回日报',
  printHint: '打印窗口没有自动出现时，点“打印”，或按 Ctrl+P（苹果电脑按 ⌘P）。',
};

export type ReportPageWords = { readonly [K in keyof typeof zh]: string };

/** Texts of a report's page, and of what leaves it on paper or as a file. */
export const reportPageWords: Words<typeof zh> = {
  zh,
  en: {
    via: 'via {host}',
    analysed: '{n} analysed',
    accountOfDay: 'All {n} reports of this day taken together.',
    printReport: 'Print',
    exportReportMarkdown: 'Markdown',
    exportReportHtml: 'Web page (HTML, one file)',
    exportReportJson: 'JSON (can be imported)',

    rest: '{n} more',
    seenBefore: '{n} seen on earlier days',
    failedHint: 'The source has a text in place of the analysis that is none; open the paper to read it',
    failureTitle: 'This report has no analysis of the paper. What its source says instead:',
    pruned:
      'Papers of this report that you neither saved nor opened were taken out of the library {days} {days:day|days} after it came in. The text of the report is kept.',
    bringBack: 'Import this day again',
    bringingBack: 'Importing again…',
    broughtBack: 'Imported again: {added} {added:paper|papers} added, {merged} merged.',
    noText: 'The text of this report is no longer in the library.',
    prunedPaper: 'Taken out',
    prunedPaperHint: 'The analysis was taken out of the library, as the settings say; the report can be imported again',
    severalOfDay: '{n} on this day',
    why: 'Why',
    whyOf: 'Why: {title}',

    contents: 'Contents',
    abstract: 'Abstract',
    made: 'Exported from a daily report by Daodu 导读.',
    more: '{n} more',
    backToReport: 'Back to the report',
    printHint: 'If no print dialog opens, click “Print” or press Ctrl+P (⌘P on a Mac).',
  },
};
