import type { GuideJob } from '../jobs/job';
import { joinGuides } from './analysis';
import { type AnswerReading, readAnswer } from './answer';
import { readSource } from './paper-source';
import { NOTHING_WRITTEN, type WrittenGuide } from './written';

/** What is finished of an answer that broke off, so that only the rest need be asked for. */
export function finishedOf({ guide, finished }: AnswerReading): WrittenGuide {
  // Findings stand last, so that those of an answer that broke off are hardly ever all there are.
  return {
    ...NOTHING_WRITTEN,
    titleChinese: guide.titleChinese,
    parts: guide.prose ? [] : guide.parts.slice(0, finished),
  };
}

/** What a job has finished of its guide, for whoever shows it while nobody goes on with it: its worker may just have died. */
export function keptGuide({ input, progress }: Pick<GuideJob, 'input' | 'progress'>): WrittenGuide {
  const { paper, language } = input;
  const written = progress.written ?? NOTHING_WRITTEN;
  if (progress.answer === '') return written;
  const source = readSource([paper.title, paper.abstract].join('\n\n'), paper.id);
  const context = { basis: progress.basis ?? 'abstract', language, ended: false, source };
  return joinGuides(written, finishedOf(readAnswer(progress.answer, context)));
}
