import { describe, expect, test } from 'vitest';
import { arrangeGuide, movePart, orderParts, PANEL_PARTS } from '@/core/guide/arrange';
import type { Guide } from '@/core/guide/guide';
import { GUIDE } from '../../components/panel/fixtures';

const guide: Guide = {
  ...GUIDE,
  brief: [
    { part: 'problem', text: '问' },
    { part: 'method', text: '法' },
    { part: 'results', text: '果' },
  ],
  sections: (['gist', 'problem', 'method', 'method', 'results', 'other'] as const).map((part, index) => ({
    part,
    title: String(index),
    inferred: false,
    body: [],
  })),
  findings: { quoted: true, items: [{ lang: 'en', body: [], sentence: 'We draw maps.' }] },
};
const titles = ({ sections }: Guide) => sections.map(({ title }) => title).join('');

describe('orderParts', () => {
  test('puts the named parts first, and every other one behind them in the usual order', () => {
    const order = orderParts(['results', 'findings']);
    expect(order.slice(0, 3)).toEqual(['results', 'findings', 'contribution']);
    expect(order.toSorted()).toEqual(PANEL_PARTS.toSorted());
  });

  test('leaves out what it does not know, and what is named twice', () => {
    expect(orderParts(['gist', 'toString', 'future', 'future']).filter((part) => part === 'future')).toHaveLength(1);
    expect(orderParts(['gist', 'toString'])).toEqual(PANEL_PARTS);
  });
});

describe('movePart', () => {
  const order = orderParts([]);
  test.each([
    ['up', 'method', -1, ['contribution', 'method', 'problem']],
    ['down', 'contribution', 1, ['problem', 'contribution', 'method']],
    ['to the top', 'method', -99, ['method', 'contribution', 'problem']],
    ['nowhere at the top', 'contribution', -1, ['contribution', 'problem', 'method']],
  ] as const)('moves a part %s', (_, part, by, first) => expect(movePart(order, part, by).slice(0, 3)).toEqual(first));

  test('moves the last one no further', () => expect(movePart(order, 'findings', 3)).toEqual(order));
});

describe('arrangeGuide', () => {
  test('leaves a guide alone where nothing was chosen', () =>
    expect(arrangeGuide(guide, { panelParts: [], hiddenParts: [] })).toBe(guide));

  test('orders parts and keeps what is inside them, with the gist before all', () => {
    const arranged = arrangeGuide(guide, { panelParts: ['results', 'findings', 'method'], hiddenParts: [] });
    expect(titles(arranged)).toBe('042315');
    expect(arranged.findingsAt).toBe(2);
    expect(arranged.brief.map(({ text }) => text).join('')).toBe('果法问');
    expect(arranged.hidden).toEqual([]);
  });

  test('leaves hidden parts out, and names those that there were', () => {
    const arranged = arrangeGuide(guide, { panelParts: [], hiddenParts: ['findings', 'method', 'future'] });
    expect(titles(arranged)).toBe('0145');
    expect(arranged.findings.items).toEqual([]);
    expect(arranged.brief.map(({ text }) => text).join('')).toBe('问果');
    expect(arranged.hidden).toEqual(['method', 'findings']);
  });
});
