import { samplePaper, sampleReport } from './sample';

/** A small report as one of the generator's models may have written it, in our own words, with what a reader finds in it. */
export interface WholeReport {
  name: string;
  text: string;
  /** Papers in order. `sections` are the analysis's titled ones as `part title`; a text is the failure's, null: no analysis. */
  papers: {
    id: string;
    sections: readonly string[] | string | null;
    extra?: Record<string, string>;
    findings?: number;
  }[];
  /** Null: no summary. */
  invented: boolean | null;
  /** Titles in the summary, where they are looked at. */
  summary?: readonly string[];
}

const raw = String.raw;
const SAID = '作者把几何先验写进损失函数，在稀疏视角下把误差降到 0.31；消融说明先验比网络的深度更要紧。';
const LIST = raw`*   **几何先验：** 由 $n=4$ 张深度图得到。
    1.  先对齐，再融合。
        - 置信度低的像素不参与。
*   **一致性损失**：\(L_c\) 约束相邻视角。`;
const marked = (text: string) => `**Analysis:**\n\n${text}`;
const paper = (id: string, analysis: string, more: object = {}) =>
  samplePaper({ id: `${id}v1`, title: `Paper ${id.slice(-1)}`, analysis, ...more });

/** Sections in one form of heading, each with some text. */
const sections = (titles: readonly string[], head: (title: string, place: number) => string, body = SAID) =>
  titles.map((title, at) => `${head(title, at + 1)}\n${body}`).join('\n\n');
const FIVE = ['研究问题', '关键创新与方法', '主要结果', '局限性', '未来研究方向'];
const FIVE_PARTS = ['problem', 'method', 'results', 'limitations', 'future'];
const ABSTRACT = ['主要贡献', '关键创新', '对该领域的潜在影响', '相关领域或应用', '可从摘要推断的局限性'];
const ABSTRACT_PARTS = ['contribution', 'method', 'impact', 'applications', 'limitations'];
const SEVEN = ['摘要翻译', '方法动机分析', '方法设计详解', '方法对比分析', '实验表现与优势', '学习与应用', '总结'];
const SEVEN_PARTS = ['translation', 'problem', 'method', 'comparison', 'results', 'guide', 'conclusion'];
const FOUR = ['问题与动机', '核心方法', '主要结果', '局限与意义'];
const FOUR_PARTS = ['problem', 'method', 'results', 'limitations'];
const found = (parts: readonly string[], titles: readonly string[], shape: (title: string, place: number) => string) =>
  titles.map((title, at) => `${parts[at]} ${shape(title, at + 1)}`);

const bold = (title: string, place: number) => `**${place}. ${title}：**`;
const third = (title: string, place: number) => `### ${place}. ${title}`;
const FIVE_BOLD = found(FIVE_PARTS, FIVE, (title, place) => `${place}. ${title}：`);
const OTHER = paper('2512.00009', marked(sections(FIVE, bold)));
const LAST = { id: '2512.00009', sections: FIVE_BOLD };

/** A report of two papers, the first with this analysis. */
const withAnalysis = (analysis: string) => sampleReport([paper('2512.00001', analysis), OTHER]);
const finds = (list: readonly string[] | string | null) => [{ id: '2512.00001', sections: list }, LAST];

