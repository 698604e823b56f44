import type { Language } from '../settings';
import type { Feed, GithubPlace } from './feed';
import { defaultRoutes } from './routes';

type Text = Record<Language, string>;

/** A public feed as it is offered; none is subscribed to by itself. */
export interface FeedPreset {
  id: string;
  name: Text;
  /** One line. */
  description: Text;
  /** What it lacks, in figures that were counted on its real files (up to September 2026). */
  figures: Text;
  licence: Text;
  /** Of the analyses. */
  language: Language;
  /** What the analyses are written from; `mixed`: some from the full text, some from the abstract. */
  basis: 'abstract' | 'mixed';
  /** Categories that stand first in the papers of a day that was looked at: others may come. */
  categories: readonly string[];
  github: GithubPlace;
  usualMinutes: number;
  weekdaysOnly: boolean;
}

/** The generator of the first, third and fourth runs at 01:30 UTC; its upstream's files come from 12:00 to 15:59 in Beijing. */
const NOON = 12 * 60;
/** The second runs at 02:00 UTC, 10:00 in Beijing. How long it writes was not measured; an hour is allowed for it. */
const ELEVEN = 11 * 60;

const daily = (owner: string, branch: string, language: string): GithubPlace => ({
  owner,
  repo: 'daily-arXiv-ai-enhanced',
  branches: [branch],
  path: `data/{date}_AI_enhanced_${language}.jsonl`,
  // Their sites read the raw files; that they hold them too is not known.
  pages: null,
});

