import { expect, test } from 'vitest';
import { sourceName } from '@/core/guide/source';

test.each([
  ['Arxiv Computer Vision Papers - 2025-12-30', '计算机视觉日报'],
  ['arXiv Robotics Papers - 2026-09-01', '机器人日报'],
  ['Arxiv Machine Learning Papers - 2025-12-30', '机器学习日报'],
  ['Arxiv Computation and Language Papers – 2025-12-30', '自然语言处理日报'],
  ['Arxiv CV Papers - 2025-12-30', '计算机视觉日报'],
  ['Arxiv Quantum Physics Papers - 2025-12-30', 'Arxiv Quantum Physics Papers'],
  ['我的周报 2025-12-30', '我的周报'],
  ['Reading group', 'Reading group'],
  ['2025-12-30', '2025-12-30'],
  ['', ''],
])('%j is called %j', (title, name) => expect(sourceName(title)).toBe(name));
