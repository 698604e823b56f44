import type { ErrorCode } from '../errors';
import type { Words } from './words';

const zh = {
  'not-utf8': '不是 UTF-8 文本',
  'too-large': '超过 10 MB',
  'no-report': '认不出日报',
  'no-paper': '没有论文',
  'cut-short': '不完整',
  unreadable: '打不开',
  'bad-json': 'JSON 有错误',
  'file-newer': '来自更新版本的导读',
  'bad-record': '格式不认识',
  'zip-broken': '压缩包不完整或已损坏',
  'zip-locked': '加了密码',
  'zip-method': '压缩方式不认识',
  'zip-many': '压缩包里文件太多',
  'import-died': '导入程序中断',
  'storage-full': '磁盘空间不够',
  'storage-newer': '论文库由更新版本写成',
  'storage-lost': '论文库断开了',
  'storage-gone': '论文库的文件不见了',
  'storage-failed': '论文库没有写成功',
  unknown: '意料之外的问题',
} satisfies Partial<Record<ErrorCode, string>>;

/** Why files could not be imported, in a few words: for a count of many, where the sentences would be too long. */
export const failureWords: Words<typeof zh> = {
  zh,
  en: {
    'not-utf8': 'not UTF-8',
    'too-large': 'over 10 MB',
    'no-report': 'not recognised as a report',
    'no-paper': 'without papers',
    'cut-short': 'incomplete',
    unreadable: 'not to be opened',
    'bad-json': 'with wrong JSON',
    'file-newer': 'of a newer Daodu',
    'bad-record': 'of an unknown form',
    'zip-broken': 'in broken archives',
    'zip-locked': 'with a password',
    'zip-method': 'packed in an unknown way',
    'zip-many': 'archives of too many files',
    'import-died': 'as the import broke off',
    'storage-full': 'for a full disk',
    'storage-newer': 'for a library of a newer Daodu',
    'storage-lost': 'as the library was dropped',
    'storage-gone': 'as the library is no longer there',
    'storage-failed': 'not written by the library',
    unknown: 'for an unexpected reason',
  },
};

/** The few words for a code; those that no file gives are unexpected here. */
export function reasonOf(code: ErrorCode, words: { readonly [K in keyof typeof zh]: string }): string {
  return Object.entries(words).find(([key]) => key === code)?.[1] ?? words.unknown;
}
