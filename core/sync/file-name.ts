const NAME = /^daodu-(?<device>[0-9a-f]{8})-(?<number>[1-9]\d{0,8})\.jsonl$/;

/** A device's file by its number. No other device writes it, and it is never written again once it is whole. */
export const writeFileName = (device: string, number: number): string => `daodu-${device}-${number}.jsonl`;

/** Whose file it is; null for what is none of ours. */
export function parseFileName(name: string): { device: string; number: number } | null {
  const found = NAME.exec(name)?.groups;
  return found ? { device: found['device'] ?? '', number: Number(found['number']) } : null;
}
