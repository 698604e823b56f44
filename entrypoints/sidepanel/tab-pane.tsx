import { useEffect, useMemo } from 'preact/hooks';
import type { TabPaper } from '@/core/arxiv/tab-paper';
import { describeEstimate } from '@/core/model/cost';
import type { Settings } from '@/core/settings';
import { libraryWords } from '@/core/words/library';
import { countTags, markSeen } from '@/storage/marks';
import { useLive } from '@/storage/use-live';
import type { PaperBeside } from '../library/paper-beside';
import { PaperPane } from '../library/paper-pane';
import { useWriting } from './use-writing';

interface TabPaneProps {
  paper: TabPaper;
  settings: Settings;
}

/** The paper of the tab beside. Key it by the paper. */
export function TabPane({ paper, settings }: TabPaneProps) {
  const { base: id, version: shownVersion, title } = paper;
  const { language, guideCost, modelReadsPdf: readsPdf } = settings;
  const tags = useLive(countTags, []);
  const { job, writing, learn } = useWriting(id, shownVersion);
  useEffect(() => {
    markSeen(id, Date.now()).catch(console.error);
  }, [id]);
  const knownTags = useMemo(() => tags?.map(({ tag }) => tag) ?? [], [tags]);
  const beside = useMemo((): PaperBeside => {
    const estimate = describeEstimate(guideCost, language);
    return { shownVersion, title, job, estimate, readsPdf, writing, learn };
  }, [shownVersion, title, job, guideCost, language, readsPdf, writing, learn]);
  return (
    <PaperPane
      id={id}
      report={null}
      knownTags={knownTags}
      query={[]}
      language={language}
      words={libraryWords[language]}
      beside={beside}
    />
  );
}
