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
  daily: '每个工作日在这台电脑上生成日报',
  dailyHint: '只向 arXiv 询问所选分类当天公告的论文，不需要模型，也不需要账号。随时可以在设置里关掉。',
  dailyNeedsCategory: '选了分类才能生成。',
  sample: '导入示例日报（六篇经典论文）',
  privacy:
    '日报、收藏和设置只存在这台电脑的浏览器里，不会发送到任何地方；生成日报时，只有 arXiv 知道问的是哪些分类。不需要账号，也不收集使用情况。',
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
    daily: 'Make a report on this computer each weekday',
    dailyHint:
      'It asks arXiv alone what was announced in these categories. No model and no account is needed; turn it off in the settings at any time.',
    dailyNeedsCategory: 'It needs a category.',
    sample: 'Import the sample report (six classic papers)',
    privacy:
      'Reports, saved papers and settings stay in the browser of this computer and are sent nowhere; for a daily report arXiv alone learns which categories are asked for. There is no account, and use is not tracked.',
    start: 'Start',
    startWithSample: 'Import the sample and start',
    working: 'Importing…',
    failed: 'The sample was not imported; your choices are saved. {reason}',
    library: 'Open the library',
  },
};
