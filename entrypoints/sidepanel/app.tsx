import { useErrorBoundary, useEffect, useState } from 'preact/hooks';
import { Notice } from '@/components/library/notice';
import { ReadOnly } from '@/components/library/read-only';
import { usePageLook } from '@/components/page-look';
import { SideHead } from '@/components/side-panel/side-head';
import { findTabPaper, type TabPaper } from '@/core/arxiv/tab-paper';
import { errorWords } from '@/core/words/errors';
import { readOnlyWords } from '@/core/words/read-only';
import { sidePanelWords } from '@/core/words/side-panel';
import { followActiveTab } from '@/messages/active-tab';
import { recoverDrafts } from '@/storage/note-drafts';
import { readSettings } from '@/storage/settings';
import { useLive } from '@/storage/use-live';
import { useLost } from '@/storage/use-lost';
import { FailedPage } from '../library/failed-page';
import { hasSiteAccess, requestSiteAccess } from '../popup/browser-state';
import { TabPane } from './tab-pane';

/** What the panel stands beside; undefined until the browser has said. */
function useTabPaper() {
  const [paper, setPaper] = useState<TabPaper | null>();
  const [hasAccess, setAccess] = useState(true);
  useEffect(() => {
    const leaving = new AbortController();
    followActiveTab((tab) => {
      setPaper(tab && findTabPaper(tab.url, tab.title));
      hasSiteAccess().then(setAccess, console.error);
    }, leaving.signal);
    return () => leaving.abort();
  }, []);
  return { paper, hasAccess, setAccess };
}

function SidePanel() {
  useEffect(() => void recoverDrafts(Date.now()).catch(console.error), []);
  const settings = useLive(readSettings, []);
  const lost = useLost();
  const { paper, hasAccess, setAccess } = useTabPaper();
  const [isDenied, setDenied] = useState(false);
  usePageLook(settings, sidePanelWords);
  if (!settings || paper === undefined) return null;
  const words = sidePanelWords[settings.language];
  const allow = () => {
    requestSiteAccess().then((given) => {
      setAccess(given);
      setDenied(!given);
    }, console.error);
  };
  return (
    <ReadOnly.Provider value={lost && readOnlyWords[settings.language].why}>
      <SideHead paperId={paper?.base ?? null} words={words} />
      <main class="side-main">
        {lost && (
          <p class="full-bar" role="alert">
            {errorWords[settings.language][lost.code]}
          </p>
        )}
        {paper && <TabPane key={paper.base} paper={paper} settings={settings} />}
        {!paper && !hasAccess && (
          <Notice title={words.noPaper} text={isDenied ? words.denied : words.withheld}>
            <button type="button" class="button primary" onClick={allow}>
              {words.allow}
            </button>
          </Notice>
        )}
        {!paper && hasAccess && (
          <>
            <Notice title={words.noPaper} text={words.noPaperHint} />
            <p class="fact">{words.otherSites}</p>
          </>
        )}
      </main>
    </ReadOnly.Provider>
  );
}

/** The side panel, Firefox's sidebar: the paper of the tab beside it. */
export function App() {
  const [error, reset] = useErrorBoundary((cause: unknown) => console.error(cause));
  return error ? <FailedPage class="side-main" error={error} onRetry={reset} /> : <SidePanel />;
}
