import type { FullText } from '@/core/arxiv/full-text';
import { guideEdition } from '@/core/guide/guide';
import type { GuideJob } from '@/core/jobs/job';
import type { JobTools } from '@/core/jobs/runner';
import { panelWords } from '@/core/words/panel';
import { toLibraryPaper } from '@/storage/papers';
import { readSettings } from '@/storage/settings';
import { writeBatch } from '@/storage/write-batch';
import { clock } from './clock';
import { showDraft } from './guide-desk';
import { loadDraw } from './guide-view';
import { notedFetch } from './noted-fetch';

/** Writes a guide from where its job stands, and shows it to the pages that follow. */
export async function writeGuideJob(job: GuideJob, { signal, keep }: JobTools): Promise<void> {
  const settings = await readSettings();
  const [
    { writeGuide },
    { toWrittenRecord },
    { buildGuide },
    { fetchPdf, findFullText },
    { mergeGlossary, parseGlossary },
    { findModel },
    draw,
  ] = await Promise.all([
    import('@/core/writing/guide-job'),
    import('@/core/writing/record'),
    import('@/core/guide/build'),
    import('./full-text'),
    import('@/core/glossary'),
    import('./find-model'),
    loadDraw(settings),
  ]);
  const { paper } = toLibraryPaper(job.input.paper);
  const glossary = mergeGlossary(parseGlossary(settings.glossary));
  const options = { glossary, words: panelWords[settings.language] };
  let text: FullText | null = null;
  let textName: string | null = null;
  try {
    await writeGuide(job, {
      fetch: notedFetch('model'),
      clock,
      signal,
      keep,
      glossary,
      async readText(wanted, aborted) {
        const found = await findFullText(wanted, aborted);
        text = found.text;
        textName = found.text && found.name;
        return found.text;
      },
      readPdf: fetchPdf,
      findModel,
      makeBoundary: () => crypto.randomUUID(),
      show({ progress, guide, model }) {
        showDraft(job.id, draw(job, progress, guide, model));
      },
      async save(guide, writing) {
        const analysis = { ...toWrittenRecord(job.input, guide, writing), ...(textName && { checkedText: textName }) };
        const entry = { ...paper, titleChinese: guide.titleChinese };
        await writeBatch({
          papers: [
            {
              paper: entry,
              analyses: [analysis],
              guides: [buildGuide(analysis, entry, { ...options, text })],
              saved: null,
            },
          ],
          edition: guideEdition(settings),
          report: null,
          text: null,
        });
      },
    });
  } finally {
    showDraft(job.id, null);
  }
}
