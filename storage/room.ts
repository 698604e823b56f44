/** How much room the library takes, and how safe it is there. */
export interface Room {
  /** Bytes taken and bytes that may be taken, as the browser estimates them; null where it tells nothing. */
  usage: number | null;
  quota: number | null;
  /** Whether the browser has promised to throw nothing away of itself when the disk gets full. */
  isPersisted: boolean;
}

/** Reads it; a browser that tells nothing (Firefox's private windows) is no error. */
export async function readRoom(): Promise<Room> {
  const { storage } = navigator as { storage?: StorageManager }; // as: absent where the browser keeps nothing
  const [estimate, isPersisted] = await Promise.all([
    storage?.estimate().catch(() => null),
    storage?.persisted().catch(() => false),
  ]);
  return { usage: estimate?.usage ?? null, quota: estimate?.quota ?? null, isPersisted: isPersisted ?? false };
}

/**
 * Asks the browser never to throw the library away of itself. Pages only: a worker has no such question. Neither browser asks the
 * reader, since the manifest has `unlimitedStorage`.
 *
 * @returns whether it is promised now.
 */
export async function askToPersist(): Promise<boolean> {
  const { storage } = navigator as { storage?: StorageManager }; // as: see above
  return (await storage?.persisted().catch(() => false)) || ((await storage?.persist?.().catch(() => false)) ?? false);
}
