import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceSpans, splitSentences } from '@/core/roles/sentences';

describe('splitSentences', () => {
  // Each row is one text, its sentences apart: joined by a space they must fall apart again at the same places.
  test.each<[string, ...string[]]>([
    ['plain sentences', 'We study graphs.', 'They are large.', 'Results follow.'],
    ['abbreviations', 'We use nets, e.g. CNNs, i.e. deep ones.', 'It works vs. others, cf. Table 2.'],
    ['e.g. before a capital', 'Large models, e.g. GPT, i.e. Transformers, are slow.', 'Ours is not.'],
    ['e.g. with a comma', 'Some tasks (e.g., parsing) are hard, i.e., unsolved.', 'We solve them.'],
    ['et al. before a year', 'The work of Smith et al. (2019) is extended.', 'It holds.'],
    ['et al. before a reference', 'As in Smith et al. [3], we sum.', 'It holds.'],
    ['et al. before a verb', 'Smith et al. show this for trees.', 'We show it for graphs.'],
    ['et al. that ends', 'This was asked by Smith et al.', 'We answer it.'],
    ['numbered things', 'See Fig. 2, Figs. 3 and 4, Eq. (5), Sec. 6, Tab. 7 and Ref. 8.', 'Thm. 9 is next.'],
    ['tied numbered things', 'See Fig.~2 and Eq.~\\ref{eq:a. b}.', 'Then go on.'],
    ['No. before a number', 'Grant No. 5 paid for it.', 'The answer is no.', 'We stop.'],
    ['approx. and resp.', 'It takes approx. five and resp. ten steps.', 'That is few.'],
    ['w.r.t. and i.i.d.', 'Robust w.r.t. Gaussian noise, for i.i.d. samples.', 'It is fast.'],
    ['w.r.t. before a formula', 'It is convex w.r.t. $x$ and s.t. $y > 0$.', 'So it is solved.'],
    ['etc. inside', 'Cars, trucks etc. are found.', 'Nothing else is.'],
    ['etc. that ends', 'It finds cars, trucks, etc.', 'The rest is lost.'],
    ['decimals', 'Accuracy is 3.5 points higher at 0.71.', 'It was 67.4% before.'],
    ['a decimal that ends', 'The gain is 3.5.', '10 users saw it.'],
    ['versions', 'We use Python 3.10.4 and v2.0.', 'Version 2.1 follows.'],
    ['initials', 'The idea of J. R. Smith and A. Turing is old.', 'It is new here.'],
    ['a letter that ends', 'We compare it with plan B.', 'The latter wins.'],
    ['U.S. inside', 'The U.S. Army and U.S. firms pay.', 'We measure it.'],
    ['U.S. that ends', 'It is used in the U.S.', 'The law allows it.'],
    ['Ph.D.', 'Ph.D. students of Dr. Jordan and Prof. Lee took part.', 'All passed.'],
    ['a formula with a stop', 'Let $x = 1. Y$ hold.', 'So $y=2.$', 'Then stop.'],
    ['a display formula', 'We solve $$a. B = c! D$$ quickly.', 'Then \\(u. V\\) too.'],
    ['a TeX command', 'This follows \\cite{smith. Jones} closely.', 'It \\textbf{works. Well} enough.'],
    ['prices', 'It costs $5.', 'We sell it for $10.', 'Profit is US$5.'],
    ['addresses', 'Code is at https://github.com/a/b.c.', 'See also www.x.org/y.html.', 'Enjoy.'],
    ['names with a stop', 'Our tool for Node.js and ASP.NET runs.', 'The U-Net.v2 does not.'],
    ['an ellipsis inside', 'Models grow ... and grow.', 'They stop…', 'We ask why.'],
    ['questions and exclamations', 'Is attention all you need?', 'No!', 'We show why.'],
    ['a mark in a name', 'Yahoo! Answers is our source.', 'It is large.'],
    ['quotes after the stop', 'They say “attention is all.”', '“It is not.”', 'We "agree."', 'Both hold.'],
    ['brackets after the stop', 'It works.', '(We tried.)', 'Then it ends.'],
    ['stops in brackets', 'Nets (see Fig. 2. It is big) are slow.', 'Ours is fast.'],
    ['references after the stop', 'This was known.[12]', 'It is not new.'],
    [
      'a lower-case name first',
      'Language models help vision.',
      'iGPT shows this.',
      'word2vec did not.',
      'k-means fails.',
    ],
    ['a lower-case word first', 'We release the data.', 'gensim reads it.'],
    ['a digit first', 'The corpus is public.', '400 hours are labelled.', '3D shapes are not.'],
    ['a formula first', 'We bound the loss.', '$O(n)$ steps suffice.', '\\textsc{Fast} needs fewer.'],
    ['numbered items', '1. First we train.', '2. Second we test.'],
    ['no stop at the end', 'We train it.', 'And test it'],
    ['one word', 'Withdrawn'],
    ['Chinese', '我们提出一种方法。'],
  ])('%s', (_name, ...sentences) => expect(splitSentences(sentences.join(' '))).toEqual(sentences));

  test.each([
    ['我们提出一种方法。它很快！真的吗？是的', ['我们提出一种方法。', '它很快！', '真的吗？', '是的']],
    ['他说：“可以。”然后走了。', ['他说：“可以。”', '然后走了。']],
    ['我们用 BERT。It works. 准确率 3.5。', ['我们用 BERT。', 'It works.', '准确率 3.5。']],
    ['We train nets.The loss falls.', ['We train nets.', 'The loss falls.']],
    ['We call torch.Tensor and np.Array.', ['We call torch.Tensor and np.Array.']],
    ['A line\nbroken here. And\nthere.', ['A line\nbroken here.', 'And\nthere.']],
    ['Two parts\n\nof a text', ['Two parts', 'of a text']],
    ['  Spaces around.  \n', ['Spaces around.']],
  ])('splits %j', (text, sentences) => expect(splitSentences(text)).toEqual(sentences));

  test.each(['', ' ', '\n\n'])('finds no sentence in %j', (text) => expect(splitSentences(text)).toEqual([]));
});

describe('sentenceSpans', () => {
  test('leaves only white space between the spans', () => {
    const piece = fc.constantFrom(
      'We see ',
      'e.g. ',
      '$x. Y$',
      '. ',
      '.',
      '。',
      '(',
      ') ',
      'Fig. 2',
      '\n\n',
      '! ',
      '"',
      'The ',
      '5',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          let end = 0;
          for (const span of sentenceSpans(text)) {
            expect(text.slice(end, span.start).trim()).toBe('');
            expect(span.end).toBeGreaterThan(span.start);
            end = span.end;
          }
          expect(text.slice(end).trim()).toBe('');
        },
      ),
    );
  });
});
