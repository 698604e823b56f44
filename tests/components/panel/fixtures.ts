import { vi } from 'vitest';
import type { PanelContent } from '@/components/panel/panel';
import type { PanelActions, PanelData } from '@/components/panel/view';
import type { Guide } from '@/core/guide/guide';
import type { Outline } from '@/core/roles/outline';
import { panelWords } from '@/core/words/panel';

/** A guide in our own words, with a part in two sections and one that infers. */
export const GUIDE: Guide = {
  key: 'a',
  source: '计算机视觉日报',
  date: '2025-12-30',
  basis: 'full',
  basisStated: false,
  version: 1,
  model: null,
  gist: '用视频扩散模型估计透明物体的深度。',
  brief: [
    { part: 'problem', text: '透明物体难以测量。' },
    { part: 'method', text: '把深度估计当作视频翻译。' },
    { part: 'results', text: '零样本最佳。' },
  ],
  sections: [
    { part: 'problem', title: '1. 研究问题：', inferred: false, body: [['p', null, '玻璃会折射光。']] },
    {
      part: 'method',
      title: '2. 方法：',
      inferred: false,
      body: [['p', null, '用 ', ['strong', null, 'LoRA'], ' 微调。']],
    },
    { part: 'method', title: '3. 数据：', inferred: false, body: [['ul', null, ['li', null, '合成视频']]] },
    { part: 'limitations', title: '4. 局限：', inferred: true, body: [['p', null, '可以推断相机轨迹单一。']] },
    { part: 'other', title: '', inferred: false, body: [['p', null, '没有标题的一段。']] },
  ],
  findings: { quoted: true, items: [{ lang: 'en', body: ['We propose a model.'], sentence: null }] },
  cost: '',
  numbers: null,
};

export const OUTLINE: Outline = {
  sentences: [
    { text: 'Glass is hard.', body: ['Glass is hard.'], role: 'background', key: false },
    { text: 'We propose a model.', body: ['We propose a model.'], role: 'method', key: true },
    { text: 'It wins.', body: ['It wins.'], role: 'result', key: false },
    { text: 'Light bends.', body: ['Light bends.'], role: 'background', key: false },
  ],
};

export function makeData(change: Partial<PanelData> = {}): PanelData {
  return {
    id: '2512.23705',
    saved: false,
    guides: [GUIDE],
    height: 'brief',
    outlineOpen: false,
    words: panelWords.zh,
    job: null,
    estimate: '',
    readsPdf: false,
    ...change,
  };
}

export function makeContent(change: Partial<PanelData> = {}, shownVersion: number | null = 1): PanelContent {
  return { kind: 'ready', data: makeData(change), shownVersion, outline: null };
}

/** Actions that succeed and remember what they were asked. */
export function makeActions() {
  return {
    save: vi.fn<PanelActions['save']>((saved) => Promise.resolve({ saved })),
    cite: vi.fn<PanelActions['cite']>((format) =>
      Promise.resolve({ text: `as ${format}`, html: format === 'html' ? '<b>rich</b>' : '', note: '' }),
    ),
    readOutline: vi.fn<PanelActions['readOutline']>(() => Promise.resolve(OUTLINE)),
    setHeight: vi.fn<PanelActions['setHeight']>(),
    setOutlineOpen: vi.fn<PanelActions['setOutlineOpen']>(),
    highlight: vi.fn<PanelActions['highlight']>(),
    writing: {
      write: vi.fn(() => Promise.resolve()),
      stop: vi.fn(() => Promise.resolve()),
      check: vi.fn<(key: string) => Promise<void>>(() => Promise.resolve()),
    },
  };
}
