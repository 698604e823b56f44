import type { Interests } from './daily/interests';
import type { PanelPart } from './guide/arrange';
import type { FoundOrder, ListOrder } from './library/list-order';

export type Language = 'zh' | 'en';
export type PanelHeight = 'line' | 'brief' | 'full';
export type PanelPosition = 'above' | 'below' | 'right';
export type Theme = 'system' | 'light' | 'dark';
/** Of the panel; `page` follows the page that it stands in. */
export type PanelTheme = 'page' | 'light' | 'dark';
export type PanelSize = 'small' | 'normal' | 'large' | 'larger';

/** One flat object, spread over its defaults when read, so that a new setting needs no migration. */
export interface Settings {
  /** Of the interface; never taken from the browser. */
  language: Language;
  panelPosition: PanelPosition;
  panelHeight: PanelHeight;
  panelTheme: PanelTheme;
  panelSize: PanelSize;
  /** The order of the panel's parts; empty for the usual one. */
  panelParts: PanelPart[];
  /** Parts that the panel does not show. */
  hiddenParts: PanelPart[];
  /** True once the reader has opened 英文提纲: it then opens by itself. */
  outlineOpen: boolean;
  /** Whether what is known of papers stands beside them in arXiv's lists and searches. */
  lists: boolean;
  /** Whether keys work there. */
  listKeys: boolean;
  /** Of our own pages. */
  theme: Theme;
  /** Whether single keys (j, k, s and others) work in the library. */
  libraryKeys: boolean;
  /** arXiv categories the reader follows, such as cs.CV. */
  categories: string[];
  /** The model that guides are written by; null for the first one there is. */
  modelId: string | null;
  /** What a guide by that model costs about, in yuan; null without a model or a price. Kept here for every visit to read. */
  guideCost: number | null;
  /** Whether that model reads PDF; kept here for the same reason. */
  modelReadsPdf: boolean;
  /** Language in which guides are written. */
  guideLanguage: Language;
  /** The reader's own terms, as `core/glossary.ts` reads them; added to those that come with Daodu. */
  glossary: string;
  /** Raised with every change of the glossary, so that guides are rendered by the newest one. */
  glossaryVersion: number;
  /** Words and phrases of the reader's; papers that have one stand first in a long day. */
  keywords: string[];
  /** What the reader wants to see of a day; `keywords` are its primary and secondary words. */
  interests: Interests;
  /** Suggested keywords and authors that the reader does not want. */
  dismissedSuggestions: string[];
  /** Whether a day's report is made here by itself each weekday. */
  daily: boolean;
  /** The reader's hour for it: minutes since midnight in Beijing. */
  dailyMinutes: number;
  /** So many papers at most. */
  dailyMost: number;
  /** Whether papers of other categories that are listed in the reader's are wanted too. */
  dailyCrossLists: boolean;
  /** Whether the model scores and writes; without one the local way is taken in any case. */
  dailyModel: boolean;
  /** What a day's report may cost, in yuan; null: no limit. */
  dailyLimit: number | null;
  /** Whether the reader is told when it is ready. */
  dailyNotice: boolean;
  /** Papers that nobody saved or opened are taken out so many days after they came in; 0: never. */
  keepDays: number;
  /** How the library's lists stand, and what a search finds in them. */
  listOrder: ListOrder;
  foundOrder: FoundOrder;
  /** Name of the Obsidian vault that papers go to; '' for the one that stands open. */
  obsidianVault: string;
  /** Its folder as `core/export/obsidian-folder.ts` reads it; '' for the usual one. */
  obsidianFolder: string;
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'zh',
  panelPosition: 'above',
  panelHeight: 'brief',
  panelTheme: 'page',
  panelSize: 'normal',
  panelParts: [],
  hiddenParts: [],
  outlineOpen: false,
  lists: true,
  listKeys: true,
  theme: 'system',
  libraryKeys: true,
  categories: [],
  modelId: null,
  guideCost: null,
  modelReadsPdf: false,
  guideLanguage: 'zh',
  glossary: '',
  glossaryVersion: 0,
  keywords: [],
  interests: { primary: [], secondary: [], excluded: [], authors: [] },
  dismissedSuggestions: [],
  daily: false,
  dailyMinutes: 13 * 60 + 30,
  dailyMost: 10,
  dailyCrossLists: true,
  dailyModel: true,
  dailyLimit: 2,
  dailyNotice: false,
  keepDays: 90,
  listOrder: 'marked',
  foundOrder: 'best',
  obsidianVault: '',
  obsidianFolder: '',
};

/** Settings as they were stored, with the defaults of those that an earlier version did not know. */
export function fillSettings(stored: Partial<Settings> | undefined): Settings {
  const settings = { ...DEFAULT_SETTINGS, ...stored };
  const { keywords, interests } = settings;
  // Before there were interests, keywords were what a reader looked for first.
  const isOlder = stored?.interests === undefined && keywords.length > 0;
  return isOlder ? { ...settings, interests: { ...interests, primary: keywords } } : settings;
}
