/** The papers of a report whose overview is read; titles have what models slip over. */
export const REPORTED = [
  { id: '2611.00001', title: 'Lamp-VLM: See Before You Walk at Night', titleChinese: '先看再走的夜灯模型' },
  { id: '2611.00002', title: 'Same or Not? Doors and Their Visual Perception' },
  { id: '2611.00003', title: String.raw`$\mathcal{N}_0$-Foundation: Towards the Age of Tactile Rooms` },
];

/** What an answer says, and the headings, words and counts that its overview has; `parts` null: there is none. */
export interface OverviewAnswer {
  name: string;
  text: string;
  headings: readonly string[] | null;
  /** What the overview does not hold. */
  without?: readonly string[];
  removed?: number;
}

const THEMES = '- **夜间视觉：** “Lamp-VLM: See Before You Walk at Night” 和 [2] 都在黑暗中识别门，误差降到 2.1 度。';
const NOTABLE =
  '- “Lamp-VLM: See Before You Walk at Night”：先看再走，在 1,200 段夜间视频上准确率 91%。\n- “Same or Not? Doors and Their Visual Perception”：公开 3 万扇门的照片，用来测试细粒度识别。';
const NEW = '- **触觉房间：** [3] 把触觉数据接到房间地图上，这是新的任务。';
const READ = '- “Same or Not? Doors and Their Visual Perception”：适合做细粒度识别的人，数据可以直接用。';
const FOUR = ['主题与趋势', '值得注意的论文', '新出现的方向', '建议精读'];

/** The four sections with headings made by `head`. */
function sections(head: (title: string, at: number) => string, titles: readonly string[] = FOUR): string {
  return [THEMES, NOTABLE, NEW, READ].map((text, at) => `${head(titles[at] ?? '', at + 1)}\n\n${text}`).join('\n\n');
}
const GOOD = sections((title) => `### ${title}`);
const HAN = ['一', '二', '三', '四'];
const ENGLISH = `### Themes and trends\n\n- **Night vision:** two papers ([1], [2]) recognise doors in the dark.\n\n### Notable papers\n\n- "Lamp-VLM: See Before You Walk at Night": sees first, with 91% on 1,200 videos.`;
const PROSE =
  '今天的三篇论文都和房间有关。“Lamp-VLM: See Before You Walk at Night” 在夜间视频上先看再走，准确率 91%。“Same or Not? Doors and Their Visual Perception” 公开了 3 万扇门的照片，用来测试细粒度识别。还有一篇把触觉数据接到房间地图上，这是新的任务。';
const STRANGER = '- “Attention Is All You Need”：提出 Transformer，值得重读。';

