import type { Words } from './words';

const zh = {
  search: '查找分类，如 cs.CV、视觉',
  found: '找到 {n} 个分类',
  nothing: '没有这样的分类。',
  chosen: '已选 {n} 个',
  unchoose: '去掉 {id}',
};

/** Texts of the category picker. */
export const categoryWords: Words<typeof zh> = {
  zh,
  en: {
    search: 'Find a category, such as cs.CV or vision',
    found: '{n} categories found',
    nothing: 'There is no such category.',
    chosen: '{n} chosen',
    unchoose: 'Remove {id}',
  },
};

const groupsZh = {
  cs: '计算机科学',
  econ: '经济学',
  eess: '电气工程与系统科学',
  math: '数学',
  physics: '物理学',
  'q-bio': '定量生物学',
  'q-fin': '定量金融',
  stat: '统计学',
};

/** arXiv's subject groups, by the archive's name; all of physics is one. */
export const groupWords: Words<typeof groupsZh> = {
  zh: groupsZh,
  en: {
    cs: 'Computer Science',
    econ: 'Economics',
    eess: 'Electrical Engineering and Systems Science',
    math: 'Mathematics',
    physics: 'Physics',
    'q-bio': 'Quantitative Biology',
    'q-fin': 'Quantitative Finance',
    stat: 'Statistics',
  },
};
