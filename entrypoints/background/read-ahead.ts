import type { GuideReply } from '@/messages/protocol';

/** For so long, in milliseconds, what was read for a page on its way is as good as what would be read now. */
const HOLDS_MS = 1_000;

interface Ahead {
  paperId: string;
  /** When it was read, in milliseconds. */
  at: number;
  guide: Promise<GuideReply | null>;
}

/**
 * Guides that are read while their page is on its way, by the tab that the page goes to: there when the page asks, instead of
 * only read then. Each is given out once, so that whatever asks again hears of what changed since. A failure is told by the
 * reading that follows it.
 */
export function createReadAhead(read: (paperId: string) => Promise<GuideReply>, now: () => number) {
  const byTab = new Map<number, Ahead>();
  return {
    /** A tab has asked for the page of a paper. */
    begin(tabId: number, paperId: string): void {
      for (const [tab, { at }] of byTab) if (now() - at > HOLDS_MS) byTab.delete(tab);
      byTab.set(tabId, { paperId, at: now(), guide: read(paperId).catch(() => null) });
    },
    /** The guide of a paper, for the page in a tab. @param tabId null: it is not known which. */
    async take(tabId: number | null, paperId: string): Promise<GuideReply> {
      const ahead = tabId === null ? undefined : byTab.get(tabId);
      if (tabId === null || ahead?.paperId !== paperId) return read(paperId);
      byTab.delete(tabId);
      const isFresh = now() - ahead.at <= HOLDS_MS;
      return (isFresh && (await ahead.guide)) || read(paperId);
    },
  };
}
