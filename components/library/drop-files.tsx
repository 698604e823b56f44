import { useEffect, useRef, useState } from 'preact/hooks';
import type { GivenFile } from '@/core/library/incoming';
import { readDropped } from './dropped-files';

interface DropFilesProps {
  hint: string;
  onFiles: (files: GivenFile[]) => void;
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Takes files and folders dropped anywhere on the page, and says so while they hang over it. */
export function DropFiles({ hint, onFiles }: DropFilesProps) {
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    // Moving over the page enters and leaves its parts; the pointer has left when it has left as many as it entered.
    let depth = 0;
    const listening = new AbortController();
    const { signal } = listening;
    const takeDropped = async (dropped: DataTransfer) => {
      const files = await readDropped(dropped);
      if (files.length > 0) take.current(files);
    };
    const onDrag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault(); // else the browser would open the file in place of the page
      if (event.type === 'dragenter') depth++;
      if (event.type === 'dragleave') depth = Math.max(0, depth - 1);
      if (event.type === 'drop') depth = 0;
      setOver(depth > 0);
      if (event.type === 'drop' && event.dataTransfer) takeDropped(event.dataTransfer).catch(console.error);
    };
    for (const type of ['dragenter', 'dragover', 'dragleave', 'drop'] as const) {
      document.addEventListener(type, onDrag, { signal });
    }
    return () => listening.abort();
  }, []);
  return over ? <div class="drop-hint">{hint}</div> : null;
}
