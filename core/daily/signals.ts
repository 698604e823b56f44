import { isKeySentence } from '../roles/key-findings';
import { splitSentences } from '../roles/sentences';

const MEASURED = /\d(?:[\d.,]*)\s*(?:\\?%|×|x\b|times\b|points?\b|dB\b|FPS\b|fold\b)|\bby \d/i;
const ON_REAL_DATA =
  /\breal[- ]world (?:data\w*|experiments?|robots?|deployments?|scen\w+|environments?|benchmarks?|applications?)|\b(?:on|with) (?:a )?(?:physical|real) (?:robots?|hardware)|\blarge[- ]scale (?:\w+ )?(?:data\w*|benchmark|study|corpus)|\bdeployed\b/i;

/** What an abstract says of its findings: sentences with a cue of one, 0 to 3, whether numbers go with them, and real data. */
export function readFindings(abstract: string): { sentences: number; measured: boolean; onRealData: boolean } {
  const cues = splitSentences(abstract).filter(isKeySentence);
  return {
    sentences: Math.min(3, cues.length),
    measured: cues.some((sentence) => MEASURED.test(sentence)),
    onRealData: ON_REAL_DATA.test(abstract),
  };
}
