import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beats, type Edit, mergeEdits } from '@/core/sync/edit';
import { toAbroad, toHome } from '@/core/sync/naming';
import { fieldsOf, NO_FIELDS, type PaperFields, stampFields } from '@/core/sync/paper-fields';
import { isBelievable, nextStamp, toStamp } from '@/core/sync/stamp';

const ID = '2512.23705';
const DEVICES = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'];

const editArbitrary: fc.Arbitrary<Edit> = fc.record({
  key: fc.constantFrom(`${ID}|saved`, `${ID}|status`, `${ID}|tag|a`),
  at: fc.integer({ min: 1, max: 5 }),
  by: fc.constantFrom(...DEVICES),
  value: fc.constantFrom(null, 1, 2, 'read'),
});
const editsArbitrary = fc.array(editArbitrary, { maxLength: 12 });
const sorted = (edits: ReadonlyMap<string, Edit>) => [...edits].toSorted(([one], [other]) => (one < other ? -1 : 1));

describe('merging', () => {
  test('does not depend on order, grouping or repetition', () => {
    fc.assert(
      fc.property(editsArbitrary, editsArbitrary, editsArbitrary, (one, two, three) => {
        const left = mergeEdits(mergeEdits(mergeEdits(new Map(), one), two), three);
        const right = mergeEdits(mergeEdits(mergeEdits(new Map(), three), [...two, ...one]), two);
        expect(sorted(right)).toEqual(sorted(left));
      }),
    );
  });

  test('always knows which of two counts', () => {
    fc.assert(
      fc.property(editArbitrary, editArbitrary, (one, other) => {
        const isSame =
          JSON.stringify([one.at, one.by, one.value]) === JSON.stringify([other.at, other.by, other.value]);
        expect(beats(one, other) !== beats(other, one)).toBe(!isSame);
      }),
    );
  });
});

/** A library: its edits as it keeps them, its clock, and which texts its reader has seen go. */
class Library {
  edits = new Map<string, Edit>();
  constructor(
    readonly device: string,
    public clock: number,
  ) {}
  get fields(): PaperFields {
    return fieldsOf(this.edits.values());
  }
  change(change: Partial<PaperFields>): void {
    this.edits = mergeEdits(this.edits, stampFields(ID, [...this.edits.values()], change, this.clock));
  }
  abroad(): Edit[] {
    return [...this.edits.values()].map((edit) => toAbroad(edit, this.device));
  }
  read(other: Library): void {
    const mine = new Map(this.abroad().map((edit) => [edit.key, edit]));
    const merged = mergeEdits(mine, other.abroad());
    this.edits = new Map([...merged.values()].map((edit) => toHome(edit, this.device)).map((edit) => [edit.key, edit]));
  }
}

const changeArbitrary: fc.Arbitrary<Partial<PaperFields>> = fc.oneof(
  fc.record({ savedAt: fc.constantFrom(null, 1, 2) }),
  fc.record({ status: fc.constantFrom(null, 'read' as const, 'reading' as const) }),
  fc.record({ dismissedAt: fc.constantFrom(null, 3) }),
  fc.record({ tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd|e'), { maxLength: 4 }) }),
  fc.record({ note: fc.string({ maxLength: 3 }) }),
);
const step = fc.oneof(
  fc.record({ at: fc.nat(2), change: changeArbitrary, tick: fc.integer({ min: -50, max: 100 }) }),
  fc.record({ at: fc.nat(2), from: fc.nat(2) }),
);

function play(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): Library[] {
  // Three clocks that disagree by hours, and now and then run backwards.
  const libraries = DEVICES.map((device, index) => new Library(device, 1_000_000 + index * 7_200_000));
  for (const one of steps) {
    const library = libraries[one.at];
    if (!library) continue;
    if ('change' in one) {
      library.clock = Math.max(1, library.clock + one.tick);
      library.change(one.change);
      expect(library.fields).toEqual({ ...library.fields, ...one.change, ...noteOnly(one.change) });
    } else {
      const other = libraries[one.from];
      if (other && other !== library) library.read(other);
    }
  }
  for (let round = 0; round < 2; round++) {
    for (const library of libraries) for (const other of libraries) if (other !== library) library.read(other);
  }
  return libraries;
}

/** A note of blanks alone is none. */
const noteOnly = ({ note }: Partial<PaperFields>) =>
  note === undefined ? {} : { note: note.trim() === '' ? '' : note };

describe('several libraries', () => {
  test('are equal once all have read all, whatever was changed where, with clocks that disagree', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const [first, ...others] = play(steps);
        for (const other of others) expect(other.fields).toEqual(first?.fields);
      }),
      { numRuns: 500 },
    );
  });

  test('lose no text that nobody wrote over', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{4}$/), { minLength: 3, maxLength: 3 }), (texts) => {
        const libraries = DEVICES.map((device, index) => new Library(device, 1_000 * (3 - index)));
        libraries.forEach((library, index) => library.change({ note: texts[index] ?? '' }));
        for (const library of libraries) for (const other of libraries) if (other !== library) library.read(other);
        for (const { fields } of libraries) for (const text of texts) expect(fields.note).toContain(text);
      }),
    );
  });
});

