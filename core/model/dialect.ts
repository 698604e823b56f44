import type { ModelConfig } from './config';
import type { ModelRequest } from './stream';

/** Why an answer ended; `filter`: by the provider's content filter. */
export type Finish = 'stop' | 'length' | 'filter';

/** Tokens, as far as a message tells them; null for what it does not tell. */
export interface Usage {
  input: number | null;
  output: number | null;
}

/** What one message of an answer says. */
export type Piece =
  | { kind: 'text' | 'thinking'; text: string }
  | { kind: 'finish'; finish: Finish }
  | { kind: 'usage'; usage: Usage }
  | { kind: 'model'; model: string }
  /** The provider failed after it had begun to answer; the failure as it told it. */
  | { kind: 'failure'; failure: unknown }
  /** Nothing follows. */
  | { kind: 'end' };

/** A request ready to be sent. The key stands in `headers` only. */
export interface Call {
  url: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

/** How a provider is spoken to. */
export interface Dialect {
  /** Server-sent events, or one JSON text a line. */
  framing: 'events' | 'lines';
  buildCall: (config: ModelConfig, request: ModelRequest, key: string | null) => Call;
  /** Reads one message, which may also be the whole answer in one piece; what it does not know it passes over. */
  readMessage: (message: unknown) => Piece[];
}

/** The address of an endpoint, also where the reader entered that instead of the base URL. */
export function endpoint(baseUrl: string, path: string): string {
  const base = baseUrl.replace(/\/+$/, '');
  return base.endsWith(path) ? base : base + path;
}

/** Bytes as base64, for a PDF inside JSON. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // In pieces, since a whole PDF is more arguments than a call may have.
  for (let at = 0; at < bytes.length; at += 8_192) binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(binary);
}
