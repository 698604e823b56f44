import { DEFAULT_SETTINGS } from '@/core/settings';
import { panelWords } from '@/core/words/panel';
import type { GuideReply } from '@/messages/protocol';

/** What is told of a paper that the library does not know. */
export function sampleReply(changes: Partial<GuideReply> = {}): GuideReply {
  return {
    id: '2512.23705',
    saved: false,
    unread: false,
    guides: [],
    height: DEFAULT_SETTINGS.panelHeight,
    position: DEFAULT_SETTINGS.panelPosition,
    theme: DEFAULT_SETTINGS.panelTheme,
    outlineOpen: false,
    job: null,
    estimate: '',
    readsPdf: false,
    words: panelWords.zh,
    style: '',
    ...changes,
  };
}
