/**
 * Everything that can go wrong in a way a reader may meet. The sentence for each stands in `core/words/errors.ts`:
 * codes, not classes, because classes do not survive a message.
 */
export type ErrorCode =
  | 'not-utf8' // a file that is not UTF-8 text (another encoding, or binary)
  | 'too-large' // a report over 10 MB
  | 'no-report' // text in which no report, library or day file can be recognised
  | 'no-paper' // a report frame without one paper that can be read
  | 'cut-short' // a report that ends in the middle of a paper
  | 'unreadable' // a file that could not be opened
  | 'bad-json' // a JSON file that ends early or does not parse
  | 'file-newer' // a library file written by a newer version of Daodu
  | 'bad-record' // JSON of the right kind whose records have the wrong shape
  | 'bad-request' // a message of the wrong shape or from a sender we do not serve
  | 'storage-full'
  | 'storage-newer' // the library was written by a newer version of Daodu
  | 'storage-failed'
  | 'arxiv-answer' // arXiv answered with an error, or with what we cannot read
  | 'arxiv-offline' // arXiv could not be reached, or not in time
  | 'arxiv-busy' // arXiv refuses us for a while, or fails
  | 'stopped' // a job that the reader stopped
  | 'extension-updated' // the page still runs a script of the version before
  | 'unknown';

/** An error with a code. `line` counts from 1 and names the place in the input where there is one. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly line: number | null;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; line?: number | null } = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.line = options.line ?? null;
  }
}
