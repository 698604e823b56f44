import type { ComponentChildren } from 'preact';
import type { JobView } from '@/core/jobs/view';
import type { Guide } from '@/core/guide/guide';
import type { PanelHeight } from '@/core/settings';
import type { PanelWords } from '@/core/words/panel';
import { fill } from '@/core/words/words';
import { Button, Sign } from './button';
import type { View } from './view';

/** The line every panel begins with. 导读 is always a heading, seen only where there is room for it. */
export function Head({ name, seen, children }: { name: string; seen?: boolean; children: ComponentChildren }) {
  return (
    <div class="head">
      <span class="seal" aria-hidden="true">
        导
      </span>
      <h2 class={seen ? '' : 'unseen'}>{name}</h2>
      {children}
    </div>
  );
}

function basisWord({ basis, basisStated }: Guide): keyof PanelWords {
  if (basis === 'full') return basisStated ? 'basisFull' : 'basisGuessed';
  return basis === 'abstract' ? 'basisAbstract' : 'basisUnknown';
}

interface MetaProps {
  view: View;
  guides: readonly Guide[];
  guide: Guide;
  /** Of the page; null when not known. */
  shownVersion: number | null;
  choose: (key: string) => void;
}

/** Where a guide comes from and how far to trust it; with several of them, the switch. */
export function Meta({ view: { words }, guides, guide, shownVersion, choose }: MetaProps) {
  const { version } = guide;
  return (
    <div class="meta">
      {guides.length > 1 ? (
        <select
          aria-label={words.switchLabel}
          value={guide.key}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {guides.map(({ key, source, date }) => (
            <option key={key} value={key}>
              {date ? `${source} · ${date}` : source}
            </option>
          ))}
        </select>
      ) : (
        <>
          <span class="source" title={guide.source}>
            {guide.source}
          </span>
          {guide.date && <span>· {guide.date}</span>}
        </>
      )}
      <span class="badge">{words[basisWord(guide)]}</span>
      {version !== null && shownVersion !== null && version !== shownVersion && (
        <span class="badge warn">{fill(words.versions, { read: version, shown: shownVersion })}</span>
      )}
    </div>
  );
}

const HEIGHTS: readonly PanelHeight[] = ['line', 'brief', 'full'];
const HEIGHT_WORDS = { line: 'heightLine', brief: 'heightBrief', full: 'heightFull' } as const;

interface HeightsProps {
  view: View;
  height: PanelHeight;
  setHeight: (height: PanelHeight) => void;
}

/** The two other heights. A button stays the same element while its text changes, so that the focus is not lost. */
export function Heights({ view, height, setHeight }: HeightsProps) {
  const at = HEIGHTS.indexOf(height);
  return HEIGHTS.filter((other) => other !== height).map((other, slot) => (
    <Button key={slot} view={view} class="height" onClick={() => setHeight(other)}>
      {view.words[HEIGHT_WORDS[other]]} <Sign>{HEIGHTS.indexOf(other) > at ? '▾' : '▴'}</Sign>
    </Button>
  ));
}

/** ★ 收藏; the sign alone where there is only one line. */
export function Star({ view, saved, save, short }: { view: View; saved: boolean; save: () => void; short?: boolean }) {
  const label = saved ? view.words.saved : view.words.save;
  return (
    <Button view={view} aria-pressed={saved} {...(short && { 'aria-label': label })} onClick={save}>
      <span aria-hidden="true">{saved ? '★' : '☆'}</span> {!short && <span class="label">{label}</span>}
    </Button>
  );
}

/** What just happened, or that the script is gone. Always there, or screen readers would miss the first word. */
export function Notice({ view, said }: { view: View; said: string }) {
  return (
    <p class={view.retired ? 'notice badge warn' : 'notice'} role="status">
      {view.retired ? view.words.refresh : said}
    </p>
  );
}

/** Why the last guide was not written: what happened, what is safe, what to do. */
export function Failure({ job }: { job: JobView | null }) {
  return (
    job && (
      <p class="failure" role="status">
        {job.line}
      </p>
    )
  );
}

export function Outside({ href, name }: { href: string; name: string }) {
  return (
    <a href={href} lang="en" target="_blank" rel="noopener noreferrer">
      {name} <Sign>↗</Sign>
    </a>
  );
}
