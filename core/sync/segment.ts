import * as z from 'zod/mini';
import { crc32 } from '../archive/crc32';
import { STATUSES } from '../status';
import type { Steps } from '../steps';
import type { Edit } from './edit';
import { type EditKey, parseKey } from './keys';
import { isSettingValue } from './setting-values';
import { isBelievable } from './stamp';

/** The newest form of the files; one that claims a higher one was written by a newer Daodu. */
export const FILE_VERSION = 1;
/** What a file may have at most; ours have less than a tenth of it. */
export const MOST_FILE_BYTES = 8_000_000;

const deviceSchema = z.string().check(z.regex(/^[0-9a-f]{8}$/));
const headSchema = z.object({
  format: z.literal('daodu-sync'),
  version: z.int(),
  device: deviceSchema,
  name: z.string(),
  writtenAt: z.number(),
  lines: z.int(),
  checksum: z.string(),
});

/** Who wrote a file, and when (epoch milliseconds). */
export interface SegmentHead {
  device: string;
  name: string;
  writtenAt: number;
}

const text = z.string().check(z.maxLength(20_000));
const paperSchema = z.object({
  id: z.string().check(z.maxLength(60)),
  title: text,
  authors: z.array(text).check(z.maxLength(10_000)),
  published: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  categories: z.array(text).check(z.maxLength(50)),
  comments: z.nullable(text),
  journalRef: z.nullable(text),
  doi: z.nullable(text),
});
/** As much of a paper as makes a star from elsewhere readable; the paper's page tells the rest when it is next open. */
export type TravellingPaper = z.infer<typeof paperSchema>;

const editSchema = z.object({
  key: z.string().check(z.maxLength(2_000)),
  at: z.number(),
  /** Absent: the file's own device. */
  by: z.optional(deviceSchema),
  value: z.unknown(),
  seen: z.optional(z.record(deviceSchema, z.number())),
});

/** A file that was read. `future` counts edits that a wrong clock stamped; they are left out. */
export interface Segment {
  head: SegmentHead;
  edits: Edit[];
  papers: TravellingPaper[];
  future: number;
}

const isMoment = (value: unknown): boolean => value === null || (Number.isSafeInteger(value) && Number(value) >= 0);

function isValueOf(key: EditKey, value: unknown): boolean {
  switch (key.kind) {
    case 'saved':
    case 'dismissed':
    case 'tag':
      return isMoment(value);
    case 'status':
      return value === null || STATUSES.some((status) => status === value);
    case 'note':
      return typeof value === 'string';
    case 'setting':
      return isSettingValue(key.name, value);
  }
}

const checksumOf = (body: Uint8Array): string => crc32(body).toString(16).padStart(8, '0');

/** Writes a file: a line that says what it is and by which it can be told whether it is whole, then a line for each edit and paper. */
export function writeSegment(
  head: SegmentHead,
  edits: readonly Edit[],
  papers: readonly TravellingPaper[],
): Uint8Array<ArrayBuffer> {
  const lines = [
    ...edits.map(({ key, at, by, value, seen }) => {
      return JSON.stringify({ key, at, ...(by !== head.device && { by }), value, ...(seen && { seen }) });
    }),
    ...papers.map((paper) => JSON.stringify({ paper })),
  ];
  const encoder = new TextEncoder();
  const body = encoder.encode(lines.map((line) => `${line}\n`).join(''));
  const first = {
    format: 'daodu-sync',
    version: FILE_VERSION,
    ...head,
    lines: lines.length,
    checksum: checksumOf(body),
  };
  const start = encoder.encode(`${JSON.stringify(first)}\n`);
  const all = new Uint8Array(start.length + body.length);
  all.set(start);
  all.set(body, start.length);
  return all;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function readEdit(value: unknown, device: string): Edit | null {
  const parsed = z.safeParse(editSchema, value);
  if (!parsed.success) return null;
  const { key: keyText, at, by = device, seen } = parsed.data;
  const key = parseKey(keyText);
  if (!key || !isValueOf(key, parsed.data.value)) return null;
  // A text of one device’s that another claims to have written would be two under one name.
  if (key.kind === 'note' && key.device !== by) return null;
  return { key: keyText, at, by, value: parsed.data.value, ...(seen && { seen }) };
}

/**
 * Reads a file of another device's. Lines that this version does not know are left out.
 *
 * @returns why it cannot be used, where it cannot: it is not whole, is no such file, or was written by a newer Daodu.
 */
export function* readSegmentSteps(bytes: Uint8Array, now: number): Steps<Segment | 'damaged' | 'newer'> {
  const end = bytes.indexOf(10);
  if (end < 0) return 'damaged';
  const decoder = new TextDecoder();
  const first = z.safeParse(headSchema, parseJson(decoder.decode(bytes.subarray(0, end))));
  if (!first.success) return 'damaged';
  const { device, name, writtenAt, version, lines: count, checksum } = first.data;
  if (version > FILE_VERSION) return 'newer';
  const body = bytes.subarray(end + 1);
  yield;
  const lines = decoder.decode(body).split('\n');
  if (checksumOf(body) !== checksum || lines.length !== count + 1) return 'damaged';
  const segment: Segment = { head: { device, name, writtenAt }, edits: [], papers: [], future: 0 };
  for (const [index, line] of lines.entries()) {
    if (index % 50 === 0) yield;
    const value = parseJson(line);
    const paper = z.safeParse(z.object({ paper: paperSchema }), value);
    if (paper.success) segment.papers.push(paper.data.paper);
    const edit = paper.success ? null : readEdit(value, device);
    if (edit && isBelievable(edit.at, now)) segment.edits.push(edit);
    else if (edit) segment.future++;
  }
  return segment;
}
