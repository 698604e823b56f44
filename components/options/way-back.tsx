import { absUrl } from '@/core/arxiv/id';
import type { ModelWords } from '@/core/words/models';
import { fill } from '@/core/words/words';

interface WayBackProps {
  words: ModelWords;
  paperId: string;
  /** True once a guide could be written. */
  ready: boolean;
}

/** Keeps the paper in mind from which the reader came here to add a model. */
export function WayBack({ words, paperId, ready }: WayBackProps) {
  if (!ready) return <p class="way-back">{fill(words.backLater, { id: paperId })}</p>;
  return (
    <p class="way-back">
      <span>{words.backNow}</span>
      <a href={absUrl(paperId)}>{fill(words.backLink, { id: paperId })}</a>
    </p>
  );
}
