import { DEFAULT_SETTINGS, type Settings } from '../settings';
import { type Edit, HERE } from './edit';
import { parseKey, writeKey } from './keys';
import { nextStamp } from './stamp';

/**
 * Which settings go to the reader's other devices. What belongs to models stays, since their keys do; so does what each device
 * would spend money or interrupt its reader for, and what follows from another setting.
 */
const PLACES = {
  language: 'travels',
  panelPosition: 'travels',
  panelHeight: 'travels',
  panelTheme: 'travels',
  panelSize: 'here',
  panelParts: 'travels',
  hiddenParts: 'travels',
  libraryKeys: 'travels',
  outlineOpen: 'here',
  lists: 'travels',
  listKeys: 'travels',
  theme: 'travels',
  categories: 'travels',
  modelId: 'here',
  guideCost: 'here',
  modelReadsPdf: 'here',
  guideLanguage: 'travels',
  glossary: 'travels',
  glossaryVersion: 'here',
  keywords: 'here',
  interests: 'travels',
  dismissedSuggestions: 'travels',
  daily: 'here',
  dailyMinutes: 'travels',
  dailyMost: 'travels',
  dailyCrossLists: 'travels',
  dailyModel: 'here',
  dailyLimit: 'here',
  dailyNotice: 'here',
  keepDays: 'travels',
  listOrder: 'here',
  foundOrder: 'here',
  // Each device calls its vaults as it likes; within a vault that is synced folders have the same names.
  obsidianVault: 'here',
  obsidianFolder: 'travels',
} as const satisfies Record<keyof Settings, 'travels' | 'here'>;

export type Travelling = {
  [N in keyof Settings]: (typeof PLACES)[N] extends 'travels' ? N : never;
}[keyof Settings];

export const TRAVELLING = Object.entries(PLACES)
  .filter(([, place]) => place === 'travels')
  .map(([name]) => name) as Travelling[]; // as: filtered by what the type says

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The settings that edits come to; those of which there are none are left out. */
export function settingsOf(edits: Iterable<Edit>): Partial<Settings> {
  const settings: Record<string, unknown> = {};
  for (const { key, value } of edits) {
    const parsed = parseKey(key);
    if (parsed?.kind === 'setting') settings[parsed.name] = value;
  }
  // What comes from elsewhere was checked when it was read.
  return settings;
}

/** The edits that turn what is known of the settings into what they are now. `moment` is epoch milliseconds. */
export function stampSettings(known: readonly Edit[], now: Partial<Settings>, moment: number): Edit[] {
  const edits = new Map(known.map((edit) => [edit.key, edit]));
  return TRAVELLING.flatMap((name) => {
    const key = writeKey({ kind: 'setting', name });
    const before = edits.get(key);
    const value = now[name] ?? DEFAULT_SETTINGS[name];
    if (isSame(before ? before.value : DEFAULT_SETTINGS[name], value)) return [];
    return { key, at: nextStamp(moment, before?.at ?? 0), by: HERE, value };
  });
}
