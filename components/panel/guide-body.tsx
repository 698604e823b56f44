import type { Guide, GuideSection } from '@/core/guide/guide';
import { fill } from '@/core/words/words';
import { Button } from './button';
import { groupRuns, Labelled, Sentences } from './parts';
import { plainText, renderTree } from './tree';
import type { View } from './view';

interface GuideProps {
  view: View;
  guide: Guide;
  /** Looks the numbers up in the full text; null where that cannot be done. */
  check?: (() => void) | null;
  /** Writes it anew from the PDF; null where there is no need or no way. */
  readPdf?: (() => void) | null;
}

/** 要点: one line each of 问题, 方法, 结果. */
export function BriefBody({ view, guide }: GuideProps) {
  return (
    <dl class="parts">
      {guide.brief.map(({ part, text }) => (
        <Labelled key={part} label={view.words[`part_${part}`]}>
          <span lang="zh-CN">{text}</span>
        </Labelled>
      ))}
    </dl>
  );
}

/** 全文: every section under its part, the source's own headings, then the key findings. */
export function FullBody({ view, guide, check, readPdf }: GuideProps) {
  const { words } = view;
  const { numbers } = guide;
  const { quoted, items } = guide.findings;
  // A number that was found leads to its sentence on the page, as a key sentence does.
  const mark = (event: Event) => {
    view.actions.highlight((event.target as Element).closest<HTMLElement>('data')?.title ?? null); // as: only elements are pointed at
  };
  const clear = () => view.actions.highlight(null);
  const point = { onMouseOver: mark, onFocusIn: mark, onMouseLeave: clear, onFocusOut: clear };
  const { sections, findingsAt = sections.length, hidden = [] } = guide;
  const drawParts = (some: readonly GuideSection[]) =>
    some.length > 0 && (
      <dl class="parts" {...point}>
        {groupRuns(some, (section) => section.part).map(([part, together], index) => (
          <Labelled key={index} label={words[`part_${part}`]}>
            {together.map((section) => drawSection(section, words.inferred))}
          </Labelled>
        ))}
      </dl>
    );
  return (
    <>
      {drawParts(sections.slice(0, findingsAt))}
      {items.length > 0 && (
        <div class="findings">
          <h3>{quoted ? words.quotedFindings : words.findings}</h3>
          <Sentences
            view={view}
            list={items.map(({ lang, body, sentence }) => ({
              lang: lang === 'zh' ? 'zh-CN' : lang,
              body: renderTree(body),
              text: quoted ? plainText(body) : sentence,
            }))}
          />
        </div>
      )}
      {drawParts(sections.slice(findingsAt))}
      {hidden.length > 0 && (
        <p class="foot">
          {words.hiddenParts}
          {hidden.map((part) => (part === 'findings' ? words.findings : words[`part_${part}`])).join(words.comma)}
        </p>
      )}
      <p class="foot">
        {words.footer} {guide.model} {guide.cost}{' '}
        {readPdf && (
          <Button view={view} onClick={readPdf}>
            {words.readPdf}
          </Button>
        )}
      </p>
      {numbers && (
        <p class="foot">
          {fill(words[`numbers_${numbers.text}`], numbers)}{' '}
          {numbers.text === 'abstract' && check && (
            <Button view={view} onClick={check}>
              {words.check}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

function drawSection({ title, inferred, body }: GuideSection, inferredWord: string) {
  return (
    <section lang="zh-CN">
      {title && <h3 class="as">{title}</h3>}
      {inferred && <span class="badge">{inferredWord}</span>}
      {renderTree(body)}
    </section>
  );
}
