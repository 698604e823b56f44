import { BEFORE_YEAR, FAMILIES, NUMBERED, NUMBERED_THINGS, REFERENCES, UNITS, VENUES } from './names';

// Latin with its accents, Greek, Cyrillic. Ranges, because the properties of Unicode make a pattern many times slower.
const LETTER = /[A-Za-zÀ-ÖØ-öø-ɏͰ-ӿ_]/;
const HAN = /[\u3400-\u9FFF§]/;
const COMMAND_BEFORE = /\\[a-zA-Z]+\s?\{?$/;

/** Whether the digits from `start` to `end` are part of a word: G1, Qwen3-VL, top-1, x_1, 3D. `text` is without structure. */
export function isInWord(text: string, start: number, end: number): boolean {
  return isBehindLetters(text, start) || isBeforeLetters(text, start, end);
}

function isBehindLetters(text: string, start: number): boolean {
  const last = text.charAt(start - 1);
  const second = text.charAt(start - 2);
  if (/[xX]/.test(last) && /\d\s?$/.test(text.slice(Math.max(0, start - 3), start - 1))) return false; // 832x480
  if (LETTER.test(last)) return last === '_' || !COMMAND_BEFORE.test(text.slice(Math.max(0, start - 14), start));
  if (last === '\uFFFC' && !/\s/.test(second)) return false;
  if (/[@#^]/.test(last)) return true;
  if (/[-–~]/.test(last) && /\d[kKMBTx]$/.test(text.slice(Math.max(0, start - 3), start - 1))) return false; // 124M-8B
  if (/[-‐‑.'’·]/.test(last) && (LETTER.test(second) || /[)}\]]/.test(second))) return true;
  if (last === '/' && /-[A-Z]\/$/.test(text.slice(Math.max(0, start - 3), start))) return true; // ViT-B/16
  if (last === '+' && (second === '+' || /[)}\]]/.test(second))) return true; // C++17, a formula
  if (last === '{') return /[_^]/.test(second);
  if ((last === '(' || last === '（') && /[A-Za-z]/.test(second)) return /^\d+[)）]/.test(text.slice(start, start + 8)); // SE(3)
  return /[_^]\{[-+]?$/.test(text.slice(Math.max(0, start - 3), start));
}

function isBeforeLetters(text: string, start: number, end: number): boolean {
  const rest = text.slice(end, end + 24);
  if (/^\s?[Dd](?![A-Za-z])/.test(rest) && end - start === 1) return true;
  if (/^[\s-]?(?:DoFs?|DOFs?|dof|自由度)/.test(rest)) return true;
  if (/^\s?维/.test(rest) && end - start === 1 && text.charAt(start) <= '4') return true;
  if (/^G(?![A-Za-z])(?!\s?(?:显存|内存|[Mm]emory))/.test(rest)) return end - start === 1; // 5G
  if (/^(?:\s?(?:小节|节|世纪|年代|指数)|\s?章(?!鱼)|st|nd|rd|th)(?![a-z])/.test(rest)) return true;
  if (/^s(?![A-Za-z])/.test(rest) && /^(?:19|20)\d\d$/.test(text.slice(start, end))) return true; // 1990s
  if (
    /^K\s?(?:视频|分辨率|图像|画质|超高清|显示|[Rr]esolution|[Vv]ideo|UHD)/.test(rest) &&
    /^[248]$/.test(text.slice(start, end))
  )
    return true;
  const glued = /^[A-Za-zÀ-ÖØ-öø-ɏͰ-ӿ_]+/.exec(rest)?.[0];
  if (glued !== undefined) {
    if (/^[xX](?=\d)/.test(rest) || /^[eE][-+]?\d+(?![A-Za-z\d])/.test(rest)) return false;
    return !UNITS.has(glued) || /^\d/.test(rest.slice(glued.length));
  }
  const hyphened = /^-(?<word>[A-Z][A-Za-z\d]*)/.exec(rest)?.groups?.['word'];
  if (hyphened !== undefined) return !UNITS.has(hyphened);
  if (/^[₀-₉_]/.test(rest)) return true;
  return /^\^(?!\{?\\circ)/.test(rest) && !/(?:^|[^\d.])10$/.test(text.slice(Math.max(0, end - 3), end));
}

/**
 * Whether the words before the number make it a name, a version or a pointer: Figure 2, Llama 3.1, CVPR 2025. `'list'` is a pointer
 * that more numbers may follow: Tables 1 and 2.
 */
export function isNamed(text: string, start: number, end: number): boolean | 'list' {
  const digits = text.slice(start, end);
  const { word, gap } = wordBefore(text, start);
  if (word === '') return false;
  if (word.endsWith('第')) return true;
  const rest = text.slice(end, end + 14);
  const quantified =
    /^\s?(?:%|\\%|[kKMB](?![A-Za-z\d])|[×倍万亿]|x(?![A-Za-z])|(?:ms|fps|FPS|Hz|dB|GB|MB|mAP|points?|倍)(?![A-Za-z])|[张幅个种篇条名次帧秒项类轮组层天小年月位人段句步块台]|多个|余)/.test(
      rest,
    );
  if (!quantified && !/[.,]\d/.test(rest.slice(0, 2)) && isReference(word, gap, digits)) return 'list';
  if (quantified || /[(（]/.test(gap)) return false;
  const wordStart = start - gap.length - word.length;
  const two = text[wordStart - 1] === ' ' ? `${wordBefore(text, wordStart - 1).word} ${word}` : word;
  const known = (names: ReadonlySet<string>): boolean =>
    names.has(word) || names.has(two) || (HAN.test(word) && (names.has(word.slice(-2)) || names.has(word.slice(-3))));
  const isYear = /^(?:19[89]|20[0-4])\d$/.test(digits);
  if (/^\d\d$/.test(digits) && /['’]/.test(gap)) return known(VENUES) || LETTER.test(word);
  if (isYear && (known(VENUES) || isCapital(word, gap))) return true;
  if (/^(?:\d|1\d|2[0-6])(?:\.\d{1,2})?$/.test(digits) && known(FAMILIES)) return true;
  if (
    /^\d(?:\.\d)?$/.test(digits) &&
    /^[A-Z]/.test(word) &&
    /^[ -](?:Pro|Flash|Sonnet|Opus|Haiku|Turbo|Mini|Nano|Ultra|Lite|Preview|Instruct|Thinking)\b/.test(rest)
  )
    return true;
  if (/^\d\.0$/.test(digits) && /^[A-Z][a-z]+[A-Z]/.test(word)) return true;
  return /^\d{1,5}$/.test(digits) && !/^\.\d/.test(rest) && known(NUMBERED);
}

/** The word before a place, and what lies between: Table, Fig., 图（, App. B. */
function wordBefore(text: string, place: number): { word: string; gap: string } {
  const from = Math.max(0, place - 28);
  const gap =
    /(?:\.?[\s~-]{0,2}[(（]?(?:(?<=[\s.~(（-])[A-Z][.-]?)?|['’])$/.exec(
      text.slice(Math.max(from, place - 6), place),
    )?.[0] ?? '';
  const end = place - gap.length;
  const isHan = HAN.test(text.charAt(end - 1));
  const part = isHan ? HAN : /[A-Za-zÀ-ÖØ-öø-ɏ&·-]/;
  const first = isHan ? Math.max(from, end - 4) : from;
  let start = end;
  while (start > first && part.test(text.charAt(start - 1))) start -= 1;
  return { word: text.slice(start, end), gap };
}

function isCapital(word: string, gap: string): boolean {
  return gap === ' ' && /^[A-Z][A-Za-z-]+$/.test(word) && !BEFORE_YEAR.has(word);
}

function isReference(word: string, gap: string, digits: string): boolean {
  if (HAN.test(word)) {
    if (!/^\d{1,3}(?:\.\d{1,2}){0,2}$/.test(digits) || gap.length > 3) return false;
    if (digits.length === 1 && [2, 3].some((length) => NUMBERED_THINGS.has(word.slice(-length)))) return true;
    return [1, 2, 3, 4].some(
      (length) => word.length >= length && REFERENCES.has(word.slice(-length)) && isWhole(word, length),
    );
  }
  if (digits.length === 1 && gap === ' ' && NUMBERED_THINGS.has(word)) return true;
  return gap !== '' && REFERENCES.has(word.toLowerCase()) && /^\d{1,3}(?:\.\d{1,2}){0,2}$/.test(digits);
}

/** 图 3 points; 意图 3, 代表 3, 模式 3 do not. */
function isWhole(word: string, length: number): boolean {
  const rest = word.slice(0, -length);
  if (length > 1 || rest === '') return true;
  return /(?:如|见|在|和|与|于|中|的|及|据|下|上|对|从|由|照|看|附录|材料|论文|原文|正文|，|、)$/.test(rest);
}

/** Whether the number is the mark of an item within a line: 1) one; 2) other. */
export function isItemMark(text: string, start: number, end: number): boolean {
  if (end - start > 2) return false;
  const before = text.slice(Math.max(0, start - 80), start);
  const next = text.charAt(end);
  if (/[)）]/.test(next)) {
    if (/[(（]$/.test(before)) return true;
    if (/[\d.%<>=≤≥≈~+*/^_-]\s?$/.test(before)) return false;
    return (
      Math.max(before.lastIndexOf('('), before.lastIndexOf('（')) <=
      Math.max(before.lastIndexOf(')'), before.lastIndexOf('）'))
    );
  }
  return /[：:；;。]\s?$/.test(before) && /^[.、]\s?[\u3400-\u9FFFA-Z*]/.test(text.slice(end, end + 3));
}
