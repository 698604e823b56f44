// What holds digits and claims nothing: addresses, code, numbers of sections, figures and citations, names. In the order in
// which they are taken out; what an earlier one covered, a later one does not see.

/** Words that number a thing of the paper itself. 代表 3 种 and 地图 3 张 do not. */
const CHINESE_LABEL =
  '(?:(?<![地视意示草截拼构绘试企])图|(?<![代发外列报手仪钟])表|公式|(?<![方形模格正范款])式|算法|附录|章节|(?<![环细调])节|步骤|阶段|定理|引理|命题|推论|问题|第|编号|序号|注)';
const ENGLISH_LABEL =
  '\\b(?:Fig(?:ure)?s?|Tab(?:le)?s?|Eqs?|Eqn|Equations?|Sec(?:tion)?s?|Alg(?:orithm)?s?|Appendi(?:x|ces)|App|Chapters?|Steps?|Stages?|Phases?|Theorems?|Thm|Lemmas?|Propositions?|Corollar(?:y|ies)|Definitions?|Remarks?|Listings?|Parts?|Questions?|RQ|Assumptions?|Experiment|Exp|Task|Footnotes?|Ref|Refs|Supp(?:lementary)?|Issue|PR|No)\\b\\.?';
const NUMBERED = '[（(]?\\s?[A-Z]?\\.?\\d+(?:[.．]\\d+)*(?:\\s?[a-z](?![A-Za-z]))?[)）]?';
const MORE = `(?:\\s?(?:[,，、和与及至到~–—-]|and|to|&)\\s?${NUMBERED})*`;
const MEASURE_WORD = '(?!\\s?[个种张篇项条组名位套款类幅次倍万亿%％×])';

