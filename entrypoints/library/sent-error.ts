import { AppError, type ErrorCode } from '@/core/errors';

/** An AppError as it crosses from a worker: classes do not survive a message. */
export interface SentError {
  code: ErrorCode;
  line: number | null;
  host: string | null;
  /** For the console; readers get the sentence of the code. */
  detail: string;
}

export function toSent({ code, line, host, message, cause }: AppError): SentError {
  return { code, line, host, detail: cause instanceof Error ? `${message}: ${cause.message}` : message };
}

export function fromSent({ code, line, host, detail }: SentError): AppError {
  return new AppError(code, detail, { line, host });
}
