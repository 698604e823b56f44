import { describe, expect, test } from 'vitest';
import { readMarks } from '@/core/writing/inferred-marks';
import { keyOf } from '@/core/writing/wanted';

describe('keyOf', () => {
  test.each([
    ['gist', 'gist'],
    ['TL;DR', null],
    ['TLDR', 'gist'],
    ['一句话总结', 'gist'],
    ['Problem', 'problem'],
    ['2. 研究问题', 'problem'],
    ['问题与背景', 'problem'],
    ['**方法**：', 'method'],
    ['core_method', 'method'],
    ['mainResults', 'results'],
    ['实验结果', 'results'],
    ['局限性（推断）', 'limitations'],
    ['future_work', 'future'],
    ['后续工作', 'future'],
    ['key_findings', 'findings'],
    ['关键发现', 'findings'],
    ['title_zh', 'title'],
    ['中文标题', 'title'],
  ])('%j names %s', (name, key) => expect(keyOf(name)).toBe(key));

  test.each([
    '',
    'system',
    'system_prompt',
    'method_score',
    'result_url',
    'guide',
    '系统指令',
    '方法链接',
    '结果评分',
    'other',
    '译文',
  ])('%j names nothing that was asked for', (name) => expect(keyOf(name)).toBeNull());
});

describe('readMarks', () => {
  test.each([
    ['【推断】原文只试了一种海况。', '原文只试了一种海况。', true],
    ['[Inferred] Only one sea was tried.', 'Only one sea was tried.', true],
    ['（推断）：\n- 甲\n- 乙', '- 甲\n- 乙', true],
    ['- 【推断】甲\n- **【推断】** 乙', '- 甲\n- 乙', true],
    ['- 甲\n- 【推断】乙', '- 甲\n- （推断）乙', false],
    ['变分推断是一种方法。', '变分推断是一种方法。', false],
    ['作者用【推断】二字开头。', '作者用【推断】二字开头。', false],
    ['原文没有说明。', '原文没有说明。', false],
    ['', '', false],
  ])('%j', (markdown, text, inferred) => expect(readMarks(markdown)).toEqual({ text, inferred }));
});
