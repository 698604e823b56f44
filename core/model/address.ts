/** Why a typed address cannot be used. */
export type AddressProblem = 'empty' | 'not-an-address' | 'not-http' | 'has-user' | 'has-query';

export type Address = { baseUrl: string } | { problem: AddressProblem };

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
/** What people copy along with the base from a provider's example request. */
const REQUEST_PATH = /\/(?:chat\/completions|messages|api\/chat|api\/generate)$/;

/**
 * Reads the address of a model's server as people type or paste it: with or without a scheme (`http` for a private host,
 * `https` for any other), with slashes at its end, or as the whole address of a request. A path is kept.
 */
export function readAddress(text: string): Address {
  // Chinese input methods type ： and ／.
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return { problem: 'empty' };
  const url = SCHEME.test(typed) ? parseUrl(typed) : parseBareUrl(typed);
  if (!url) return { problem: 'not-an-address' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { problem: 'not-http' };
  if (url.username !== '' || url.password !== '') return { problem: 'has-user' };
  if (url.search !== '' || url.hash !== '') return { problem: 'has-query' };
  const path = url.pathname.replace(/\/+$/, '').replace(REQUEST_PATH, '').replace(/\/+$/, '');
  return { baseUrl: url.origin + path };
}

function parseUrl(text: string): URL | null {
  return !/\s/.test(text) && URL.canParse(text) ? new URL(text) : null;
}

function parseBareUrl(text: string): URL | null {
  const url = parseUrl(`https://${text}`);
  return url && isPrivateHost(url.hostname) ? parseUrl(`http://${text}`) : url;
}

/** Whether a host, as `URL.hostname` writes it, is this computer itself. */
export function isLoopbackHost(host: string): boolean {
  return /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/.test(host);
}

/** Whether a host, as `URL.hostname` writes it, is this computer or lies in a network of the reader's own. */
export function isPrivateHost(host: string): boolean {
  return (
    isLoopbackHost(host) ||
    /^(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.[\d.]+$/.test(host) ||
    /^\[(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/.test(host) ||
    /\.(?:local|lan|internal|home\.arpa)$/.test(host) ||
    /^[^.[]+$/.test(host)
  );
}

/** How safely text and key travel to an address: only within this computer, encrypted, or readable on their way. */
export function wayTo(baseUrl: string): 'here' | 'encrypted' | 'open' {
  const { protocol, hostname } = new URL(baseUrl);
  if (isLoopbackHost(hostname)) return 'here';
  return protocol === 'https:' ? 'encrypted' : 'open';
}
