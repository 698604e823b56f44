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
  | 'backup-cut' // a backup that ends early
  | 'backup-broken' // a backup of which a line or a sum is wrong
  | 'zip-broken' // an archive, or a file in one, that is incomplete or damaged
  | 'zip-locked' // a file in an archive that needs a password
  | 'zip-method' // an archive, or a file in one, packed in a way we cannot unpack
  | 'zip-many' // an archive of more files than we look at
  | 'import-died' // the worker that imports was lost
  | 'bad-request' // a message of the wrong shape or from a sender we do not serve
  | 'storage-full'
  | 'storage-newer' // the library was written by a newer version of Daodu
  | 'storage-blocked' // an old page of ours holds the library, which is to be brought to a newer form
  | 'storage-private' // the browser keeps nothing for us, as in Firefox's permanent private mode
  | 'storage-lost' // the browser dropped the library, and does not open it again
  | 'storage-gone' // what was open a moment ago is no longer there: its files were removed, or the browser gave them up as broken
  | 'storage-failed'
  | 'arxiv-answer' // arXiv answered with an error, or with what we cannot read
  | 'no-pdf' // arXiv has no PDF of the paper
  | 'no-full-text' // arXiv has no full text of the paper as a page
  | 'arxiv-offline' // arXiv could not be reached, or not in time
  | 'arxiv-busy' // arXiv refuses us for a while, or fails
  | 'feed-offline' // no answer at all, or not in time
  | 'feed-moved' // the address leads on to another
  | 'feed-busy' // too many requests
  | 'feed-refused' // the server lets nobody in, or not us
  | 'feed-failed' // the server fails
  | 'feed-cut' // a day's file that broke off on its way
  | 'feed-page' // a web page in the place of a day's file
  | 'feed-repository' // jsDelivr serves no repository of this size
  | 'feed-permission' // the browser has not allowed the feed's host
  | 'feed-address' // no route is on, or an address that is none of the feed's own
  | 'model-none' // no model is configured
  | 'model-permission' // the browser has not allowed the model's address
  | 'model-key' // the key is refused, missing or no key at all
  | 'model-key-site' // the key is refused and may belong to another site of the same provider
  | 'model-address' // what answers at the address is no such service
  | 'model-name' // the provider has no model of this name, or not for this key
  | 'model-origin' // the provider serves no browser extensions, as Ollama does until it is told to
  | 'model-quota' // the account's money or allowance is used up
  | 'model-busy' // too many requests, or the provider fails
  | 'model-region' // the provider does not serve this country
  | 'model-offline' // no answer at all: no network, wrong host, a redirect
  | 'model-silent' // an answer that did not come, or stopped coming, in time
  | 'model-cut' // an answer that broke off
  | 'model-blank' // an answer of nothing but blanks
  | 'model-filter' // the provider's content filter stepped in
  | 'model-long' // more text than the model takes in
  | 'model-answer' // an answer that cannot be understood, or a request that the provider does not understand
  | 'sync-offline' // no answer at all: no network, wrong host, a certificate that is refused
  | 'sync-slow' // an answer that did not come in time
  | 'sync-cut' // an answer that broke off
  | 'sync-moved' // the address leads on to another
  | 'sync-password' // user or password are refused
  | 'sync-refused' // the server lets this user not do it
  | 'sync-missing' // the folder of the address is not there
  | 'sync-no-dav' // what answers at the address is no WebDAV
  | 'sync-full' // no more room on the server, or a file is too large for it
  | 'sync-locked' // somebody else has locked the folder
  | 'sync-busy' // too many requests
  | 'sync-failed' // the server fails
  | 'sync-permission' // the browser has not allowed the server's host
  | 'zotero-offline' // no Zotero answers on this machine
  | 'zotero-permission' // the browser has not allowed Zotero's address
  | 'zotero-other' // what answers at Zotero's address is not Zotero
  | 'zotero-old' // a Zotero before 6
  | 'zotero-newer' // a Zotero that wants a newer edition of its protocol than ours
  | 'zotero-refused' // Zotero lets nobody in, or not us
  | 'zotero-read-only' // no library that can be written to
  | 'zotero-failed' // Zotero could not save the paper
  | 'zotero-cut' // Zotero fell silent while it saved: the paper may be there
  | 'stopped' // a job that the reader stopped
  | 'extension-updated' // the page still runs a script of the version before
  | 'unknown';

interface AppErrorOptions {
  cause?: unknown;
  line?: number | null;
  retryAfterSeconds?: number | null;
  host?: string | null;
}

/**
 * An error with a code. `line` counts from 1 and names the place in the input where there is one; `retryAfterSeconds` is how
 * long a server asked to be left alone, null where it did not say; `host` is the server it is about, null where the code says it
 * or there is none.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly line: number | null;
  readonly retryAfterSeconds: number | null;
  readonly host: string | null;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.line = options.line ?? null;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
    this.host = options.host ?? null;
  }
}
