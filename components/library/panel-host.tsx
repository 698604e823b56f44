import { useEffect, useRef } from 'preact/hooks';
import type { PanelActions, PanelData } from '../panel/view';
import { createHost, drawPanel } from '../panel/mount';
import { followPageTheme } from '../panel/theme';

interface PanelHostProps {
  data: PanelData;
  actions: PanelActions;
}

/** The panel of arXiv's pages, in its own shadow root as there, so that it looks and works the same. Key it by the paper. */
export function PanelHost({ data, actions }: PanelHostProps) {
  const place = useRef<HTMLDivElement>(null);
  const panel = useRef<ReturnType<typeof createHost> | null>(null);
  useEffect(() => {
    const made = createHost(document);
    panel.current = made;
    place.current?.append(made.host);
    const leaving = new AbortController();
    followPageTheme(made.host, leaving.signal);
    return () => {
      leaving.abort();
      made.host.remove();
    };
  }, []);
  useEffect(() => {
    if (panel.current) {
      drawPanel(panel.current, { kind: 'ready', data, shownVersion: null, outline: null }, actions);
    }
  }, [data, actions]);
  return <div class="panel-place" ref={place} />;
}
