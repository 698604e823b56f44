import { describe, expect, test } from 'vitest';
import { keySentences } from '@/core/roles/key-findings';

const PLAIN = 'Images are everywhere.';

/** Marked beside sentences of which none has a cue, and which are not the last two. */
function isKey(sentence: string): boolean | undefined {
  return keySentences([sentence, PLAIN, 'We propose a net.', PLAIN, PLAIN])[0];
}

describe('keySentences', () => {
  test.each([
    'We propose a method.',
    'We present X.',
    'In this paper, we introduce Y.',
    'We also develop a tool.',
    'Here we demonstrate it.',
    'We achieve 95% accuracy.',
    'We show that it holds.',
    'We further empirically show it.',
    'Results show a gain.',
    'Our experimental results on three datasets demonstrate a gain.',
    'The results showed little.',
    'Our approach is fast.',
    'OUR METHOD IS FAST.',
    'Our proposed method is fast.',
    'It outperforms all others.',
    'Outperforming others, it wins.',
    'It is state-of-the-art.',
    'It reaches the state of the art.',
    'Our main contribution is a proof.',
    'The contributions are two.',
    'A novel idea.',
    'A new dataset is described.',
    'This paper presents a survey.',
    'A parser is proposed.',
  ])('marks %s', (sentence) => expect(isKey(sentence)).toBe(true));

  test.each([
    'We renew the licence.',
    'It is solved by Newton steps.',
    'The newton is a unit.',
    'News spreads fast.',
    'A novella is short.',
    'Novels are long.',
    'We propositioned nobody.',
    'We know that it holds.',
    'They showed this.',
    'The methods of others fail.',
    'Their approach is slow.',
    'It performs well.',
    'The arts are in a bad state.',
    'Results are listed below.',
    'The data is distributed.',
    'The data is represented as trees.',
  ])('leaves %s', (sentence) => expect(isKey(sentence)).toBe(false));

  test('marks the last two where no sentence has a cue', () => {
    expect(keySentences([PLAIN, PLAIN, PLAIN, PLAIN])).toEqual([false, false, true, true]);
    expect(keySentences([PLAIN])).toEqual([true]);
    expect(keySentences([])).toEqual([]);
  });
});
