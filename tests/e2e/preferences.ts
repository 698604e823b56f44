import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a profile has a text on disk among its settings: browsers write down after some seconds what was allowed. */
export function hasNoted(profile: string, text: string): boolean {
  const files = ['Preferences', 'Secure Preferences'].map((name) => join(profile, 'Default', name));
  return files.some((file) => existsSync(file) && readFileSync(file, 'utf8').includes(text));
}
