/** What TeX puts around letters and numbers: `G$^2$VLM` is searched as G2VLM. */
const MARKS = /\p{M}|[$\\^_{}]/gu;

/** A text without accents and full-width forms, so that `muller` finds Müller and `ｖｉｄｅｏ` Video; in its own case, by which the parts of VideoLLaMA are told apart, and without TeX's marks. */
export function toPlain(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '');
}

/** The final form of sigma depends on its neighbours, and a query has others than the text. */
export function toLower(plain: string): string {
  return plain.toLowerCase().replaceAll('ς', 'σ');
}
