import { useEffect, useState } from 'preact/hooks';
import type { Tree } from '@/core/render/tree';
import { renderTree } from '../panel/tree';

/** Markdown as it reads, by the allow-list; the renderer comes when it is asked for. */
export function NotePreview({ markdown, label }: { markdown: string; label: string }) {
  const [trees, setTrees] = useState<Tree[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    import('@/core/render/markdown')
      .then(({ renderMarkdown }) => isWanted && setTrees(renderMarkdown(markdown)))
      .catch((cause: unknown) => {
        console.error(cause);
        // Without the renderer the text itself is read.
        if (isWanted) setTrees([markdown]);
      });
    return () => {
      isWanted = false;
    };
  }, [markdown]);
  return (
    <section class="note-preview" aria-label={label}>
      {renderTree(trees ?? [])}
    </section>
  );
}
