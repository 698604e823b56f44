import { blankOut } from './plain-text';

const HEAD = String.raw`^[ \t>]{0,20}(?:[-*+•][ \t]{1,4})?`;
const NUMBER = String.raw`(?<number>\d{1,2}(?:\.\d{1,2}){0,3})`;
const NO_CLAIM_BEHIND = String.raw`(?!\.?\d|[ \t]{0,2}(?:%|[×倍万亿种个项类]))`;

/** What holds digits and claims nothing, whatever stands around it; in the order in which it is taken out of a text. */
const PATTERNS: RegExp[] = [
  /^ {0,3}(?:```|~~~)[\s\S]{0,20000}?^ {0,3}(?:```|~~~)/gm,
  /`[^`\n]{1,300}`/g,
  /<\/?[a-zA-Z][^<>\n]{0,300}>/g,
  /\]\([^()\s]{0,500}(?:[ \t]"[^"\n]{0,200}")?\)/g,
  /(?:https?:\/\/|www\.)[^\s<>"'”’）】。，；]{1,2000}/g,
  /\/(?<=[\w-]\.(?:com|org|io|net|edu|cn|ai|dev|gov)\/)[^\s<>"'”’）】。，；]{1,500}/gi,
  /(?<![\w.])10\.\d{4,9}\/[^\s<>"'”’）】。，；]{1,200}/g,
  /(?<![\w.])\d{4}\.\d{4,5}(?:v\d+)?(?![\w.%])/g, // 2512.23705
  /\/\d{7}(?:v\d+)?(?!\w)(?<=(?<![\w.-])[a-z-]{2,12}(?:\.[A-Z]{2})?\/\d{7}(?:v\d+)?)/g, // math/0309136
  // TeX whose arguments are not read.
  /\\(?:[hv]space|label|(?:eq|auto|[cC])?ref|cite[a-z]*|includegraphics|begin|end|url|href|color|textcolor|tag)\*?(?:\[[^\]\n]{0,80}\])?\{[^{}\n]{0,200}\}/g,
  /\[\^[^\]\s]{1,20}\]/g, // footnotes
  // Fields of the report that an analysis repeats: the title, names and dates are the paper's, not claims about it.
  /^[ \t>*#-]{0,12}(?:论文)?(?:题目|标题|作者|发表日期|发布日期|报告日期|类别|分类|链接|代码|Title|Authors?|Published(?: Date)?|Categories|Links?|Code|PDF|arXiv(?: ID)?|DOI)[ \t]?\*{0,2}[ \t]?[:：].*$/gim,
  // The number of a heading or of an item, at the start of a line.
  new RegExp(`${HEAD}#{1,6}[ \\t]*(?:\\*\\*|__)?[（(]?${NUMBER}${NO_CLAIM_BEHIND}`, 'gm'),
  new RegExp(
    `${HEAD}(?:\\*\\*|__)[（(]?${NUMBER}(?=\\\\?[.、)）:：]|[ \\t]+[\\p{Script=Han}A-Z])${NO_CLAIM_BEHIND}`,
    'gmu',
  ),
  new RegExp(`${HEAD}(?:\\*\\*|__)?${NUMBER}(?=\\\\?[.、)）:：](?!\\d))`, 'gm'),
  new RegExp(
    `${HEAD}(?<number>\\d{1,2}(?:\\.\\d{1,2}){1,3})(?=[ \\t]+[A-Z][a-z][\\w-]*(?:[ \\t][\\w-]+){0,6}[ \\t]*$)`,
    'gm',
  ),
  // Who wrote when: Petty et al., 2024; (Dao, 2023).
  /(?:19|20)\d\d(?!\d)(?<=(?:et al\.?|等人?)[,，]?\s?[(（]?\d{4})/g,
  /(?:19|20)\d\d年?(?=[a-z]?[)）;；])(?<=[A-Z][a-z]{1,20}[,，]\s?\d{4}年?)/g,
  // Citations. An interval begins with zero, a decimal or a sign, or is said to be one.
  /(?<!(?:区间|范围|在|为|于|到|in|range|within|interval|from|∈|=|of)\s{0,2})\[(?!0\s?,)\d{1,3}(?:\s?[,，;–-]\s?\d{1,3}){1,20}\](?!\()/g,
  /\[\d{1,3}\](?!\()/g,
  /(?<![\d.])\d+(?:\.\d+){2,}(?![\d%])/g, // versions: 1.0.2
  /(?<![A-Za-z])[vV](?:er(?:sion|\.)?)?[ .]?\d+(?:\.\d+)*(?![A-Za-z\d])/g,
  /@\s?\d+(?:\.\d+)?(?:[:,-]\d+(?:\.\d+)?)*/g,
  /(?<!\d)24\/7(?!\d)/g,
  // What a section's title asks of its writer.
  /\d\s?(?:-|–|~|到|至)\s?\d\s?(?:句话?|段话?|sentences)/g,
  // Expressions with letters: 3-2/k, 2/(1-k).
  /(?<![\w.])\d+(?:[-+*/]\d+){0,4}(?:\/(?:(?![sh](?![a-z]))[a-zA-Z](?![A-Za-z])|\([^()\n]{0,40}[a-z])|[-+*][nijkdt](?![A-Za-z]))[^\s，。；、）]{0,60}/g,
];

const MAIL = /(?<![\w.-])[\w.-]{1,60}@[\w-]{1,60}\.[a-z]{2,20}/gi;

/** The text without addresses, code, citations and the numbers of headings; every other character keeps its place. */
export function withoutStructure(text: string): string {
  // Looking for it costs more than all else, and few texts hold any.
  const withoutMail = text.includes('@') ? blankOut(text, MAIL) : text;
  return PATTERNS.reduce(blankOut, withoutMail);
}
