import { AppError, type ErrorCode } from '@/core/errors';

/** A library that could not be opened again: what has been read of it is all that there is, until it answers. */
const LOST: readonly ErrorCode[] = ['storage-lost', 'storage-gone'];

let lost: AppError | null = null;
const told = new Set<(error: AppError | null) => void>();

function change(error: AppError | null): void {
  if (error?.code === lost?.code) return;
  lost = error;
  for (const tell of told) tell(error);
}

export function isLost(error: unknown): error is AppError {
  return error instanceof AppError && LOST.includes(error.code);
}

/** Why the library is out of reach for this page or script; null while it answers. */
export const lostError = (): AppError | null => lost;

export function noteLost(error: AppError): void {
  if (isLost(error)) change(error);
}

export function noteFound(): void {
  change(null);
}

/** Calls back whenever it is lost, and with null when it answers again, until what it returns is called. */
export function onLost(tell: (error: AppError | null) => void): () => void {
  told.add(tell);
  return () => told.delete(tell);
}