/** In the order in which they are offered. */
export const FEED_PRESETS: readonly FeedPreset[] = [
  {
    id: 'daily-arxiv',
    name: { zh: 'daily-arXiv-ai-enhanced', en: 'daily-arXiv-ai-enhanced' },
    description: {
      zh: '每天的新论文，每篇五段中文解读：一句话、动机、方法、结果、结论。',
      en: 'The day’s new papers, each in five Chinese parts: one line, motivation, method, result, conclusion.',
    },
    figures: {
      zh: '解读仅据摘要，没有局限和未来工作。2026 年 3–6 月抓取的 37,014 条里，有 9,254 条没有出现在解读文件里。407 天里有 89 天与前一天九成以上相同，多在周末。每天的篇数中位数约 220，最多 532（2026 年 3–6 月）。',
      en: 'Written from abstracts alone, without limitations or future work. Of 37,014 entries crawled in March to June 2026, 9,254 are missing from the analysed files. 89 of 407 days repeat over nine tenths of the day before, mostly at weekends. A day has about 220 papers (median), 532 at most (March to June 2026).',
    },
    licence: {
      zh: 'Modified Apache License，另有对第三方内容的免责条款；摘要归论文作者所有。',
      en: 'Modified Apache License, with a no-liability clause on third-party content; abstracts belong to their authors.',
    },
    language: 'zh',
    basis: 'abstract',
    categories: ['cs.CE', 'cs.CV', 'cs.GR', 'cs.GT', 'cs.IT'],
    github: daily('dw-dengwei', 'data', 'Chinese'),
    usualMinutes: NOON,
    weekdaysOnly: false,
  },
  {
    id: 'everyday-cv',
    name: { zh: 'everyday_my_arxiv 计算机视觉日报', en: 'everyday_my_arxiv, computer vision' },
    description: {
      zh: '计算机视觉每个工作日一份中文日报：今日概览，和其中论文的解读。',
      en: 'A Chinese report on computer vision every weekday: an overview, and analyses of the papers in it.',
    },
    figures: {
      zh: '约 280 份（2025-08-27 起），只在工作日发布。解读有的据全文，有的仅据摘要，一份里两种都有；有的论文没有解读。读过的 54 份里，8 份没有今日概览。关键发现是英文摘要的原句。',
      en: 'About 280 reports since 2025-08-27, on weekdays only. Some analyses are written from the full text, some from the abstract, mixed within one report; some papers have none. Of 54 reports that were read, 8 have no overview. Key findings are English sentences of the abstract.',
    },
    licence: {
      zh: '没有查到许可说明，仅供自己阅读；摘要归论文作者所有。',
      en: 'No licence was found, so for your own reading only; abstracts belong to their authors.',
    },
    language: 'zh',
    basis: 'mixed',
    categories: ['cs.CV'],
    github: {
      owner: 'Owen-Liuyuxuan',
      repo: 'papers_reading_sharing.github.io',
      // The files stand on the default branch, which has had both names.
      branches: ['master', 'main'],
      path: 'docs/other_categories/daily/arxiv_cv_report_{date}.md',
      // MkDocs publishes pages made from the files, not the files.
      pages: null,
    },
    usualMinutes: ELEVEN,
    weekdaysOnly: true,
  },
  {
    id: 'daily-arxiv-xmkxabc',
    name: { zh: 'daily-arXiv-ai-enhanced（xmkxabc）', en: 'daily-arXiv-ai-enhanced (xmkxabc)' },
    description: {
      zh: '同一个生成程序的另一份，每篇十段，含中文标题、摘要翻译和关键词。',
      en: 'Another edition by the same generator, in ten parts, with the title and abstract in Chinese, and keywords.',
    },
    figures: {
      zh: '解读仅据摘要，没有局限和未来工作。只核对过 2025-06-29 一天（450 篇）；是否完整、是否仍在更新，请以预览为准。',
      en: 'Written from abstracts alone, without limitations or future work. Only one day was looked at, 2025-06-29 (450 papers); see the preview for whether it is complete and still goes on.',
    },
    licence: {
      zh: 'Apache License 2.0；摘要归论文作者所有。',
      en: 'Apache License 2.0; abstracts belong to their authors.',
    },
    language: 'zh',
    basis: 'abstract',
    categories: ['cs.AI', 'cs.CL', 'cs.CR', 'cs.CV', 'cs.LG', 'cs.RO', 'cs.SE', 'eess.IV', 'eess.SY', 'math.NA'],
    github: daily('xmkxabc', 'main', 'Chinese'),
    usualMinutes: NOON,
    weekdaysOnly: false,
  },
  {
    id: 'daily-arxiv-70asunflower',
    name: { zh: 'daily-arXiv-ai-enhanced（70asunflower）', en: 'daily-arXiv-ai-enhanced (70asunflower)' },
    description: {
      zh: '同一个生成程序的英文版，按关键词打分后选出的少量论文。',
      en: 'An English edition by the same generator: a few papers, chosen by a score of keywords.',
    },
    figures: {
      zh: '解读是英文，仅据摘要。只核对过 2026-06-17 一天（14 篇）；是否完整、是否仍在更新，请以预览为准。',
      en: 'In English, from abstracts alone. Only one day was looked at, 2026-06-17 (14 papers); see the preview for whether it is complete and still goes on.',
    },
    licence: {
      zh: 'Modified Apache License；摘要归论文作者所有。',
      en: 'Modified Apache License; abstracts belong to their authors.',
    },
    language: 'en',
    basis: 'abstract',
    categories: ['cs.AR', 'cs.DC', 'cs.LG', 'cs.RO'],
    github: daily('70asunflower', 'data', 'English'),
    usualMinutes: NOON,
    weekdaysOnly: false,
  },
];

/** A feed as the reader first sees it, with one route on; `subscribedAt` is epoch milliseconds. */
export function feedFromPreset(preset: FeedPreset, id: string, subscribedAt: number, language: Language): Feed {
  const { name, github, usualMinutes, weekdaysOnly } = preset;
  return {
    id,
    name: name[language],
    presetId: preset.id,
    template: '',
    github,
    routes: defaultRoutes(github),
    prefix: '',
    usualMinutes,
    weekdaysOnly,
    subscribedAt,
  };
}
