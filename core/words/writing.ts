import type { Words } from './words';

const zh = {
  waiting: '排队中，马上开始写解读',
  reading: '正在向 arXiv 取全文',
  writing: '正在写解读 · {basis} · {model}',
  repairing: '正在补全解读 · {basis} · {model}',
  saving: '正在保存',
  full: '据全文',
  abstract: '仅据摘要',
  again: '{reason}会自动再试。',
  note: '说明',
  proseNote: '模型没有按要求的格式回答，这里保留了它的原话。',
};

/** What is said while a guide is being written, and beside it afterwards. */
export const writingWords: Words<typeof zh> = {
  zh,
  en: {
    waiting: 'Waiting; the guide begins in a moment',
    reading: 'Asking arXiv for the full text',
    writing: 'Writing · {basis} · {model}',
    repairing: 'Asking for what is missing · {basis} · {model}',
    saving: 'Saving',
    full: 'from full text',
    abstract: 'from abstract only',
    again: '{reason} Daodu will try again by itself.',
    note: 'Note',
    proseNote: 'The model did not answer in the form it was asked for; these are its own words.',
  },
};
