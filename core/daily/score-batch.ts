// Alone here, so that a page that counts batches, or says what a day will cost, brings no prompt along.

/** So many papers are scored by one request. */
export const SCORE_BATCH = 16;

/**
 * So many papers of a day are scored by the model, those of the highest local score: ten requests. A reader without keywords
 * has all of a day before them, and in large categories that is several hundred papers.
 */
export const MOST_SCORED = 160;
