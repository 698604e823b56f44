/** Of a library that is full no note can be kept in it, so pages and the background tell each other. */
const CHANNEL = 'daodu-full';

/** Tells every page of ours that something could not be written for want of space. */
export function tellFull(): void {
  const channel = new BroadcastChannel(CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin, and takes none
  channel.postMessage(null);
  channel.close();
}

/** Calls back whenever that is told, by this page too, until what it returns is called. */
export function onFull(told: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', told);
  return () => channel.close();
}