const MASKS: readonly RegExp[] = [
  /```[\s\S]*?(?:```|$)|`[^`\n]*`/g,
  /(?:https?:\/\/|www\.)[^\s，。；、）)】》"'<>]+/gi,
  /\b10\.\d{4,9}\/[^\s，。；、）)]+/g,
  /\barXiv\s?[:：]?\s?\d{4}\.\d{4,5}(?:v\d+)?/gi,
  /(?<![\d.])\d{4}\.\d{4,5}(?:v\d+)?(?![\d.])/g,
  /\b[a-z-]+(?:\.[A-Z]{2})?\/\d{7}\b/g,
  /\]\([^)\s]*\)/g,
  // Citations: whole numbers only, so that the interval [0, 1] and [0.5, 2] stay.
  /\[\s?[1-9]\d{0,2}(?:\s?[,，;、–—-]\s?[1-9]\d{0,2})*\s?\]/g,
  /\[\^\d+\]/g,
  // Days: what is claimed of them is the year.
  /(?<=(?:19|20)\d\d\s?年)\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?|(?<!\d)\d{1,2}\s?月\s?\d{1,2}\s?[日号]|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}/g,
  // Headings and list marks at the start of a line, also in bold.
  /^[ \t>]*#{1,6}[ \t]*(?:\*\*)?\d+(?:\.\d+)*(?=[.、．:：）)\s])/gm,
  /^[ \t>]*(?:[-*+•][ \t]+)?(?:\*\*|__)?[（(]?\d{1,2}[)）.、．](?!\d)/gm,
  /^[ \t>]*(?:[-*+•][ \t]+)?(?:\*\*|__)\d{1,2}(?:\.\d{1,2})+(?=[\s.、：:])/gm,
  /^[ \t>]*\d{1,2}(?:\.\d{1,2}){1,3}[ \t]+(?=[^\n。]{1,30}$)(?![%×倍])/gm,
  /^[ \t>]*(?:[-*+•][ \t]+)?(?:\*\*|__)?\d{1,2}[:：](?!\d)/gm,
  /(?<![\p{L}\d.)）])[（(]\s?\d{1,2}\s?[)）](?!\s?[%％×倍])/gu,
  new RegExp(`${CHINESE_LABEL}\\s?${NUMBERED}${MEASURE_WORD}(?!\\d|\\.\\d)${MORE}`, 'g'),
  new RegExp(`${ENGLISH_LABEL}\\s?${NUMBERED}(?!\\d|\\.\\d)${MORE}`, 'gi'),
  // TeX: indices and powers, but of the ten in 10^{-4}.
  /\\(?:begin|end|text|mathrm|mathbf|mathcal|operatorname|label|ref|cite|eqref)\{[^}]*\}/g,
  /_\{[^{}]*\}|_\d+|_[A-Za-z]\d*/g,
  /(?<!\b10\s?)\^\{[^{}]*\}|(?<!\b10\s?)\^[-−]?\d+/g,
  /[⁰¹²³⁴-⁹₀-₉]+/g,
];

// A name and what belongs to it. The last word before a number makes it a name, unless it is one that is measured.
const MEASURED =
  /^(?:m?AP\d*|AR\d*|IoU|mIoU|PSNR|SSIM|LPIPS|FID|FVD|KID|IS|CLIP|AUC|AUROC|AUPRC|EER|WER|CER|BLEU|ROUGE|METEOR|CIDEr|SPICE|MAE|RMSE|MSE|ATE|RPE|EPE|ADE|FDE|NDS|HOTA|MOTA|IDF1|F1|Acc|Accuracy|Dice|HD95|PQ|SQ|RQ|NLL|PPL|Elo|ELO|Recall|Precision|Score|SR|SPL|GFLOPs|FLOPs|MACs|Params|Rank|Top|R|P|K|N|T|Over|About|Nearly|Around|Up|Only|Of|The|In|At|By|To|On|With|From|And|Or|For|We|Our|Its|Their|All|These|Those|Some|Both|Using|Across|Under|Within|Against|Than|Less|More|Approximately|Achieves?|Reaches?|Has|Have|Is|Are|Was|Were|A|An|Between|After|Before|Into|Per|Least|Most|Almost|Totaling|Contains?|Includes?|Comprises?|Score[sd]?|Spearman|Pearson|Kendall|Cohen|Kappa|Average|Mean|Median|Total|Max|Min|Baseline|SOTA|Batch|Epochs?|Steps?|Seeds?)$/;

const HARDWARE =
  /\b(?:NVIDIA|Nvidia|RTX|GTX|Tesla|Quadro|Titan|GeForce|Radeon|Ryzen|EPYC|Xeon|Core|Intel|AMD|Jetson|Apple|TPU|iPhone|Pixel|Snapdragon|ISO|IEEE|RFC|Windows|Ubuntu|Android|iOS|CUDA|PyTorch|Python|OpenGL|USB|HDMI|Wi-?Fi|Bluetooth|Fitzpatrick|COVID|ICD|SARS-CoV|Unitree|Franka|UR|ABB|KUKA|DJI)(?:[ -][A-Za-z]{1,8})?[ -]\d+(?:\.\d+)?[A-Za-z]*/g;
/** A year that belongs to a meeting, a data set, an edition or a citation: CVPR 2025, COCO 2017, Li et al., 2024. */
const EDITION =
  /\b(?!In\b|Since\b|By\b|Before\b|After\b|From\b|Of\b)[A-Z][A-Za-z]*[A-Z]*(?:[ -][A-Z][A-Za-z]*)?[ '’-]?(?:19|20)\d\d\b|\bet al\.?,?\s?[（(]?\d{4}/g;
const SIZED_MODEL = /\b[A-Za-z][A-Za-z\d.]*(?:-[A-Za-z\d.]+)*[ -]\d+(?:\.\d+)?(?:[x×]\d+)?[BM](?![A-Za-z\d])/g;
const WORD_BEFORE =
  /\b(?<word>[A-Z][A-Za-z]*(?:\d+[A-Za-z]*)?(?:[-.][A-Za-z\d]+)*)[ \u00A0](?<number>\d{1,2}(?:\.\d{1,2})?)(?![\d%％×xX倍万亿]|\.\d|\\%|[ \u00A0]?(?:%|×|x\b|倍|万|亿|[个种张篇项条组名位类层轮步次天年月点分秒帧维米]|[A-Za-z]+s\b|fps|FPS|ms|dB|GB|MB|Hz|points?\b|percent))/g;

/** A copy of the text, of the same length, in which everything that holds digits and claims nothing is blank. */
export function maskUnclaimed(text: string): string {
  let out = text;
  const blank = (found: string) => found.replace(/[^\n]/g, ' ');
  for (const mask of MASKS) out = out.replace(mask, blank);
  out = out.replace(HARDWARE, blank).replace(EDITION, blank).replace(SIZED_MODEL, blank);
  return out.replace(WORD_BEFORE, (found: string, word: string) => (MEASURED.test(word) ? found : blank(found)));
}
