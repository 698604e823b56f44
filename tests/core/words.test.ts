import { expect, test } from 'vitest';
import { fill, fillSpaced } from '@/core/words/words';

test.each([
  ['{n} 篇', { n: 3 }, '3 篇'],
  ['{n} {n:paper|papers}', { n: 1 }, '1 paper'],
  ['{n} {n:paper|papers}', { n: 0 }, '0 papers'],
  ['{n} {n:paper|papers}', { n: 21 }, '21 papers'],
  ['{n} {n:paper|papers}', { n: '1,234' }, '1,234 papers'],
  ['{date} {n}', { n: 1 }, '{date} 1'],
  ['{n}', { n: 0 }, '0'],
  ['{n:1} {n|m}', { n: 1 }, '{n:1} {n|m}'],
])('fills %j with %j as %j', (text, values, filled) => expect(fill(text, values)).toBe(filled));

test.each([
  ['现在生成{day}的日报', { day: '11 月 17 日' }, '现在生成 11 月 17 日的日报'],
  ['现在生成{day}的日报', { day: '今天' }, '现在生成今天的日报'],
  ['{day}：{step}', { day: '今天', step: '3/5' }, '今天：3/5'],
  ['Make {day}', { day: '17 Nov' }, 'Make 17 Nov'],
])('fills %j with %j and blanks as %j', (text, values, filled) => expect(fillSpaced(text, values)).toBe(filled));
