/** The port by which one of our pages wakes the background, so that it takes up the queue. */
export const WAKE_PORT = 'wake';
