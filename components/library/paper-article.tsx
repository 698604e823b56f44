import type { CopyFormat } from '@/core/export/copy-formats';
import type { ObsidianMode } from '@/core/export/obsidian-uri';
import type { LibraryPaper } from '@/core/library/records';
import type { TagCount, TagEdit } from '@/core/library/tags';
import type { Status } from '@/core/status';
import { cleanText } from '@/core/render/allowed';
import type { LibraryWords } from '@/core/words/library';
import type { NoteWords } from '@/core/words/notes';
import type { SendWords } from '@/core/words/sending';
import { renderTree } from '../panel/tree';
import type { PanelActions, PanelData } from '../panel/view';
import { Byline } from './byline';
import { Title } from './highlighted';
import { Menu } from './menu';
import { PanelHost, type PanelLook } from './panel-host';
import { type NoteActions, NoteField } from './note-field';
import { Writing } from './read-only';
import { StatusField } from './status-field';
import { TagField } from './tag-field';
import { useTex } from './tex';

/** Programs that a paper can be sent to. */
export type SendTarget = 'zotero' | ObsidianMode;

interface PaperArticleProps {
  entry: LibraryPaper;
  panel: PanelData;
  panelActions: PanelActions;
  panelLook: PanelLook;
  /** Of the page beside which this stands; null elsewhere. */
  shownVersion: number | null;
  knownTags: readonly TagCount[];
  query: readonly string[];
  /** What just happened, for the reader; '' when nothing did. */
  said: string;
  /** What the source of a report says in place of an analysis; null where it has one. */
  failure: { title: string; text: string } | null;
  /** Why its guides are not shown, where only a part of the paper could be read; null elsewhere. */
  unread: string | null;
  words: LibraryWords;
  /** What stands in the place of an abstract. */
  noAbstract: string;
  /** What is to be looked at before the paper is cited, and which comments say so; null for nothing. */
  accepted: { note: string; said: string } | null;
  copyItems: readonly { value: CopyFormat; label: string }[];
  noteWords: NoteWords;
  sendWords: SendWords;
  onCopy: (format: CopyFormat) => void;
  onSend: (to: SendTarget) => void;
  onTags: (edit: TagEdit) => void;
  onStatus: (status: Status | null) => void;
  note: NoteActions;
}

/** One paper: what it is, what the reader made of it, its guide, its abstract. Key it by the paper. */
export function PaperArticle(props: PaperArticleProps) {
  const { entry, panel, panelActions, panelLook, shownVersion, knownTags, query, said, failure, unread } = props;
  const { words, noAbstract, noteWords, sendWords, accepted, copyItems, onCopy, onSend, onTags, onStatus, note } =
    props;
  const { paper, saved } = entry;
  const sendItems: { value: SendTarget; label: string }[] = [
    { value: 'zotero', label: sendWords.toZotero },
    { value: 'new', label: sendWords.obsidianNew },
    { value: 'overwrite', label: sendWords.obsidianOverwrite },
    { value: 'append', label: sendWords.obsidianAppend },
  ];
  const abstract = useTex(paper.abstract);
  return (
    <article>
      <h2 lang="en">
        <Title text={paper.title} query={query} />
      </h2>
      {paper.titleChinese && (
        <p class="title-chinese" lang="zh-CN">
          {paper.titleChinese}
        </p>
      )}
      <Byline paper={paper} words={words} />
      <div class="tools">
        <Writing>
          <TagField tags={saved?.tags ?? []} known={knownTags} words={noteWords} onEdit={onTags} />
          <StatusField status={saved?.status ?? null} words={words} onStatus={onStatus} />
          {/* A panel with a guide has this menu itself. */}
          {panel.guides.length === 0 && <Menu label={panel.words.copyAs} items={copyItems} onChoose={onCopy} />}
          <Menu label={sendWords.sendTo} items={sendItems} onChoose={onSend} />
        </Writing>
        <p class="said" role="status">
          {said}
        </p>
      </div>
      {accepted && (
        <p class="accepted" role="note">
          {accepted.note} <span>{accepted.said}</span>
        </p>
      )}
      <NoteField note={saved?.note ?? ''} words={noteWords} {...note} />
      {failure && (
        <div class="failure-text">
          <p>{failure.title}</p>
          <blockquote>{cleanText(failure.text)}</blockquote>
        </div>
      )}
      {unread === null ? (
        <PanelHost data={panel} actions={panelActions} shownVersion={shownVersion} look={panelLook} />
      ) : (
        <p class="failure-text">{unread}</p>
      )}
      <section class="abstract">
        <h3>{words.abstract}</h3>
        {paper.abstract ? <p lang="en">{renderTree(abstract)}</p> : <p>{noAbstract}</p>}
      </section>
    </article>
  );
}
