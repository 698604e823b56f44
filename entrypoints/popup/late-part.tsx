import { useEffect, useRef } from 'preact/hooks';
import type { LibraryCode } from './use-look';

interface LatePartProps {
  /** Its class. */
  name: string;
  loadLibrary: () => Promise<LibraryCode>;
  /** Draws into the element; gives what takes it all away again. Called once. */
  mount: (code: LibraryCode, place: HTMLElement) => Promise<() => void>;
}

/** A place that code fills which comes after the first look has been painted; nothing in it until then, and for good if it fails. */
export function LatePart({ name, loadLibrary, mount }: LatePartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let over = false;
    let unmount: (() => void) | null = null;
    const begin = async () => {
      const code = await loadLibrary();
      if (over || !place.current) return;
      unmount = await mount(code, place.current);
      if (over) unmount();
    };
    begin().catch(console.error);
    return () => {
      over = true;
      unmount?.();
    };
  }, []);
  return <div class={name} ref={place} />;
}
