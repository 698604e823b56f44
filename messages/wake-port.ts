/** The port by which one of our own pages wakes the background for the queue; nothing is said over it. */
export const WAKE_PORT = 'wake';
