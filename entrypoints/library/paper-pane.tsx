import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { copyItems } from '@/components/library/copy-items';
import { Notice } from '@/components/library/notice';
import { PaperArticle } from '@/components/library/paper-article';
import type { PanelActions, PanelData } from '@/components/panel/view';
import { absUrl } from '@/core/arxiv/id';
import { AppError } from '@/core/errors';
import type { CiteFormat } from '@/core/export/cite';
import { acceptedNote } from '@/core/export/accepted-note';
import { CITATION_STYLES, type CopyFormat } from '@/core/export/copy-formats';
import { arrangeGuide } from '@/core/guide/arrange';
import type { ObsidianMode } from '@/core/export/obsidian-uri';
import { isForeign, isStale } from '@/core/guide/guide';
import type { LibraryPaper, ReportRecord } from '@/core/library/records';
import type { TagCount } from '@/core/library/tags';
import { isBare, isUnread, toUnreadPaper } from '@/core/library/unread';
import { DEFAULT_SETTINGS, type Language } from '@/core/settings';
import { copyingWords } from '@/core/words/copying';
import type { LibraryWords } from '@/core/words/library';
import { noteWords } from '@/core/words/notes';
import { panelWords } from '@/core/words/panel';
import { readOnlyWords } from '@/core/words/read-only';
import { reportPageWords } from '@/core/words/report-page';
import { sendWords } from '@/core/words/sending';
import { sidePanelWords } from '@/core/words/side-panel';
import { fill } from '@/core/words/words';
import { readGuide } from '@/storage/guides';
import { isLost } from '@/storage/lost';
import { rememberedPaper } from '@/storage/remembered';
import { readSettings } from '@/storage/settings';
import { setSaved } from '@/storage/marks';
import { librarySelection, readPaper } from '@/storage/papers';
import { readFailure } from '@/storage/reports';
import { useLive } from '@/storage/use-live';
import { useMarking } from '../paper/use-marking';
import { copyPapers, noteOf, prepareCopy } from './copies';
import { LastRead } from './last-read';
import type { PaperBeside } from './paper-beside';
import { explain } from './use-imports';

interface PaperPaneProps {
  id: string;
  /** The report in whose list it stands; null elsewhere. */
  report: ReportRecord | null;
  knownTags: readonly TagCount[];
  query: readonly string[];
  language: Language;
  words: LibraryWords;
  /** Sends it to the running Zotero. */
  onZotero: (id: string) => void;
  /** Given where the pane stands beside a page of the paper. */
  beside?: PaperBeside;
}

type Pane = Awaited<ReturnType<typeof readFresh>>;

/** Papers that can be looked at again while the library is lost. */
const panes = new LastRead<Pane>(60);

async function readPane(id: string, failedIn: string | null): Promise<Pane> {
  try {
    return await panes.read(id, () => readFresh(id, failedIn));
  } catch (cause) {
    // Its row was read at least.
    const entry = isLost(cause) ? rememberedPaper(id) : null;
    if (!entry) throw cause;
    return { entry, guide: null, settings: DEFAULT_SETTINGS, stale: false, failure: null, isPart: true };
  }
}

async function readFresh(id: string, failedIn: string | null) {
  const [entry, guide, settings, failure] = await Promise.all([
    readPaper(id),
    readGuide(id),
    readSettings(),
    failedIn === null ? null : readFailure(failedIn, id),
  ]);
  return { entry, guide, settings, stale: guide !== null && isStale(guide, settings), failure, isPart: false };
}

/** For the clipboard, with the analysis a reader looks at before the others. */
async function citePaper(id: string, format: CiteFormat, guideKey: string | null, language: Language) {
  const [{ cite }, entry] = await Promise.all([import('@/core/export/cite'), readPaper(id)]);
  if (!entry) throw new AppError('unknown', `${id} is not in the library`);
  const isChosen = ({ key }: { key: string }) => key === guideKey;
  const analyses = [...entry.analyses.filter(isChosen), ...entry.analyses.filter((each) => !isChosen(each))];
  return cite({ ...entry, analyses }, format, language);
}

async function outlineOf(id: string) {
  const [{ loadRoleModel }, { makeOutline }, entry] = await Promise.all([
    import('@/core/roles/classify'),
    import('@/core/roles/outline-of'),
    readPaper(id),
  ]);
  const weights = await (await fetch('/roles.bin')).arrayBuffer();
  return makeOutline(loadRoleModel(new Uint8Array(weights)), entry?.paper.abstract ?? '');
}

/** For the clipboard, in what the panel of arXiv's pages does not offer. */
async function copyOf(id: string, format: CopyFormat, language: Language) {
  const papers = await librarySelection([id]);
  return { ...(await prepareCopy(papers, format, language)), note: await noteOf(papers, language) };
}

/** What a panel in the library offers beside the formats of every panel. */
const MORE_COPIES: readonly CopyFormat[] = CITATION_STYLES;

