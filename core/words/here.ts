import type { Words } from './words';

const zh = {
  title: '本页论文的标签、状态和笔记',
  writeNote: '写笔记',
  noteOf: '笔记：{line}',
  toZotero: '发送到 Zotero',
  inZotero: '已在 Zotero',
  sentAt: '{date}发送过',
  asking: '请在浏览器的询问里允许访问本机的 Zotero（127.0.0.1）。弹窗关上也没关系，允许之后会接着发送。',
  sending: '正在发送到 Zotero',
  notSaved: '没有保存，论文库没有改变。请检查磁盘空间，再试一次。',
};

export type HereWords = { readonly [K in keyof typeof zh]: string };

/** What the popup says of the reader's own of the current tab's paper. */
export const hereWords: Words<typeof zh> = {
  zh,
  en: {
    title: 'Tags, status and note of this page’s paper',
    writeNote: 'Add a note',
    noteOf: 'Note: {line}',
    toZotero: 'To Zotero',
    inZotero: 'In Zotero',
    sentAt: 'Sent {date}',
    asking:
      'Please allow Zotero on this computer (127.0.0.1) where the browser asks. Should this popup close, the paper is sent all the same once you allow it.',
    sending: 'Sending to Zotero',
    notSaved: 'That was not saved; your library is as it was. Please check the disk and try again.',
  },
};
