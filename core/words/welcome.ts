import type { Words } from './words';

const zh = {
  title: '导读 Daodu',
  what1: '打开 arXiv 的论文页，摘要上方就是这篇论文的中文解读。',
  what2: '点工具栏上的“导”字，看当天的日报和值得先读的论文。',
  what3: '点 ☆ 收藏论文，在论文库里检索，导出 BibTeX、Markdown 和 JSON。',
  language: '界面语言',
  chinese: '简体中文',
  english: 'English',
  categories: '你关注哪些分类',
  categoriesHint: '可以不选，以后也能在设置里改。',
  sample: '导入示例日报（六篇经典论文）',
  privacy: '日报、收藏和设置只存在这台电脑的浏览器里，不会发送到任何地方。不需要账号，也不收集使用情况。',
  start: '开始使用',
  startWithSample: '导入示例，开始使用',
  working: '正在导入…',
  failed: '示例没有导入，你的选择已经保存。{reason}',
  library: '打开论文库',
};

export const welcomeWords: Words<typeof zh> = {
  zh,
  en: {
    title: 'Daodu 导读',
    what1: 'Open the page of a paper on arXiv: above its abstract stands its analysis in Chinese.',
    what2: 'Click 导 in the toolbar for the report of the day and the papers to read first.',
    what3: 'Save papers with ☆, search them in the library, export BibTeX, Markdown and JSON.',
    language: 'Language of the interface',
    chinese: '简体中文',
    english: 'English',
    categories: 'Which categories do you follow?',
    categoriesHint: 'You may leave this empty and change it in the settings later.',
    sample: 'Import the sample report (six classic papers)',
    privacy:
      'Reports, saved papers and settings stay in the browser of this computer and are sent nowhere. There is no account, and use is not tracked.',
    start: 'Start',
    startWithSample: 'Import the sample and start',
    working: 'Importing…',
    failed: 'The sample was not imported; your choices are saved. {reason}',
    library: 'Open the library',
  },
};
