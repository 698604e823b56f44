import { isPrivateHost } from '../model/address';

/** Names that routers and companies give to machines inside their own networks. */
const INSIDE = /\.(?:localdomain|intranet|corp|home|private)$/;

/** The host as `URL.hostname` writes it, without the dot that only says that a name is complete. */
const withoutDot = (host: string): string => host.replace(/\.+$/, '');

/** The IPv4 address inside an IPv6 one (`[::ffff:7f00:1]`); null when there is none. */
function findMapped(host: string): string | null {
  const halves = /^\[(?:::ffff:|::|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(host);
  if (!halves) return null;
  return [halves[1], halves[2]]
    .map((half) => Number.parseInt(half ?? '', 16))
    .map((half) => `${half >> 8}.${half & 255}`)
    .join('.');
}

/** Whether a host, as `URL.hostname` writes it, is this computer or lies in a network of the reader's own. */
export function isInsideHost(host: string): boolean {
  const name = withoutDot(host);
  return isPrivateHost(findMapped(name) ?? name) || INSIDE.test(name) || name === '[::]';
}

/**
 * Whether a host, as `URL.hostname` writes it, is a name on the open internet: no IP address in any notation (`URL` has turned
 * decimal, octal and hexadecimal ones into the usual form) and no name of a private network.
 */
export function isPublicName(host: string): boolean {
  const name = withoutDot(host);
  return name !== '' && !name.startsWith('[') && !/^[\d.]+$/.test(name) && !isInsideHost(name);
}
