const OPENINGS: readonly RegExp[] = [
  /^(?:好的|当然(?:可以)?|没问题|明白了?|收到|您好|你好|Sure|Certainly|Of course)[，,。.！!：:\s]/i,
  /^(?:以下|下面|这里|这)(?:就)?(?:是|为)?(?:我)?(?:对|针对|关于|一[份篇]|为您|根据)[^。]{0,120}(?:摘要|分析|总结|解读|翻译|回答)[^。]{0,60}[：:。]?$/,
  /^作为(?:一[名位个])?[^，。]{0,50}(?:专家|研究员|研究助理|助理|研究者|研究人员|学者)[^。]{0,120}(?:分析|解读|总结|摘要|内容|翻译|整理)[^。]{0,60}[：:。]?$/,
  /^(?:Here is|Here's|Below is|The following is)\b/i,
];
const CLOSINGS: readonly RegExp[] = [
  /^(?:我)?希望(?:这|以上|本|该|上述|它|能)[^。]*(?:帮助|有用|有所|满足|把握|了解|参考)/,
  /^(?:如果|若|如)(?:您|你)[^。]*(?:告诉我|告知|随时|提问|联系|提供)/,
  /^这份(?:摘要|报告|总结|分析|解读)[^。]*(?:旨在|希望|能够)[^。]*(?:您|读者|快速)/,
  /^(?:请注意|注)[，：:][^。]*(?:仅|只)?(?:基于|根据)[^。]{0,12}摘要/,
  /^(?:如需|欢迎)[^。]*(?:请|随时|告诉|提问)/,
];
const FIELD =
  /^(?:论文)?(?:题目|标题|名称|作者|作者列表|作者单位|机构|单位|链接|论文链接|发表(?:日期|时间)|发布(?:日期|时间)|类别|分类|领域|关键词|原文摘要|Title|Paper Title|Authors?|Affiliations?|Published(?: Date)?|Date|Categories|Keywords?|arXiv(?: ID)?|Links?|PDF|URL|DOI)(?:\s*[(（][^)）]*[)）])?\s*[：:]/i;
const HEADER =
  /^(?:报告(?:日期|人|编号|周期)|日期|涵盖论文(?:数量|数)?|论文(?:数量|总数)|编制(?:人|日期)?|撰写人?|致|收件人|发件人|主题|From|To|Date|Subject)\s*[：:]/i;
const CONTAINER =
  /^(?:[#*\s]*)(?:论文|全面|中文|详细|执行|结构化|全文|核心|本文|文章){0,3}(?:摘要|总结|分析|解读|分析报告|内容概述|概述)(?:\s*[(（][^)）]*[)）])?\s*[：:]?$/;

/** Whether a paragraph is the model speaking to whoever asked: “好的，这是…”, “希望这份摘要…”. Plain text. */
export function isSmallTalk(text: string): boolean {
  const paragraph = text.trim();
  if (paragraph.length > 400) return false;
  return OPENINGS.some((pattern) => pattern.test(paragraph)) || CLOSINGS.some((pattern) => pattern.test(paragraph));
}

/** Whether every line only repeats a field of the paper: `论文题目：…`, `作者：…`. */
export function isRepeatedField(text: string): boolean {
  const lines = text.trim().split('\n');
  return lines.every((line) => FIELD.test(line.trim()));
}

/** Whether every line belongs to the head of a letter or report: `报告日期：…`, `致：…`. */
export function isReportHead(text: string): boolean {
  const lines = text.trim().split('\n');
  return lines.every((line) => HEADER.test(line.trim()) && line.length < 120);
}

/** Whether the text is only the name of what follows: `论文摘要`, `全面摘要：`. */
export function isContainerTitle(text: string): boolean {
  return text.length < 40 && CONTAINER.test(text.trim());
}
