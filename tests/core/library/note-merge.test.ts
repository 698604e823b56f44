import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeNotes } from '@/core/library/note-merge';

describe('two notes made of one', () => {
  test.each([
    ['both are kept', '', '甲', '乙', '甲\n\n---\n\n乙'],
    ['both wrote on', '头\n', '头\n甲', '头\n乙', '头\n甲\n\n---\n\n乙'],
    ['both changed it', '头', '新头', '头乙', '新头\n\n---\n\n头乙'],
    ['only they changed it', '头', '头甲', '头', '头甲'],
    ['only I changed it', '头', '头', '头乙', '头乙'],
    ['they took it away', '头', '', '头乙', '头乙'],
    ['I took it away', '头', '头甲', ' ', '头甲'],
    ['both wrote the same', '', '同', '同', '同'],
  ])('%s', (_, base, theirs, mine, both) => expect(mergeNotes(base, theirs, mine)).toBe(both));

  test('lose no word', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const note = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(note, note, note, (base, theirs, mine) => {
        const both = mergeNotes(base, `${base}${theirs}!`, `${base}${mine}?`);
        expect(both).toContain(theirs);
        expect(both).toContain(mine);
      }),
    );
  });
});
