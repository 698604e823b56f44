import * as z from 'zod/mini';
import { PANEL_PARTS } from '../guide/arrange';
import type { Settings } from '../settings';
import type { Travelling } from './travelling-settings';

const words = z.array(z.string().check(z.maxLength(500))).check(z.maxLength(2_000));
const whole = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most));

const panelParts = z.array(z.custom<Settings['panelParts'][number]>((part) => PANEL_PARTS.some((one) => one === part)));

/** What a setting from another device may be; whatever else comes is left out. */
const SCHEMAS: { [N in Travelling]: z.ZodMiniType<Settings[N]> } = {
  language: z.enum(['zh', 'en']),
  panelPosition: z.enum(['above', 'below', 'right']),
  panelHeight: z.enum(['line', 'brief', 'full']),
  panelTheme: z.enum(['page', 'light', 'dark']),
  panelParts,
  hiddenParts: panelParts,
  libraryKeys: z.boolean(),
  lists: z.boolean(),
  listKeys: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
  categories: words,
  guideLanguage: z.enum(['zh', 'en']),
  glossary: z.string().check(z.maxLength(500_000)),
  interests: z.object({ primary: words, secondary: words, excluded: words, authors: words }),
  dismissedSuggestions: words,
  dailyMinutes: whole(0, 24 * 60 - 1),
  dailyMost: whole(1, 10_000),
  dailyCrossLists: z.boolean(),
  keepDays: whole(0, 100_000),
  obsidianFolder: z.string().check(z.maxLength(500)),
};

/** Whether a value is one that a setting of this name may have; false for names that do not travel. */
export function isSettingValue(name: string, value: unknown): boolean {
  const schema = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name as Travelling] : null; // as: just looked up
  return schema !== null && z.safeParse(schema, value).success;
}
