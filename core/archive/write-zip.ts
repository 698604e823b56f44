import { crc32 } from './crc32';
import { LOCAL_HEADER } from './zip-directory';

/** A text of an archive; folders are named before a slash. */
interface ZippedText {
  name: string;
  text: string;
}

const DIRECTORY_ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
/** What can be counted without Zip64, and what stands there in its place. */
const MOST_ENTRIES = 0xffff;
const ELSEWHERE = 0xffffffff;
/** Says that a name is in UTF-8; without it programs read it by the code page of their system. */
const IN_UTF_8 = 0x0800;
const NEEDED = 20;
const NEEDED_64 = 45;

type Field = [bytes: 2 | 4 | 8, value: number];

function write(fields: readonly Field[], behind: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> {
  const size = fields.reduce((sum, [bytes]) => sum + bytes, 0);
  const whole = new Uint8Array(size + behind.length);
  const view = new DataView(whole.buffer);
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  whole.set(behind, size);
  return whole;
}

/** A time as DOS had it, which archives keep: two seconds are the least. */
function toDosTime(at: Date): Field[] {
  const time = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1);
  const day = ((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate();
  return [
    [2, time],
    [2, day],
  ];
}

function writeEnd(count: number, start: number, size: number): Uint8Array<ArrayBuffer>[] {
  const isLong = count >= MOST_ENTRIES;
  const shown = isLong ? MOST_ENTRIES : count;
  const end: Field[] = [
    [4, END],
    [4, 0],
    [2, shown],
    [2, shown],
    [4, isLong ? ELSEWHERE : size],
    [4, isLong ? ELSEWHERE : start],
    [2, 0],
  ];
  if (!isLong) return [write(end)];
  const end64: Field[] = [
    [4, END_64],
    [8, 44], // what follows here
    [2, NEEDED_64],
    [2, NEEDED_64],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, size],
    [8, start],
  ];
  const locator: Field[] = [
    [4, LOCATOR_64],
    [4, 0],
    [8, start + size],
    [4, 1],
  ];
  return [write(end64), write(locator), write(end)];
}

/**
 * Puts texts into a zip archive, piece by piece: what is yielded, one behind the other, is the archive. `at` is the time that its
 * files bear. They are stored as they are, with their sizes in front, which every program unpacks: the reader does so at once, and
 * to pack them would cost the page time and 14 kB of code. Less than 4 GB in all.
 */
export function* zipChunks(files: Iterable<ZippedText>, at: Date): Generator<Uint8Array<ArrayBuffer>> {
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, text } of files) {
    const bytes = new TextEncoder().encode(text);
    const label = new TextEncoder().encode(name);
    const about: Field[] = [
      [2, NEEDED],
      [2, label.length === name.length ? 0 : IN_UTF_8],
      [2, 0], // stored
      ...toDosTime(at),
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, label.length],
      [2, 0],
    ];
    const header = write([[4, LOCAL_HEADER], ...about], label);
    const place: Field[] = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ];
    directory.push(write([[4, DIRECTORY_ENTRY], [2, NEEDED], ...about, ...place], label));
    offset += header.length + bytes.length;
    yield header;
    yield bytes;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  yield* directory;
  yield* writeEnd(directory.length, offset, size);
}