export const WHOLE_REPORTS: WholeReport[] = [
  {
    name: 'a summary with a title, a date, headings and rules of its own, doubled at the end',
    text: sampleReport(
      [OTHER],
      `好的，这是为您准备的报告：\n\n---\n\n# Arxiv 计算机视觉日报\n\n**日期：** 2023-10-27\n\n---\n## 执行摘要\n\n${SAID}\n\n## 1. 主要主题与趋势\n\n${LIST}\n\n---\n\n## 2. 值得关注的论文\n\n${SAID}\n---\n\n## Papers\n\n${SAID}\n\n---\n\n---`,
    ),
    papers: [LAST],
    invented: false,
    summary: ['1. 主要主题与趋势', '2. 值得关注的论文'],
  },
  {
    name: 'a summary that stands twice, each under the heading',
    text: sampleReport(
      [OTHER],
      `${SAID}\n\n---\n\n## Executive Summary\n\n### 主要趋势\n\n${SAID}\n\n### 推荐阅读\n\n${SAID}`,
    ),
    papers: [LAST],
    invented: false,
    summary: ['主要趋势', '推荐阅读'],
  },
  {
    name: 'neither summary nor contents nor time, as a copy in a wiki',
    text: sampleReport([paper('2512.00001', ''), OTHER], '')
      .replace('time: 20251230\n\n', '')
      .replace(/## Table of Contents[^]*?---\n\n/, ''),
    papers: finds(null),
    invented: null,
  },
  {
    name: 'the Chinese marker, sub-headings of the same level, a rule glued before the findings',
    text: withAnalysis(
      `### 论文解读\n\n${sections(SEVEN, third).replace('### 4.', `### 3.1 编码\n${LIST}\n\n### 3.2 训练策略\n${SAID}\n\n### Pipeline\n1.  取特征\n2.  融合\n\n### 4.`)}\n---`,
    ).replace('---\n\n**Key', '---\n**Key'),
    papers: finds(found(SEVEN_PARTS, SEVEN, (title, place) => `${place}. ${title}`)),
    invented: false,
  },
  {
    name: 'every kind of analysis in one day',
    text: sampleReport([
      paper('2512.00001', marked(sections(FIVE, bold))),
      paper('2512.00002', marked(sections(ABSTRACT, (title, place) => `### ${place}. ${title} (In English)`))),
      paper('2512.00003', `### 论文解读\n\n${sections(SEVEN, (title, place) => `## ${place}. ${title}`)}`),
      paper('2512.00004', marked(sections(FOUR, (title, place) => `## ${'一二三四'[place - 1]}、${title}`))),
      paper('2512.00005', marked(`${SAID}\n\n${SAID}`)),
      paper('2512.00006', ''),
    ]),
    papers: [
      { id: '2512.00001', sections: FIVE_BOLD },
      {
        id: '2512.00002',
        sections: found(ABSTRACT_PARTS, ABSTRACT, (title, place) => `${place}. ${title} (In English)`),
      },
      { id: '2512.00003', sections: found(SEVEN_PARTS, SEVEN, (title, place) => `${place}. ${title}`) },
      { id: '2512.00004', sections: found(FOUR_PARTS, FOUR, (title, place) => `${'一二三四'[place - 1]}、${title}`) },
      { id: '2512.00005', sections: [] },
      { id: '2512.00006', sections: null },
    ],
    invented: false,
  },
  {
    name: 'all fields again in an analysis, with an anchor, links and findings of its own',
    text: withAnalysis(
      marked(
        `<a id='2512.00001v1'></a>\n\n**Title:** Paper 1\n**Authors:** Someone Else\n**Published:** 1999-01-01\n\n**Abstract:** Another whole abstract.\n\n**Key Findings:**\n\n- 甲\n- 乙\n\n**Links:**\n\n- [PDF](https://example.org/1.pdf)\n\n---\n\n${sections(FIVE, bold)}`,
      ),
    ),
    papers: finds(['results Key Findings:', ...FIVE_BOLD]),
    invented: false,
  },
  {
    name: 'fields nobody knows, before and behind',
    text: sampleReport([
      paper('2512.00001', marked(sections(FIVE, bold)), {
        head: '**Comments:** 12 pages\n\n**DOI:** 10.1000/1\n\n**Citations:** 3\n\n**Scores:** relevance 3',
      }).replace('\n\n**Links:**', '\n\n**Code:** https://example.org/code\n\n**Links:**'),
      OTHER,
    ]),
    papers: [
      {
        id: '2512.00001',
        sections: FIVE_BOLD,
        extra: {
          Comments: '12 pages',
          DOI: '10.1000/1',
          Citations: '3',
          Scores: 'relevance 3',
          Code: 'https://example.org/code',
        },
      },
      LAST,
    ],
    invented: false,
  },
  {
    name: 'no paper, and a summary that names some with anchors',
    text: sampleReport(
      [],
      `## 今日概览\n\n<a id='2512.99999v1'></a>\n\n### 论文A\n\n${SAID}\n\n[在此插入链接]\n\n---\n---`,
    ),
    papers: [],
    invented: true,
  },
  {
    name: 'list items as headings, their text indented',
    text: withAnalysis(
      marked(sections(FIVE, (title, place) => `*   **${place}. ${title}：**`, `    ${SAID}\n    *   **细节：** 一。`)),
    ),
    papers: finds(FIVE_BOLD),
    invented: false,
  },
  {
    name: 'ordered items as headings',
    text: withAnalysis(
      marked(sections(FIVE, (title, place) => `${place}.  **${title}**：`, `    ${SAID}\n\n    - 一\n    - 二`)),
    ),
    papers: finds(found(FIVE_PARTS, FIVE, (title, place) => `${place}. ${title}：`)),
    invented: false,
  },
  {
    name: 'containers around the sections',
    text: withAnalysis(
      marked(
        `# 论文分析报告\n\n## Paper 1（论文一）\n\n**全面摘要：**\n\n${sections(FIVE, bold)}\n\n**总结：**\n${SAID}`,
      ),
    ),
    papers: finds([...FIVE_BOLD, 'conclusion 总结：']),
    invented: false,
  },
  {
    name: 'numbers that slip',
    text: withAnalysis(marked(sections(SEVEN, (title, place) => `### ${place > 5 ? place - 1 : place}. ${title}`))),
    papers: finds(found(SEVEN_PARTS, SEVEN, (title, place) => `${place > 5 ? place - 1 : place}. ${title}`)),
    invented: false,
  },
  {
    name: 'numbers that leap',
    text: withAnalysis(marked(sections(FIVE, (title, place) => `**${place > 2 ? place + 1 : place}. ${title}**`))),
    papers: finds(found(FIVE_PARTS, FIVE, (title, place) => `${place > 2 ? place + 1 : place}. ${title}`)),
    invented: false,
  },
  {
    name: 'colons half- and full-width, inside and outside',
    text: withAnalysis(
      marked(
        sections(
          FIVE,
          (title, place) =>
            [
              `**${place}. ${title}:**`,
              `**${place}. ${title}**：`,
              `**${place}. ${title}：**`,
              `**${place}. ${title}** :`,
            ][place % 4] ?? '',
        ),
      ),
    ),
    papers: finds(
      found(
        FIVE_PARTS,
        FIVE,
        (title, place) =>
          `${place}. ${title}${['：', '：', '：', ':'][place % 4] === ':' ? ':' : place % 4 === 0 ? ':' : '：'}`,
      ),
    ),
    invented: false,
  },
  {
    name: 'a request with a skeleton between two analyses',
    text: sampleReport([
      paper('2512.00001', marked(sections(FIVE, bold))),
      paper('2512.00002', marked(`请提供论文的全文，以便我进行分析。\n\n${sections(SEVEN, third, '（待补充）')}`)),
      OTHER,
    ]),
    papers: [{ id: '2512.00001', sections: FIVE_BOLD }, { id: '2512.00002', sections: '请提供论文的全文' }, LAST],
    invented: false,
  },
  {
    name: 'an empty skeleton and a failed row',
    text: sampleReport([
      paper('2512.00001', `### 论文解读\n\n${sections(SEVEN, third, '')}`),
      paper('2512.00002', marked('Summary generation failed')),
      OTHER,
    ]),
    papers: [
      { id: '2512.00001', sections: '### 1. 摘要翻译' },
      { id: '2512.00002', sections: 'Summary generation failed' },
      LAST,
    ],
    invented: false,
  },
  {
    name: 'a chatty opening and closing with rules between',
    text: withAnalysis(
      marked(
        `好的，作为计算机视觉专家，我对这篇论文分析如下：\n\n---\n\n${sections(FIVE, bold)}\n\n---\n\n希望这份分析对您有帮助！如果您还有问题，请随时告诉我。`,
      ),
    ),
    papers: finds(FIVE_BOLD),
    invented: false,
  },
  {
    name: 'the first level for every section, the paper’s title included',
    text: withAnalysis(marked(`# Paper 1\n\n${sections(SEVEN, (title, place) => `# ${place}. ${title}`)}`)),
    papers: finds(found(SEVEN_PARTS, SEVEN, (title, place) => `${place}. ${title}`)),
    invented: false,
  },
  {
    name: 'the fourth level without numbers, with bold inside and marks behind',
    text: withAnalysis(marked(sections(FOUR, (title) => `#### **${title}** ####`))),
    papers: finds(found(FOUR_PARTS, FOUR, (title) => title)),
    invented: false,
  },
  {
    name: 'keycaps and pictures in front',
    text: withAnalysis(marked(sections(FIVE, (title, place) => `### ${place}\uFE0F\u20E3 ${title}`))),
    papers: finds(found(FIVE_PARTS, FIVE, (title, place) => `${place}\uFE0F\u20E3 ${title}`)),
    invented: false,
  },
  {
    name: 'rules of asterisks, underscores and dashes apart',
    text: withAnalysis(marked(sections(FIVE, bold, `${SAID}\n\n***\n\n___\n\n* * *\n\n- - -`))),
    papers: finds(FIVE_BOLD),
    invented: false,
  },
  {
    name: 'code with marks of the frame in it',
    text: withAnalysis(
      marked(
        sections(FIVE, bold, `${SAID}\n\n\`\`\`markdown\n# 1. 结果\n**Links:**\n**Abstract:**\n## Papers\n\`\`\``),
      ),
    ),
    papers: finds(FIVE_BOLD),
    invented: false,
  },
  {
    name: 'bold and slanted headings',
    text: withAnalysis(marked(sections(FIVE, (title, place) => `***${place}. ${title}***`))),
    papers: finds(found(FIVE_PARTS, FIVE, (title, place) => `${place}. ${title}`)),
    invented: false,
  },
  {
    name: 'bold by underscores',
    text: withAnalysis(marked(sections(FIVE, (title, place) => `__${place}. ${title}：__`))),
    papers: finds(FIVE_BOLD),
    invented: false,
  },
  {
    name: 'headings indented by a blank or two',
    text: withAnalysis(marked(sections(FIVE, (title, place) => `${' '.repeat(place % 3)}**${place}. ${title}：**`))),
    papers: finds(FIVE_BOLD),
    invented: false,
  },
  {
    name: 'full-width digits and stops',
    text: withAnalysis(marked(sections(FIVE, (title, place) => `**${'１２３４５'[place - 1]}．${title}：**`))),
    papers: finds(found(FIVE_PARTS, FIVE, (title, place) => `${'１２３４５'[place - 1]}．${title}：`)),
    invented: false,
  },
  {
    name: 'titles in brackets',
    text: withAnalysis(marked(sections(FIVE, (title) => `**【${title}】**`))),
    papers: finds(found(FIVE_PARTS, FIVE, (title) => `【${title}】`)),
    invented: false,
  },
  {
    name: 'parts counted in English',
    text: withAnalysis(marked(sections(FIVE, (title, place) => `## Part ${place}: ${title}`))),
    papers: finds(found(FIVE_PARTS, FIVE, (title, place) => `Part ${place}: ${title}`)),
    invented: false,
  },
  {
    name: 'a quotation for an analysis, whose headings are not its own',
    text: withAnalysis(marked(sections(FIVE, (title, place) => `> **${place}. ${title}：**`, `> ${SAID}`))),
    papers: finds([]),
    invented: false,
  },
  {
    name: 'plain numbered lines, their text right below',
    text: withAnalysis(marked(sections(FIVE, (title, place) => `${place}. ${title}：`))),
    papers: finds(FIVE_BOLD),
    invented: false,
  },
  {
    name: 'sections that carry their text behind a dash',
    text: withAnalysis(marked(FIVE.map((title, at) => `**${at + 1}. ${title}** — ${SAID}`).join('\n\n'))),
    papers: finds(found(FIVE_PARTS, FIVE, (title, place) => `${place}. ${title}`)),
    invented: false,
  },
  {
    name: 'the parts in English, numbered in bold, with Chinese text',
    text: withAnalysis(marked(sections(['Research Problem', 'Method', 'Results', 'Limitations', 'Future Work'], bold))),
    papers: finds(
      found(
        FIVE_PARTS,
        ['Research Problem', 'Method', 'Results', 'Limitations', 'Future Work'],
        (title, place) => `${place}. ${title}：`,
      ),
    ),
    invented: false,
  },
  {
    name: 'tables and formulas between',
    text: withAnalysis(
      marked(
        sections(
          FIVE,
          third,
          raw`| 方法 | 误差 |
| --- | --- |
| 本文 | 0.31 |

\[
E = \sum_i \lVert x_i - y_i \rVert^2
\]

**公式说明：** 第一项是数据项。`,
        ),
      ),
    ),
    papers: finds(found(FIVE_PARTS, FIVE, (title, place) => `${place}. ${title}`)),
    invented: false,
  },
  {
    name: 'returns, a byte order mark and blanks behind lines',
    text: `\uFEFF${withAnalysis(marked(sections(FIVE, bold)))
      .replaceAll('：**\n', '：**  \n')
      .replaceAll('\n', '\r\n')}`,
    papers: finds(FIVE_BOLD),
    invented: false,
  },
  {
    name: 'two days in one file',
    text:
      withAnalysis(marked(sections(FIVE, bold))) + sampleReport([paper('2512.00003', marked(sections(FOUR, third)))]),
    papers: [
      ...finds(FIVE_BOLD),
      { id: '2512.00003', sections: found(FOUR_PARTS, FOUR, (title, place) => `${place}. ${title}`) },
    ],
    invented: false,
  },
];
