import type { Language } from '../settings';
import { dayViewWords } from '../words/day-view';
import { describeReason } from '../words/reasons';
import { fill } from '../words/words';
import type { NewsPaper } from './news';

/** What a model said of a paper, in a few words: 相关 3 · 重要 2; null where none was asked. */
export function describeModelScore({ model }: Pick<NewsPaper, 'model'>, language: Language): string | null {
  return (
    model && fill(dayViewWords[language].modelScore, { relevance: model.relevance, significance: model.significance })
  );
}

/** Why a paper was chosen or not, one reason a line, the weightiest first. */
export function describeWhy(paper: NewsPaper, language: Language): string[] {
  const words = dayViewWords[language];
  const { model, reasons, score, wanted } = paper;
  const sum = `${score < 0 ? '−' : ''}${Number(Math.abs(score).toFixed(2))}`;
  const modelScore = describeModelScore(paper, language);
  return [
    ...(modelScore === null ? [] : [fill(words.byModel, { score: modelScore })]),
    ...(model && model.why !== '' ? [model.why] : []),
    ...(wanted ? [] : [words.notWanted]),
    fill(words.localScore, { n: sum }),
    ...(reasons.length > 0 ? reasons.map((reason) => describeReason(reason, language)) : [words.noReason]),
  ];
}
