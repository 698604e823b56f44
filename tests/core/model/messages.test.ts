import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MessageReader, STREAM_END } from '@/core/model/messages';

function read(framing: 'events' | 'lines', pieces: readonly string[]): unknown[] {
  const reader = new MessageReader(framing);
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

describe('messages', () => {
  test.each([
    ['events', 'data: {"a":1}\n\ndata: {"a":2}\n\n', [{ a: 1 }, { a: 2 }]],
    ['events', 'event: x\nid: 7\nretry: 3\ndata:{"a":\ndata: 1}\n\n', [{ a: 1 }]],
    ['events', '\n\n: hello\n\ndata: [DONE]\n\n', [STREAM_END]],
    ['events', 'data: {"a":1}', [{ a: 1 }]],
    ['events', ' {"a":\n 1}\n', [{ a: 1 }]],
    ['lines', '{"a":1}\r\n\n{"a":2}', [{ a: 1 }, { a: 2 }]],
  ] as const)('are read from %s %j, however it is cut', (framing, text, expected) => {
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (cuts) => {
        const ends = [...new Set([...cuts, text.length])].toSorted((one, other) => one - other);
        expect(
          read(
            framing,
            ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end)),
          ),
        ).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['events', 'data: {"a":1}\n\ndata: {"a":', [{ a: 1 }]],
    ['lines', '{"a":1}\n{"a":', [{ a: 1 }]],
    ['events', '{"a":', []],
    ['events', ': only signs of life\n\n', []],
    ['lines', '\n \n', []],
  ] as const)('of %s %j end where the stream was cut', (framing, text, expected) =>
    expect(read(framing, [text])).toEqual(expected),
  );

  test.each([
    ['events', 'data: nonsense\n\n', 'model-answer'],
    ['lines', 'nonsense\n', 'model-answer'],
    ['events', 'Service is down\n', 'model-answer'],
    ['events', '  <!doctype html>', 'model-address'],
    ['lines', '<html>', 'model-address'],
    ['events', `data: ${'a'.repeat(4_100_000)}`, 'model-answer'],
    ['lines', `{"a":"${'a'.repeat(4_100_000)}`, 'model-answer'],
    ['events', `{"a":"${'a'.repeat(4_100_000)}`, 'model-answer'],
  ] as const)('are not made of %s %.20j', (framing, text, code) =>
    expect(() => read(framing, [text])).toThrow(expect.objectContaining({ code })),
  );
});
