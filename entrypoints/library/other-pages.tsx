import { ImportView } from '@/components/library/import-view';
import { Notice } from '@/components/library/notice';
import type { GivenFile } from '@/core/library/incoming';
import type { Route } from '@/core/library/routes';
import type { Language } from '@/core/settings';
import type { LibraryWords } from '@/core/words/library';
import { listWords } from '@/core/words/lists';
import { AuthorsPane } from './authors-pane';
import { BackupPane } from './backup-pane';
import { CatchUpPane } from './catch-up-pane';
import { ChartsPane } from './charts-pane';
import { Feeds } from './feeds';
import type { Counts } from './places';
import { ReportsPane } from './reports-pane';
import type { useBrokenImports } from './use-broken-imports';
import type { useImports } from './use-imports';
import type { Go } from './use-route';
import { WeeklyPane } from './weekly-pane';

interface OtherPagesProps {
  route: Route;
  /** What the library holds; null until it is known. */
  counts: Counts | null;
  /** A backup that was dropped on the page; null: none. */
  offered: GivenFile | null;
  onTaken: () => void;
  imports: ReturnType<typeof useImports>;
  brokenImports: ReturnType<typeof useBrokenImports>;
  language: Language;
  words: LibraryWords;
  go: Go;
  say: (text: string) => void;
  attempt: (work: Promise<unknown>) => void;
  onChoose: () => void;
  onFolder: (files: File[]) => void;
  /** What arXiv is being asked for of what was imported; '' for nothing. */
  asking: string;
  onText: (text: string) => void;
}

/** What stands in the middle where there is no list. */
export function OtherPages(props: OtherPagesProps) {
  const { route, counts, offered, onTaken, imports, brokenImports, language, words, go, say, attempt } = props;
  const { onChoose, onFolder, asking, onText } = props;
  switch (route.kind) {
    case 'reports':
      return <ReportsPane language={language} words={words} />;
    case 'authors':
      return <AuthorsPane language={language} />;
    case 'import':
      return (
        <>
          <ImportView
            state={imports.state}
            language={language}
            words={words}
            onChoose={onChoose}
            onFolder={onFolder}
            onStop={imports.stop}
            listWords={listWords[language]}
            asking={asking}
            onText={onText}
            broken={brokenImports.broken}
            onForget={brokenImports.forget}
          />
          <BackupPane counts={counts} offered={offered} onTaken={onTaken} language={language} />
        </>
      );
    case 'feeds':
    case 'feed':
      return <Feeds route={route} language={language} go={go} say={say} attempt={attempt} />;
    case 'weekly':
      return <WeeklyPane language={language} say={say} attempt={attempt} />;
    case 'catch-up':
      return <CatchUpPane language={language} attempt={attempt} />;
    case 'charts':
      return <ChartsPane language={language} />;
    case 'unknown':
      return (
        <Notice title={words.unknownPlace}>
          <a class="button" href="#/">
            {words.showSaved}
          </a>
        </Notice>
      );
    default:
      return null;
  }
}
