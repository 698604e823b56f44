import { useEffect, useState } from 'preact/hooks';
import { watchFull } from './watch-full';

/** Whether the library has no room to write, kept fresh while the view stands. */
export function useFull(): boolean {
  const [isFull, setFull] = useState(false);
  useEffect(() => watchFull(setFull), []);
  return isFull;
}