/** One paper of the library, read and kept fresh. */
export function PaperPane({ id, report, knownTags, query, language, words, beside, onZotero }: PaperPaneProps) {
  const listed = report?.entries.find((entry) => entry.id === id) ?? null;
  const failedIn = listed?.failed && report ? report.id : null;
  const pane = useLive(() => readPane(id, failedIn), [id, failedIn]);
  const [said, say] = useState('');
  useEffect(() => say(''), [id]);

  // Only what this version rendered can be drawn.
  const mustWait = pane?.guide ? isForeign(pane.guide) : false;
  const guide = mustWait ? null : (pane?.guide ?? null);
  const [unbuilt, setUnbuilt] = useState<string | null>(null);
  const settings = pane?.settings;
  const stale = pane?.stale ?? false;
  useEffect(() => {
    // With another glossary it stays readable meanwhile; the new one comes by itself.
    const rebuild = async () => (await import('@/storage/rebuild-guides')).rebuildGuides(id);
    if (stale) {
      rebuild().catch((cause: unknown) => {
        console.error(cause);
        setUnbuilt(id);
      });
    }
  }, [stale, id]);

  const { learn, writing = null, job = null, estimate = '', readsPdf = false, shownVersion = null } = beside ?? {};
  const actions = useMemo(
    (): PanelActions => ({
      save: async (saved) => {
        await setSaved(id, saved, Date.now());
        // The star is kept; what arXiv knows of the paper may come later, or from its page.
        if (saved) learn?.().catch(console.error);
        return { saved };
      },
      cite: (format, guideKey) => citePaper(id, format, guideKey, language),
      moreCopies: copyItems(copyingWords[language])
        .filter(({ value }) => MORE_COPIES.includes(value))
        .map(({ value, label }) => ({ label, copy: () => copyOf(id, value, language) })),
      readOutline: async () => {
        await learn?.();
        return outlineOf(id);
      },
      // The panel has the column to itself here: its height on arXiv's pages stays as the reader chose it there.
      setHeight: () => {},
      setOutlineOpen: () => {},
      highlight: () => {},
      writing,
    }),
    [id, language, learn, writing],
  );
  const panel = useMemo((): PanelData => {
    const guides = (settings && guide?.guides.map((one) => arrangeGuide(one, settings))) ?? [];
    const saved = guide?.saved ?? false;
    return {
      id,
      saved,
      guides,
      height: 'full',
      outlineOpen: false,
      words: panelWords[language],
      job,
      estimate,
      readsPdf,
    };
  }, [id, guide, settings, language, job, estimate, readsPdf]);

  const isUnknown = pane !== undefined && (pane.entry === null || isUnread(pane.entry.paper));
  const isAsked = useRef(false);
  const marking = useMarking(
    id,
    () => say(words.notSaved),
    // As with the star: what the reader made is kept, and the rest may come later. Not with every line of a note.
    () => {
      if (!isUnknown || isAsked.current) return;
      isAsked.current = true;
      learn?.().catch(console.error);
    },
  );

  if (!pane || (pane.entry && pane.entry.paper.id !== id) || (mustWait && unbuilt !== id)) return null;
  const own = reportPageWords[language];
  const entry = pane.entry ?? (beside ? unknownEntry(id) : null);
  if (!entry) return <NoPaper id={id} hint={listed ? own.prunedPaperHint : words.noPaperHint} words={words} />;

  /** Nothing but the id is known of a paper before that. */
  const known = async () => void (isUnknown && (await learn?.()));
  const obsidian = async (mode: ObsidianMode) => {
    try {
      await known();
      const { sendToObsidian } = await import('./obsidian');
      say(await sendToObsidian(id, mode, language));
    } catch (cause) {
      console.error(cause);
      const isNamed = cause instanceof AppError && cause.code !== 'unknown';
      say(isNamed ? explain(cause, language) : sendWords[language].obsidianFailed);
    }
  };
  const copy = async (format: CopyFormat) => {
    try {
      say(await copyPapers([id], format, language, known()));
    } catch (cause) {
      console.error(cause);
      say(panelWords[language].copyFailed);
    }
  };
  return (
    <PaperArticle
      key={id}
      entry={isBare(entry.paper) && beside ? named(entry, beside.title) : entry}
      panel={panel}
      panelActions={actions}
      panelLook={pane.settings}
      shownVersion={shownVersion}
      knownTags={knownTags}
      query={query}
      said={said}
      failure={pane.failure === null ? null : { title: own.failureTitle, text: pane.failure }}
      unread={pane.isPart ? readOnlyWords[language].unreadGuide : null}
      words={words}
      noAbstract={pane.entry ? words.noAbstract : sidePanelWords[language].unknownHint}
      accepted={acceptedNote(entry.paper, language)}
      copyItems={copyItems(copyingWords[language])}
      noteWords={noteWords[language]}
      sendWords={sendWords[language]}
      onCopy={(format) => void copy(format)}
      onSend={(to) => (to === 'zotero' ? onZotero(id) : void obsidian(to))}
      {...marking}
    />
  );
}

/** A paper that only the page beside tells of: it can be saved and written about all the same. */
function unknownEntry(id: string): LibraryPaper {
  return { paper: toUnreadPaper(id), analyses: [], saved: null };
}

/** A paper of which the library has no title, with that of the page beside. */
function named(entry: LibraryPaper, title: string): LibraryPaper {
  return title === '' ? entry : { ...entry, paper: { ...entry.paper, title } };
}

function NoPaper({ id, hint, words }: { id: string; hint: string; words: LibraryWords }) {
  return (
    <Notice title={fill(words.noPaper, { id })} text={hint}>
      <a class="button" href={absUrl(id)} target="_blank" rel="noopener noreferrer">
        {words.openOnArxiv}
      </a>
    </Notice>
  );
}
