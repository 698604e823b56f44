import { useEffect, useRef } from 'preact/hooks';
import type { PanelActions, PanelData } from '../panel/view';
import { createHost, drawPanel, type PanelPlace } from '../panel/mount';
import type { Settings } from '@/core/settings';
import { sizeStyle } from '@/core/panel-size';
import style from '../panel/panel.css?inline';
import { setTheme } from '../panel/theme';
import { useReadOnly } from './read-only';

/** How the reader wants a panel to look. */
export type PanelLook = Pick<Settings, 'panelTheme' | 'panelSize'>;

interface PanelHostProps {
  data: PanelData;
  actions: PanelActions;
  /** Of the page that the reader has before them; null where there is none, or it names none. */
  shownVersion?: number | null;
  look: PanelLook;
}

/** The panel of arXiv's pages, in its own shadow root as there, so that it looks and works the same. Key it by the paper. */
export function PanelHost({ data, actions, shownVersion = null, look }: PanelHostProps) {
  const { panelTheme, panelSize } = look;
  const why = useReadOnly();
  const place = useRef<HTMLDivElement>(null);
  const panel = useRef<PanelPlace | null>(null);
  useEffect(() => {
    const made = createHost(document, style + sizeStyle(panelSize));
    panel.current = made;
    place.current?.append(made.host);
    const leaving = new AbortController();
    setTheme(made.host, panelTheme, leaving.signal);
    return () => {
      leaving.abort();
      made.host.remove();
    };
  }, [panelTheme, panelSize]);
  useEffect(() => {
    if (panel.current) {
      // As on a page whose script is gone: it can be read, and that is all.
      const shown = why === null ? data : { ...data, words: { ...data.words, refresh: why } };
      drawPanel(panel.current, { kind: 'ready', data: shown, shownVersion, outline: null }, actions, why !== null);
    }
  }, [data, actions, shownVersion, panelTheme, panelSize, why]);
  return <div class="panel-place" ref={place} />;
}
