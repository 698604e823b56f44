import type { Guide, GuideSection } from '@/core/guide/guide';
import { groupRuns, Labelled, Sentences } from './parts';
import { plainText, renderTree } from './tree';
import type { View } from './view';

interface GuideProps {
  view: View;
  guide: Guide;
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
export function FullBody({ view, guide }: GuideProps) {
  const { words } = view;
  const { quoted, items } = guide.findings;
  return (
    <>
      <dl class="parts">
        {groupRuns(guide.sections, (section) => section.part).map(([part, sections], index) => (
          <Labelled key={index} label={words[`part_${part}`]}>
            {sections.map((section) => drawSection(section, words.inferred))}
          </Labelled>
        ))}
      </dl>
      {items.length > 0 && (
        <div class="findings">
          <h3>{quoted ? words.quotedFindings : words.findings}</h3>
          <Sentences
            view={view}
            list={items.map(({ lang, body }) => ({
              lang: lang === 'zh' ? 'zh-CN' : lang,
              body: renderTree(body),
              text: quoted ? plainText(body) : null,
            }))}
          />
        </div>
      )}
      <p class="foot">
        {words.footer} {guide.model}
      </p>
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
