const BE = '(?:is|are|was|were|has been|have been)';
const CUES = [
  /\bwe (?:\w+ly |also |then |further |first |here |thus |therefore |now )*(?:propose|present|introduce|develop|demonstrate|achieve|show)(?:d|ed|n)?\b/i,
  new RegExp(
    `\\b(?:propose|present|introduce|develop|demonstrate|achieve|show)(?:s)?\\b(?<=\\b(?:paper|work|article|study) \\w+)`,
    'i',
  ),
  new RegExp(`\\b${BE} (?:\\w+ly )?(?:proposed|presented|introduced|developed)\\b`, 'i'),
  /\b(?:results?|experiments?|evaluations?|simulations?|findings?|analys[ei]s)(?: [\w-]+){0,6}? (?:show|demonstrate|indicate|reveal|suggest|confirm)(?:s|ed|n)?\b/i,
  /\b(?:our|the proposed) (?:\w+[- ]){0,3}?(?:approach|method|model|framework|algorithm|system|technique)(?:e?s)?\b/i,
  /\boutperform(?:s|ed|ing)?\b/i,
  /\bstates?[- ]of[- ](?:the[- ])?arts?\b|\bSOTA\b/i,
  /\bcontribut(?:ion|ions|e|es)\b/i,
  /\bnovel(?:ty)?\b/i,
  /\bnew(?:ly)?\b/i,
];

/** Whether a sentence has a cue phrase of key findings. */
export function isKeySentence(sentence: string): boolean {
  return CUES.some((cue) => cue.test(sentence));
}

/** Which sentences carry the key findings, by their cue phrases; where none has one, the last two. */
export function keySentences(sentences: string[]): boolean[] {
  const marked = sentences.map(isKeySentence);
  if (marked.includes(true)) return marked;
  return sentences.map((_, at) => at >= sentences.length - 2);
}
