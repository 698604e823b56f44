import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { copyItems } from '@/components/library/copy-items';
import { Notice } from '@/components/library/notice';
import { PanelHost, type PanelLook } from '@/components/library/panel-host';
import { PaperArticle } from '@/components/library/paper-article';
import type { PanelActions, PanelData } from '@/components/panel/view';
import { absUrl } from '@/core/arxiv/id';
import { AppError } from '@/core/errors';
import type { CiteFormat } from '@/core/export/cite';
import { acceptedNote } from '@/core/export/accepted-note';
import { CITATION_STYLES, type CopyFormat } from '@/core/export/copy-formats';
import { arrangeGuide } from '@/core/guide/arrange';
import type { ObsidianMode } from '@/core/export/obsidian-uri';
import { isStale } from '@/core/guide/guide';
import type { ReportRecord } from '@/core/library/records';
import type { TagCount } from '@/core/library/tags';
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
import { setSaved, setStatus } from '@/storage/marks';
import { keepDraft } from '@/storage/note-drafts';
import { keepNote } from '@/storage/notes';
import { librarySelection, readPaper } from '@/storage/papers';
import { readFailure } from '@/storage/reports';
import { editTags } from '@/storage/tags';
import { useLive } from '@/storage/use-live';
import { copyPapers, noteOf, prepareCopy } from './copies';
import { LastRead } from './last-read';
import type { PaperBeside } from './paper-beside';

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

  const guide = pane?.guide ?? null;
  const settings = pane?.settings;
  const stale = pane?.stale ?? false;
  useEffect(() => {
    // An older rendering stays readable meanwhile; the new one comes by itself.
    if (stale) import('@/storage/rebuild-guides').then(({ rebuildGuides }) => rebuildGuides(id)).catch(console.error);
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

  const note = useMemo(
    () => ({
      onKeep: (text: string, base: string) => keepNote(id, text, base, Date.now()),
      onDraft: (draft: { text: string; base: string } | null) => keepDraft(id, draft),
    }),
    [id],
  );

  const keep = useCallback(
    async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (cause) {
        console.error(cause);
        say(words.notSaved);
      }
    },
    [words],
  );

  if (!pane || (pane.entry && pane.entry.paper.id !== id)) return null;
  const { entry } = pane;
  const own = reportPageWords[language];
  if (!entry && beside)
    return (
      <UnknownPaper
        title={beside.title || id}
        panel={panel}
        actions={actions}
        look={pane.settings}
        language={language}
      />
    );
  if (!entry) return <NoPaper id={id} hint={listed ? own.prunedPaperHint : words.noPaperHint} words={words} />;

  const obsidian = async (mode: ObsidianMode) => {
    try {
      const { sendToObsidian } = await import('./obsidian');
      say(await sendToObsidian(id, mode, language));
    } catch (cause) {
      console.error(cause);
      say(sendWords[language].obsidianFailed);
    }
  };
  const copy = async (format: CopyFormat) => {
    try {
      say(await copyPapers([id], format, language));
    } catch (cause) {
      console.error(cause);
      say(panelWords[language].copyFailed);
    }
  };
  return (
    <PaperArticle
      key={id}
      entry={entry}
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
      accepted={acceptedNote(entry.paper, language)}
      copyItems={copyItems(copyingWords[language])}
      noteWords={noteWords[language]}
      sendWords={sendWords[language]}
      onCopy={(format) => void copy(format)}
      onSend={(to) => (to === 'zotero' ? onZotero(id) : void obsidian(to))}
      onTags={(edit) => void keep(() => editTags(id, edit, Date.now()))}
      onStatus={(status) => void keep(() => setStatus(id, status, Date.now()))}
      note={note}
    />
  );
}

interface UnknownPaperProps {
  title: string;
  panel: PanelData;
  actions: PanelActions;
  look: PanelLook;
  language: Language;
}

/** A paper that only the page beside tells of: it can be saved and written about all the same. */
function UnknownPaper({ title, panel, actions, look, language }: UnknownPaperProps) {
  return (
    <article>
      <h2 lang="en">{title}</h2>
      <PanelHost data={panel} actions={actions} look={look} />
      <p class="fact">{sidePanelWords[language].unknownHint}</p>
    </article>
  );
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
