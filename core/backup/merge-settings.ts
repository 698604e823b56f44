import { DEFAULT_SETTINGS, type Settings } from '../settings';

/** Fields that take one of a few words. */
const CHOICES: Record<string, readonly unknown[]> = {
  language: ['zh', 'en'],
  guideLanguage: ['zh', 'en'],
  panelPosition: ['above', 'below', 'right'],
  panelHeight: ['line', 'brief', 'full'],
  theme: ['system', 'light', 'dark'],
};

/** What a value is, as far as settings differ in it. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

function fits(name: string, value: unknown, usual: unknown): boolean {
  const choices = CHOICES[name];
  if (choices) return choices.includes(value);
  if (Array.isArray(usual)) return Array.isArray(value) && value.every((item) => typeof item === 'string');
  // Null stands for a number or a text that nobody has given.
  if (usual === null || value === null) return usual === null && ['null', 'number', 'string'].includes(kindOf(value));
  if (typeof usual !== 'object') return typeof value === typeof usual;
  return (
    kindOf(value) === 'object' &&
    Object.entries(usual).every(([key, part]) => fits('', (value as Record<string, unknown>)[key], part))
  ); // as: it is an object
}

/** The settings of a backup that this version knows, and that have the shape it knows them by. */
export function readSettingsOf(value: Record<string, unknown>): Partial<Settings> {
  const usual: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  return Object.fromEntries(
    Object.entries(value).filter(([name, given]) => Object.hasOwn(usual, name) && fits(name, given, usual[name])),
  );
}

/** This library's settings with those of a backup in their place. */
export function takeSettings(
  known: Record<string, unknown>,
  incoming: Record<string, unknown>,
): Record<string, unknown> {
  const { glossaryVersion: _, ...taken } = readSettingsOf(incoming);
  const version = Number(known['glossaryVersion'] ?? 0);
  const isNew = taken.glossary !== undefined && taken.glossary !== (known['glossary'] ?? '');
  // Guides that were rendered by the glossary before are to be rendered again.
  return { ...known, ...taken, ...(isNew && { glossaryVersion: version + 1 }) };
}
