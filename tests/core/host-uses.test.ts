import { describe, expect, test } from 'vitest';
import { describeUses, type HostUse } from '@/core/host-uses';
import { nameBytes } from '@/core/size';
import { privacyWords } from '@/core/words/privacy';

const uses: HostUse[] = [
  { host: 'api.deepseek.com', kind: 'model', name: 'DeepSeek' },
  { host: 'raw.githubusercontent.com', kind: 'feed', name: '视觉日报' },
];

describe('describeUses', () => {
  test.each([
    ['arxiv.org', ['取公告、全文和摘要']],
    ['rss.arxiv.org', ['取公告、全文和摘要']],
    ['api.deepseek.com', ['模型“DeepSeek”']],
    ['*.githubusercontent.com', ['订阅“视觉日报”']],
    ['*', ['模型“DeepSeek”', '订阅“视觉日报”']],
    ['notarxiv.org', []],
    ['deepseek.com', []],
  ])('says what %s is for', (host, lines) => expect(describeUses(host, uses, privacyWords.zh)).toEqual(lines));
});

describe('nameBytes', () => {
  test.each([
    [0, '0 B'],
    [512, '512 B'],
    [1_024, '1.0 KB'],
    [12.34 * 1_024 ** 2, '12 MB'],
    [3.21 * 1_024 ** 3, '3.2 GB'],
    [9_000 * 1_024 ** 4, '9000 TB'],
  ])('%d bytes are %s', (bytes, text) => expect(nameBytes(bytes)).toBe(text));
});
