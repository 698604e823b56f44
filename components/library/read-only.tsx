import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Why nothing can be written, in a few words; null while it can. Views at any depth ask for it. */
export const ReadOnly = createContext<string | null>(null);

export const useReadOnly = (): string | null => useContext(ReadOnly);

/** What writes, or asks the library for more: switched off while that cannot be done, and says why. */
export function Writing({ children }: { children: ComponentChildren }) {
  const why = useReadOnly();
  return (
    <fieldset class="writing" disabled={why !== null} {...(why !== null && { title: why })}>
      {children}
    </fieldset>
  );
}
