import { AppError, type ErrorCode } from '../errors';
import { parseRetryAfter } from '../model/retry';
import type { RouteAddress } from './routes';

/** GitHub's API says by a 403 that there were too many requests, and until when in a header of its own. */
function findWait(response: Response, now: number): number | null {
  const asked = parseRetryAfter(response.headers.get('retry-after'), now);
  if (asked !== null) return asked;
  const reset = response.headers.get('x-ratelimit-reset') ?? '';
  if (response.headers.get('x-ratelimit-remaining') !== '0' || !/^\d{9,11}$/.test(reset)) return null;
  return Math.max(0, Math.ceil(Number(reset) - now / 1_000));
}

function findCode(response: Response, { kind }: RouteAddress, text: string): ErrorCode {
  const { status, headers } = response;
  if (status === 429) return 'feed-busy';
  if (status === 403 && kind === 'jsdelivr' && /package size/i.test(text)) return 'feed-repository';
  if (status === 403 && (headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after')))
    return 'feed-busy';
  if (status === 403 && /rate limit/i.test(text)) return 'feed-busy';
  return status === 401 || status === 403 || status === 451 ? 'feed-refused' : 'feed-failed';
}

/**
 * What an answer means that is no file.
 *
 * @param text how its body begins.
 * @param now epoch milliseconds.
 */
export function toRefusal(response: Response, address: RouteAddress, text: string, now: number): AppError {
  return new AppError(findCode(response, address, text), `${address.host} answered ${response.status}`, {
    host: address.host,
    retryAfterSeconds: findWait(response, now),
  });
}
