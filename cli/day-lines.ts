import type { DailyInput, DailyProgress } from '@/core/daily/daily-job';
import type { MadeReport } from '@/core/daily/daily-tools';
import { viewDaily } from '@/core/daily/daily-view';
import { oneLine } from '@/core/daily/settle';
import type { ErrorCode } from '@/core/errors';
import { formatYuan } from '@/core/model/cost';
import { errorWords } from '@/core/words/errors';

/** How far a day is, in a line: `6/10 篇 · A title · 已用约 0.13 元`; null where there is nothing to tell. */
export function progressLine(progress: DailyProgress, now: number): string | null {
  const { step, done, total, current, cost, remainingMilliseconds, toScore, scored } = viewDaily({ progress }, now);
  const parts: string[] = [];
  if (step === 'score') parts.push(`打分 ${scored}/${toScore} 篇`);
  else if (step === 'analyse') parts.push(`${done}/${total} 篇`, ...(current === null ? [] : [oneLine(current)]));
  else if (step === 'overview') parts.push('写今日概览');
  else return null;
  if (cost !== null && cost > 0) parts.push(`已用${formatYuan(cost, 'zh')}`);
  if (remainingMilliseconds !== null && remainingMilliseconds > 0)
    parts.push(`预计还要 ${Math.max(1, Math.round(remainingMilliseconds / 60_000))} 分钟`);
  return parts.join(' · ');
}

/** What came of a day, for whoever runs it. `written`: the files. */
export function madeLine(
  { report, news, missing }: MadeReport,
  progress: DailyProgress,
  { date, modelId }: DailyInput,
  written: readonly string[],
): string {
  const { papers } = report;
  const told = [`公告 ${news.papers.length} 篇`, `选了 ${papers.length} 篇`];
  if (modelId !== null) told.push(`${papers.filter(({ analysis }) => analysis !== null).length} 篇有解读`);
  if (missing.length > 0) told.push(`${missing.length} 篇没有取到元数据`);
  if (progress.cost !== null) told.push(`花了${formatYuan(progress.cost, 'zh')}`);
  return [`${date}：${told.join('，')}。`, ...troubles(progress), `写入 ${written.join('、')}。`].join('');
}

function troubles({ modelError, papers }: DailyProgress): string[] {
  const said: string[] = [];
  if (modelError !== null) {
    said.push(
      `没有用上模型，余下的按本地打分和自动统计做完：${reason(modelError)}请检查 DAODU_KEY、--model 和 --model-name，再运行一次会接着做。`,
    );
  }
  const own = (papers ?? []).filter(({ state, error }) => state === 'failed' && error !== modelError);
  for (const { id, error } of own) said.push(`${id} 没有写成解读：${reason(error ?? 'unknown')}`);
  const skipped = (papers ?? []).filter(({ state }) => state === 'skipped').length;
  if (skipped > 0) said.push(`到了花费上限，${skipped} 篇没有写解读。`);
  return said;
}

/** What happened; what to do about it is told for the extension, and here it is something else. */
function reason(code: ErrorCode): string {
  return `${errorWords.zh[code].split('。')[0]}。`;
}
