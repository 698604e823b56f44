export interface CheckedNumber {
  text: string;
  start: number;
  found: boolean;
  sentence: string | null;
}
