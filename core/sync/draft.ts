import type { SyncAccount } from './account';
import { JIANGUOYUN, nextcloudUrl, readSyncAddress, type SyncAddressProblem } from './address';

export const SYNC_PRESETS = ['jianguoyun', 'nextcloud', 'other'] as const;
export type SyncPreset = (typeof SYNC_PRESETS)[number];

/** What a reader has typed. */
export interface SyncDraft {
  preset: SyncPreset;
  address: string;
  user: string;
  deviceName: string;
}

export interface SyncProblems {
  address?: SyncAddressProblem;
  user?: 'empty' | 'colon';
  password?: 'empty';
}

/** Which of the presets an address belongs to. */
export function presetOf(url: string): SyncPreset {
  if (url === JIANGUOYUN) return 'jianguoyun';
  return url.includes('/remote.php/') ? 'nextcloud' : 'other';
}

/** The address as it is typed so far; null while it is none. */
export function draftUrl({ preset, address, user }: SyncDraft): string | null {
  const read = readSyncAddress(address);
  if ('problem' in read) return null;
  return preset === 'nextcloud' ? nextcloudUrl(read.url, user.trim()) : read.url;
}

/** Reads what was typed. `hasPassword`: one is kept already, so that none has to be typed. */
export function readSyncDraft(
  draft: SyncDraft,
  password: string,
  hasPassword: boolean,
): { account: Omit<SyncAccount, 'device' | 'password'> } | { problems: SyncProblems } {
  const address = readSyncAddress(draft.address);
  const url = draftUrl(draft);
  const user = draft.user.trim();
  const problems: SyncProblems = {
    ...('problem' in address && { address: address.problem }),
    ...(user === '' && { user: 'empty' as const }),
    // Whatever stands behind it would be read as the password.
    ...(user.includes(':') && { user: 'colon' as const }),
    ...(password === '' && !hasPassword && { password: 'empty' as const }),
  };
  if (url === null || Object.keys(problems).length > 0) return { problems };
  return { account: { url, user, deviceName: draft.deviceName.trim().slice(0, 40) } };
}