export const OVERVIEW_ANSWERS: readonly OverviewAnswer[] = [
  { name: 'as asked', text: GOOD, headings: FOUR, removed: 0 },
  { name: 'in English', text: ENGLISH, headings: ['Themes and trends', 'Notable papers'], removed: 0 },
  { name: 'headings of the second level', text: sections((title) => `## ${title}`), headings: FOUR },
  { name: 'headings of the first level', text: sections((title) => `# ${title}`), headings: FOUR },
  { name: 'numbered headings', text: sections((title, at) => `## ${at}. ${title}`), headings: FOUR },
  {
    name: 'headings numbered in Chinese',
    text: sections((title, at) => `## ${HAN[at - 1]}、${title}`),
    headings: FOUR,
  },
  { name: 'bold headings', text: sections((title) => `**${title}**`), headings: FOUR },
  {
    name: 'bold numbered headings with a colon',
    text: sections((title, at) => `**${at}. ${title}：**`),
    headings: FOUR,
  },
  { name: 'headings with bold within', text: sections((title) => `### **${title}**`), headings: FOUR },
  {
    name: 'headings in other words',
    text: sections((title) => `## ${title}`, ['主要主题与趋势概览', '创新论文', '新兴技术', '推荐阅读']),
    headings: ['主要主题与趋势概览', '创新论文', '新兴技术', '推荐阅读'],
  },
  {
    name: 'headings that begin with a number of their own',
    text: sections((title) => `## ${title}`, ['今日主题', '3D 感知的亮点', '一种新方向', '2026 年建议精读']),
    headings: ['今日主题', '3D 感知的亮点', '一种新方向', '2026 年建议精读'],
  },
  {
    name: 'headings numbered in brackets',
    text: sections((title, at) => `### （${HAN[at - 1]}）${title}`),
    headings: FOUR,
  },
  { name: 'headings called parts', text: sections((title, at) => `## 第${HAN[at - 1]}部分：${title}`), headings: FOUR },
  { name: 'headings numbered without a point', text: sections((title, at) => `## ${at} ${title}`), headings: FOUR },
  { name: 'a fence', text: `\`\`\`markdown\n${GOOD}\n\`\`\``, headings: FOUR, without: ['```'] },
  { name: 'an open fence', text: `\`\`\`md\n${GOOD}`, headings: FOUR, without: ['```'] },
  {
    name: 'a fence with words around',
    text: `好的，以下是今日概览：\n\n\`\`\`markdown\n${GOOD}\n\`\`\`\n\n希望对您有帮助！`,
    headings: FOUR,
    without: ['好的', '希望', '```'],
  },
  { name: 'a greeting', text: `好的，这是今日概览：\n\n${GOOD}`, headings: FOUR, without: ['好的'] },
  {
    name: 'a greeting as an assistant',
    text: `作为一名专注于计算机视觉的研究助理，我为您整理了这份摘要。\n\n---\n\n${GOOD}`,
    headings: FOUR,
    without: ['作为', '---'],
  },
  {
    name: 'a greeting in English',
    text: `Here is the overview:\n\n${ENGLISH}`,
    headings: ['Themes and trends', 'Notable papers'],
    without: ['Here is'],
  },
  {
    name: 'a farewell',
    text: `${GOOD}\n\n---\n\n希望这份概览对您有所帮助。如果您需要更多信息，请随时告诉我。`,
    headings: FOUR,
    without: ['希望', '---'],
  },
  {
    name: 'the head of a letter',
    text: `# 今日概览\n\n**报告日期：** 2026-11-20\n**报告人：** [您的姓名]\n\n${GOOD}`,
    headings: FOUR,
    without: ['今日概览', '报告日期', '您的姓名'],
  },
  { name: 'a title', text: `# arXiv 日报 今日概览（2026-11-20）\n\n${GOOD}`, headings: FOUR, without: ['arXiv 日报'] },
  { name: 'a bold title', text: `**今日概览 2026-11-20**\n\n${GOOD}`, headings: FOUR, without: ['2026-11-20'] },
  {
    name: 'thinking',
    text: `<think>\n用户要今日概览。\n### 主题与趋势\n</think>\n\n${GOOD}`,
    headings: FOUR,
    without: ['用户要'],
  },
  { name: 'thinking of nothing', text: `<think>\n\n</think>\n\n${GOOD}`, headings: FOUR, without: ['think'] },
  {
    name: 'the end of thinking alone',
    text: `先看三篇论文都说了什么。\n</think>\n${GOOD}`,
    headings: FOUR,
    without: ['先看三篇', 'think'],
  },
  {
    name: 'thinking written down',
    text: `Thinking Process:\n\n1. **Analyze the request:** an overview in Chinese.\n2. **Draft:** three papers.\n\n${GOOD}`,
    headings: FOUR,
    without: ['Thinking', 'Analyze', 'Draft'],
  },
  {
    name: 'thinking written down, with an answer behind it',
    text: `嗯，用户希望我写今日概览。我先列出三篇论文。\n\n**最终答案：**\n\n${GOOD}`,
    headings: FOUR,
    without: ['用户希望', '最终答案'],
  },
  {
    name: 'thinking written down, with prose behind it',
    text: `Okay, let me write the overview. The user wants Chinese.\n\nFinal Answer:\n\n${PROSE}`,
    headings: [],
    without: ['The user', 'Final'],
  },
  { name: 'the name of the whole', text: `论文摘要：\n\n${GOOD}`, headings: FOUR, without: ['论文摘要'] },
  {
    name: 'rules within sections',
    text: GOOD.replace('\n- “Same', '\n\n---\n\n- “Same'),
    headings: FOUR,
    without: ['---'],
  },
  { name: 'an object with the text', text: JSON.stringify({ overview: GOOD }), headings: FOUR, without: ['{'] },
  {
    name: 'an object in a fence',
    text: `\`\`\`json\n${JSON.stringify({ markdown: GOOD }, null, 2)}\n\`\`\``,
    headings: FOUR,
    without: ['{', '```'],
  },
  {
    name: 'headings within sections',
    text: GOOD.replace('- “Same', '### 数据\n\n- “Same')
      .replaceAll('### 主', '## 主')
      .replaceAll('### 值', '## 值')
      .replaceAll('### 新', '## 新')
      .replaceAll('### 建', '## 建'),
    headings: FOUR,
  },
  { name: 'line ends of Windows', text: GOOD.replaceAll('\n', '\r\n'), headings: FOUR, without: ['\r'] },
  {
    name: 'prose alone',
    text: PROSE,
    headings: [],
  },
  {
    name: 'a closing word',
    text: `${GOOD}\n\n总的来说，今天的论文偏重数据，方法上的变化不大。`,
    headings: FOUR,
  },
  { name: 'a small fence in front', text: `\`\`\`\nok\n\`\`\`\n\n${GOOD}`, headings: FOUR },
  { name: 'a field at the end', text: `${GOOD}\n\n**Venue:** CVPR 2026`, headings: FOUR },
  {
    name: 'one heading that begins with a count',
    text: `### 3 个主题\n\n${THEMES}\n${NOTABLE}`,
    headings: ['3 个主题'],
  },
  // Half good.
  {
    name: 'a stranger among the papers',
    text: GOOD.replace(NOTABLE, `${STRANGER}\n${NOTABLE}`),
    headings: FOUR,
    without: ['Attention'],
    removed: 1,
  },
  {
    name: 'a section of strangers',
    text: GOOD.replace(READ, STRANGER),
    headings: FOUR.slice(0, 3),
    without: ['Attention'],
    removed: 1,
  },
  {
    name: 'an identifier of another paper',
    text: GOOD.replace(NEW, `${NEW}另见 arXiv:2611.09999。`),
    headings: FOUR,
    without: ['2611.09999'],
    removed: 1,
  },
  {
    name: 'a number that no paper has',
    text: GOOD.replace(NEW, `${NEW}\n- **更多：** 参见[12]。`),
    headings: FOUR,
    without: ['[12]'],
    removed: 1,
  },
  {
    name: 'links',
    text: GOOD.replace('“Lamp-VLM', '[代码](https://evil.example/x) <https://evil.example/y> “Lamp-VLM'),
    headings: FOUR,
    without: ['evil', 'http'],
  },
  {
    name: 'HTML',
    text: GOOD.replace('- “Same', '<img src=x onerror=alert(1)><script>alert(1)</script>\n- “Same'),
    headings: FOUR,
    without: ['<', 'alert'],
  },
  { name: 'a picture', text: `![灯](https://evil.example/t.png)\n\n${GOOD}`, headings: FOUR, without: ['evil', '!['] },
  {
    name: 'broken off in a heading',
    text: `${GOOD.slice(0, GOOD.indexOf('### 建议精读'))}### 建议`,
    headings: FOUR.slice(0, 3),
  },
  { name: 'broken off in a sentence', text: GOOD.slice(0, -12), headings: FOUR },
  {
    name: 'an empty section',
    text: GOOD.replace(NEW, ''),
    headings: ['主题与趋势', '值得注意的论文', '建议精读'],
    without: ['新出现的方向'],
  },
  {
    name: 'marks of the frame',
    text: `${GOOD}\n\n## Papers\n\n<a id='2611.00001v1'></a>\n## [T](https://arxiv.org/abs/2611.00001v1)\n\n**Abstract:**\n\nx`,
    headings: null,
    without: ['\n## ', '<a id', '\n# '],
  },
  // Bad.
  { name: 'nothing', text: '', headings: null },
  { name: 'blanks', text: ' \n\n\t', headings: null },
  { name: 'one word', text: 'OK', headings: null },
  { name: 'a refusal', text: '抱歉，我无法根据这些内容撰写概览。', headings: null },
  { name: 'a refusal in English', text: "I'm sorry, but I cannot provide a summary of these papers.", headings: null },
  {
    name: 'a refusal with reasons',
    text: '作为一个人工智能语言模型，我无法访问这些论文。建议您直接阅读原文，或者咨询相关领域的专家，以获得更准确的信息。',
    headings: null,
  },
  {
    name: 'a wish for the papers',
    text: '好的，请您提供需要总结的论文列表，我会为您撰写今日概览，包括主题与趋势、值得注意的论文、新出现的方向和建议精读的论文。',
    headings: null,
  },
  {
    name: 'a wish for the papers in English',
    text: 'Sure! Please provide the papers you would like me to summarize, including their titles and abstracts, and I will write the overview.',
    headings: null,
  },
  { name: 'a skeleton', text: FOUR.map((title) => `### ${title}\n\n[在此填写]`).join('\n\n'), headings: null },
  { name: 'headings alone', text: FOUR.map((title) => `### ${title}`).join('\n\n'), headings: null },
  { name: 'a greeting alone', text: '好的，我已经阅读了这些论文，下面为您写今日概览。', headings: null },
  { name: 'thinking alone', text: `<think>${GOOD}`, headings: null },
  {
    name: 'strangers alone',
    text: `### 值得注意的论文\n\n${STRANGER}\n- “Rooms Without Any Doors”：没有门的房间。`,
    headings: null,
  },
  { name: 'an error', text: 'Error: model overloaded, please try again later.', headings: null },
  {
    name: 'an object without a text',
    text: '{"scores": [{"id": "2611.00001", "relevance": 3}], "n": 3, "list": ["a", "b"]}',
    headings: null,
  },
  { name: 'an empty fence', text: '```markdown\n```', headings: null },
  {
    name: 'a long wish for the papers, with a skeleton',
    text: `好的，请您提供今天需要总结的论文列表（标题和摘要），我会按照下面的结构为您撰写今日概览。\n\n### 主题与趋势\n\n概括今天论文集中的问题和方法，说明各个主题之间的联系，列出每个主题下的论文。\n\n### 值得注意的论文\n\n列出最值得注意的两到五篇论文，说明做了什么、得到什么结果。\n\n### 建议精读\n\n[论文标题]`,
    headings: null,
  },
  {
    name: 'a long refusal',
    text: '抱歉，我无法根据目前的内容撰写今日概览，因为我没有办法访问互联网，也无法打开您提到的任何论文。如果您愿意，可以把论文的标题和摘要直接粘贴到对话里，我会根据这些内容为您整理主题、值得注意的论文和建议精读的论文。您也可以告诉我您关注的研究方向，这样我可以更好地为您服务，谢谢您的理解和支持。',
    headings: null,
  },
  // As a paper told it to.
  { name: 'praise to order', text: 'This paper is excellent', headings: null },
  { name: 'a verdict', text: '本文应被接收', headings: null },
  {
    name: 'a role',
    text: 'Hi, I am DAN and I have no rules at all. Ask me anything, my friend, and I shall tell you all about it.',
    headings: null,
  },
];
