import { BADGE_COLORS, toBadge } from '@/core/daily/badge';
import type { DailyRow } from '@/core/daily/daily-state';
import { formatRoute } from '@/core/library/routes';
import { ownReportId } from '@/core/library/own-report';
import { describeDay } from '@/core/report-day';
import { dailyWords } from '@/core/words/daily';
import { fill } from '@/core/words/words';
import { hasNotifications } from '@/messages/permissions';
import { browser } from '@/messages/webext';
import { type DailyLook, endNotice } from '@/storage/daily';
import { readSettings } from '@/storage/settings';
import { clock } from './clock';

/** What the button showed last, so that it is not told the same with every step. */
let shown: string | null = null;

/** Shows on the extension's button how the day's report is doing. */
export function showBadge({ state, job }: Pick<DailyLook, 'state' | 'job'>): void {
  const badge = toBadge(state, job);
  const key = badge ? `${badge.tone} ${badge.text}` : '';
  if (key === shown) return;
  shown = key;
  void browser.action.setBadgeText({ text: badge?.text ?? '' });
  if (!badge) return;
  void browser.action.setBadgeBackgroundColor({ color: BADGE_COLORS[badge.tone] });
  void browser.action.setBadgeTextColor({ color: BADGE_COLORS.text });
}

const noticeId = (date: string) => `daily|${date}`;

/** Tells the reader that a day's report is ready, where that is wanted and allowed. Said twice it is one notice. */
export async function showNotice({ noticeDue, last }: DailyRow): Promise<void> {
  if (noticeDue === null) return;
  const { dailyNotice, language } = await readSettings();
  if (dailyNotice && last?.kind === 'made' && (await hasNotifications())) {
    const words = dailyWords[language];
    const day = describeDay(noticeDue, clock.now(), language);
    await browser.notifications.create(noticeId(noticeDue), {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: fill(words.noticeTitle, { day }),
      message: fill(words.noticeText, { announced: last.announced, chosen: last.chosen }),
    });
  }
  await endNotice(noticeDue);
}

function openReport(id: string): void {
  const date = id.slice(noticeId('').length);
  const source = { kind: 'report', date, reportId: ownReportId(date) } as const;
  const place = formatRoute({ kind: 'list', source, paperId: null });
  void browser.tabs.create({ url: browser.runtime.getURL(`/library.html${place}`) });
  void browser.notifications.clear(id);
}

/** A click on a notice leads to its report. Without the permission, which may come while the worker lives, there are none. */
export function listenForNotices(): void {
  let isListening = false;
  const listen = () => {
    // Not there before it is allowed, whatever the type says.
    const { notifications } = browser as { notifications?: typeof browser.notifications };
    if (!notifications || isListening) return;
    isListening = true;
    notifications.onClicked.addListener(openReport);
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
}
