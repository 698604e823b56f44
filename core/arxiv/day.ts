const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** Reads arXiv's ways to write a day (`2016/07/27` in tags, `27 Jul 2016` or `27 July, 2016` in text) as YYYY-MM-DD. */
export function parseDay(text: string): string | null {
  const tag = /^\s*(\d{4})[/-](\d\d?)[/-](\d\d?)/.exec(text);
  const written = /(\d\d?) (\w{3})\w*,? (\d{4})/.exec(text);
  const month = tag ? Number(tag[2]) : MONTHS.indexOf(written?.[2] ?? '?') / 3 + 1;
  if (!(month >= 1)) return null;
  const parts = [tag?.[1] ?? written?.[3], month, tag?.[3] ?? written?.[1]];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
