import { useEffect, useMemo, useRef } from 'preact/hooks';
import { giveBackOrigin, isSamePermission, requestOrigins } from '@/messages/permissions';
import { readNeededHosts } from '@/storage/needed-hosts';
import { useLive } from '@/storage/use-live';

/** Access that was asked for and belongs to no feed yet. */
export interface Hold {
  /** What the reader answered; it may never settle. */
  granted: Promise<boolean>;
  /** Lets it go, but for `except`: what nothing needs is given back, however late it was granted. @returns hosts given back. */
  release: (except?: readonly string[]) => Promise<string[]>;
}

export interface Access {
  /** Asks for the hosts of some addresses. To be called in a click before anything is awaited. */
  ask: (urls: readonly string[]) => Hold;
  /** Gives back the hosts of addresses that nothing needs any more. @returns those given back. */
  giveBack: (urls: readonly string[]) => Promise<string[]>;
  /** Releases every hold. */
  releaseAll: () => void;
}

const isAmong = (url: string, urls: readonly string[]) => urls.some((other) => isSamePermission(url, other));

/** Access to hosts while a page of feeds stands; what is held when it is left goes back. */
export function useAccess(): Access {
  const holds = useRef(new Set<{ urls: readonly string[] }>());
  const needed = useRef<readonly string[]>([]);
  needed.current = useLive(readNeededHosts, []) ?? needed.current;

  const access = useMemo(() => {
    const heldUrls = () => [...holds.current].flatMap(({ urls }) => urls);
    const giveBack = async (urls: readonly string[]): Promise<string[]> => {
      if (urls.length === 0) return [];
      const kept = [...(await readNeededHosts()), ...heldUrls()];
      const given: string[] = [];
      for (const url of new Set(urls)) {
        if (isAmong(url, kept)) continue;
        // The browser may keep it: nothing that a reader has to act on.
        const isGiven = await giveBackOrigin(url).catch((cause: unknown) => console.error(cause));
        if (isGiven) given.push(new URL(url).host);
      }
      return given;
    };
    const letGo = (): string[] => {
      const urls = heldUrls();
      for (const hold of holds.current) hold.urls = [];
      holds.current.clear();
      return urls;
    };
    const ask = (urls: readonly string[]): Hold => {
      const granted = requestOrigins(urls);
      const hold: { urls: readonly string[] } = { urls };
      holds.current.add(hold);
      granted.then(
        (isGranted) => {
          if (!isGranted || hold.urls.length === urls.length) return;
          giveBack(urls.filter((url) => !hold.urls.includes(url))).catch(console.error);
        },
        () => {}, // whoever asked says so
      );
      return {
        granted,
        release: (except = []) => {
          const gone = hold.urls.filter((url) => !except.includes(url));
          hold.urls = hold.urls.filter((url) => except.includes(url));
          if (hold.urls.length === 0) holds.current.delete(hold);
          return giveBack(gone);
        },
      };
    };
    return { ask, giveBack, letGo, releaseAll: () => void giveBack(letGo()).catch(console.error) };
  }, []);

  useEffect(() => {
    // A page that closes reads nothing more: what is known to be needed must do.
    const leave = () => {
      for (const url of access.letGo()) {
        if (!isAmong(url, needed.current)) giveBackOrigin(url).catch(console.error);
      }
    };
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      access.releaseAll();
    };
  }, [access]);
  return access;
}