const two = () => [new Library('aaaaaaaa', 5_000), new Library('bbbbbbbb', 1)] as const;

describe('a note', () => {
  test('that was written on with the other before one’s eyes stands alone, even by a clock that is behind', () => {
    const [ahead, behind] = two();
    ahead.change({ note: '先' });
    behind.read(ahead);
    behind.change({ note: '后' });
    ahead.read(behind);
    expect([ahead.fields.note, behind.fields.note]).toEqual(['后', '后']);
  });

  test('that was written in two places at once is kept twice, and once more when it was joined by hand', () => {
    const [one, other] = two();
    one.change({ note: '甲' });
    other.change({ note: '乙' });
    one.read(other);
    other.read(one);
    expect([one.fields.note, other.fields.note]).toEqual(['甲\n\n---\n\n乙', '甲\n\n---\n\n乙']);
    other.change({ note: '甲乙' });
    one.read(other);
    expect(one.fields.note).toBe('甲乙');
  });

  test('that was deleted here while it was written on there is kept', () => {
    const [one, other] = two();
    one.change({ note: '甲' });
    other.read(one);
    one.change({ note: '' });
    other.change({ note: '甲二' });
    one.read(other);
    other.read(one);
    expect([one.fields.note, other.fields.note]).toEqual(['甲二', '甲二']);
  });

  test('that was deleted with the other’s text before one’s eyes is gone', () => {
    const [one, other] = two();
    one.change({ note: '甲' });
    other.read(one);
    other.change({ note: '' });
    one.read(other);
    expect(one.fields.note).toBe('');
  });

  test('that was written in two places in the same moment reads the same in both', () => {
    const [one, other] = [new Library('aaaaaaaa', 5), new Library('bbbbbbbb', 5)];
    one.change({ note: '甲' });
    other.change({ note: '乙' });
    one.read(other);
    other.read(one);
    expect(other.fields).toEqual(one.fields);
  });

  test('whose writers claim to have seen each other does not disappear', () => {
    const claims: Edit[] = [
      { key: `${ID}|note|aaaaaaaa`, at: 5, by: 'aaaaaaaa', value: '甲', seen: { bbbbbbbb: 9 } },
      { key: `${ID}|note|bbbbbbbb`, at: 6, by: 'bbbbbbbb', value: '乙', seen: { aaaaaaaa: 9 } },
    ];
    expect(fieldsOf(claims).note).toBe('乙');
  });
});

describe('tags', () => {
  test('that two devices add are both there, and one that was taken off here stays off', () => {
    const one = new Library('aaaaaaaa', 10);
    const other = new Library('bbbbbbbb', 10);
    one.change({ tags: ['x', 'y'] });
    other.read(one);
    one.change({ tags: ['y', '甲'] });
    other.change({ tags: ['x', 'y', '乙'] });
    one.read(other);
    other.read(one);
    expect(one.fields.tags.toSorted()).toEqual(['y', '乙', '甲'].toSorted());
    expect(other.fields.tags).toEqual(one.fields.tags);
  });

  test('keep the order that they were given', () => {
    const one = new Library('aaaaaaaa', 10);
    one.change({ tags: ['b', 'a', 'c'] });
    one.change({ tags: ['c', 'a', 'd', 'b'] });
    expect(one.fields.tags).toEqual(['c', 'a', 'd', 'b']);
  });

  test('that stay where they are are not stamped again', () => {
    const one = new Library('aaaaaaaa', 10);
    one.change({ tags: ['a', 'b'] });
    expect(stampFields(ID, [...one.edits.values()], { tags: ['a', 'b', 'c'] }, 20)).toMatchObject([
      { key: `${ID}|tag|c`, value: 2 },
    ]);
  });
});

describe('stamps', () => {
  test('are later than what they replace, whatever the clock says', () => {
    expect(nextStamp(5, 0)).toBe(toStamp(5));
    expect(nextStamp(5, toStamp(900))).toBe(toStamp(900) + 1);
  });

  test.each([
    [toStamp(1_000), true],
    [toStamp(1_000 + 3_600_000), true],
    [toStamp(1_000 + 25 * 3_600_000), false],
    [0, false],
    [-1, false],
    [Number.NaN, false],
    [Number.MAX_VALUE, false],
    [1.5, false],
  ])('%d is believable: %s', (stamp, believable) => expect(isBelievable(stamp, 1_000)).toBe(believable));
});

test('nothing changed is nothing stamped', () => expect(stampFields(ID, [], NO_FIELDS, 5)).toEqual([]));
