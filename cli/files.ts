import { readFileSync } from 'node:fs';
import { AppError, type ErrorCode } from '@/core/errors';
import { isLibraryJson } from '@/core/library/json';
import { decodeReport, decodeText } from '@/core/report/decode';
import { errorWords } from '@/core/words/errors';
import { fill } from '@/core/words/words';

/** What a program learns of an error, and the sentence that a reader does. */
export interface FileError {
  code: ErrorCode;
  message: string;
  line: number | null;
}

/** The bytes of a file. @throws AppError `unreadable` */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new AppError('unreadable', `Cannot read ${file}`, { cause });
  }
}

/** The text of a report or library. Only reports have a limit: a library grows with its reader. @throws AppError */
export function readInputText(file: string): string {
  const bytes = readBytes(file);
  const isLibrary = isLibraryJson(new TextDecoder().decode(bytes.subarray(0, 1024)));
  return isLibrary ? decodeText(bytes) : decodeReport(bytes);
}

export function describe(error: unknown, file: string): FileError {
  const code = error instanceof AppError ? error.code : 'unknown';
  const line = error instanceof AppError ? error.line : null;
  return { code, message: fill(errorWords.zh[code], { file, line: line ?? 1 }), line };
}
