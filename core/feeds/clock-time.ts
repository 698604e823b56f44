/** Minutes after midnight as a clock shows them: 08:05. */
export function formatClock(minutes: number): string {
  const [hour, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hour, rest].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Minutes after midnight of what a field for a time of the day holds, `08:05` or `08:05:00`; null where that is no such time. */
export function parseClock(text: string): number | null {
  const { hour, minute } = /^(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::\d\d(?:\.\d+)?)?$/.exec(text)?.groups ?? {};
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Number(minute);
}
