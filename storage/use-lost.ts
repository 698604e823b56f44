import { useEffect, useState } from 'preact/hooks';
import type { AppError } from '@/core/errors';
import { lostError, onLost } from './lost';

/** Why the library is out of reach, kept fresh while the view stands; null while it answers. */
export function useLost(): AppError | null {
  const [lost, setLost] = useState(lostError);
  useEffect(() => {
    setLost(lostError()); // it may have been lost between the drawing and this
    return onLost(setLost);
  }, []);
  return lost;
}
