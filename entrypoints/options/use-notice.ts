import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '@/core/settings';
import type { DailySettingsWords } from '@/core/words/daily-settings';
import { giveBackNotifications, hasNotifications, requestNotifications } from '@/messages/permissions';

type State = 'asking' | 'denied' | 'failed' | 'lost';

/** The switch for notifications, with the permission it needs, and what the reader is told of it. */
export function useNotice(
  isOn: boolean,
  words: DailySettingsWords,
  onChange: (change: Pick<Settings, 'dailyNotice'>) => void,
) {
  const [state, setState] = useState<State | null>(null);
  useEffect(() => {
    if (!isOn) return;
    hasNotifications().then(
      (granted) => setState(granted ? null : 'lost'),
      (cause: unknown) => console.error(cause),
    );
  }, [isOn]);

  const turn = (wanted: boolean) => {
    if (!wanted) {
      setState(null);
      onChange({ dailyNotice: false });
      giveBackNotifications().catch((cause: unknown) => console.error(cause)); // the browser keeps it: no harm done
      return;
    }
    // First of all, or the click has passed.
    const asked = requestNotifications();
    setState('asking');
    asked.then(
      (granted) => {
        setState(granted ? null : 'denied');
        if (granted) onChange({ dailyNotice: true });
      },
      (cause: unknown) => {
        console.error(cause);
        setState('failed');
      },
    );
  };
  const texts: Record<State, string> = {
    asking: words.noticeAsking,
    denied: words.noticeDenied,
    failed: words.noticeFailed,
    lost: words.noticeLost,
  };
  return { status: state && { text: texts[state], failed: state !== 'asking' }, turn };
}
