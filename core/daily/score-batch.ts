/** So many papers are scored by one request. Alone here, so that a page that counts batches brings no prompt along. */
export const SCORE_BATCH = 16;
