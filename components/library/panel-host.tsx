import { useEffect, useRef } from 'preact/hooks';
import type { PanelActions, PanelData } from '../panel/view';
import { createHost, drawPanel, type PanelPlace } from '../panel/mount';
import style from '../panel/panel.css?inline';
import { followPageTheme } from '../panel/theme';

interface PanelHostProps {
  data: PanelData;
  actions: PanelActions;
  /** Of the page that the reader has before them; null where there is none, or it names none. */
  shownVersion?: number | null;
}

/** The panel of arXiv's pages, in its own shadow root as there, so that it looks and works the same. Key it by the paper. */
export function PanelHost({ data, actions, shownVersion = null }: PanelHostProps) {
  const place = useRef<HTMLDivElement>(null);
  const panel = useRef<PanelPlace | null>(null);
  useEffect(() => {
    const made = createHost(document, style);
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
      drawPanel(panel.current, { kind: 'ready', data, shownVersion, outline: null }, actions);
    }
  }, [data, actions, shownVersion]);
  return <div class="panel-place" ref={place} />;
}
