import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { SendDialog } from '@/components/library/send-dialog';
import type { TabPaper } from '@/core/arxiv/tab-paper';
import type { TagCount } from '@/core/library/tags';
import { describeEstimate } from '@/core/model/cost';
import type { Settings } from '@/core/settings';
import { libraryWords } from '@/core/words/library';
import { sendWords } from '@/core/words/sending';
import { countTags, markSeen } from '@/storage/marks';
import { useLive } from '@/storage/use-live';
import type { PaperBeside } from '../library/paper-beside';
import { downloadPapers } from '../library/downloads';
import { PaperPane } from '../library/paper-pane';
import { useSaid } from '../library/use-said';
import { useZotero } from '../library/use-zotero';
import { useWriting } from './use-writing';

interface TabPaneProps {
  paper: TabPaper;
  settings: Settings;
}

const NO_TAGS: TagCount[] = [];

/** The paper of the tab beside. Key it by the paper. */
export function TabPane({ paper, settings }: TabPaneProps) {
  const { base: id, version: shownVersion, title } = paper;
  const { language, guideCost, modelReadsPdf: readsPdf } = settings;
  const tags = useLive(countTags, []);
  const { job, writing, learn } = useWriting(id, shownVersion);
  useEffect(() => {
    markSeen(id, Date.now()).catch(console.error);
  }, [id]);
  const beside = useMemo((): PaperBeside => {
    const estimate = describeEstimate(guideCost, language);
    return { shownVersion, title, job, estimate, readsPdf, writing, learn };
  }, [shownVersion, title, job, guideCost, language, readsPdf, writing, learn]);
  const { said, say, attempt } = useSaid(language);
  const exportRis = useCallback((ids: string[]) => attempt(downloadPapers(ids, 'ris', language)), [attempt, language]);
  const zotero = useZotero(language, say, exportRis, learn);
  return (
    <>
      <PaperPane
        id={id}
        report={null}
        knownTags={tags ?? NO_TAGS}
        query={[]}
        language={language}
        words={libraryWords[language]}
        beside={beside}
        onZotero={() => zotero.send([id])}
      />
      <p class="said-bar" role="status">
        {said}
      </p>
      {zotero.sending && <SendDialog sending={zotero.sending} words={sendWords[language]} {...zotero.actions} />}
    </>
  );
}
