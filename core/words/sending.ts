import type { Words } from './words';

const zh = {
  sendTo: '发送到',
  toZotero: '发送到 Zotero',
  obsidianNew: '发到 Obsidian（新建）',
  obsidianOverwrite: '发到 Obsidian（覆盖原来的）',
  obsidianAppend: '发到 Obsidian（追加到原来的）',
  obsidianFolder: '导读',
  obsidianTooOld:
    '没有写进来：Obsidian 需要 1.7.2 或更新。内容还在剪贴板里，可以直接粘贴；也可以在导读里导出 Obsidian 文件。',
  obsidianAsked:
    '已请浏览器打开 Obsidian，论文会在{place}。没有反应时，请确认装了 Obsidian 1.7.2 或更新，或者导出 Obsidian 文件。',
  obsidianInFolder: '“{folder}”文件夹里',
  obsidianAtTop: '仓库的最上层',
  obsidianFailed: '没有交给 Obsidian（剪贴板没有写成功）。论文库没有受影响。请再点一次，或者导出 Obsidian 文件。',
  title: '发送到 Zotero',
  askingBrowser:
    '请在浏览器弹出的窗口里允许导读访问本机的 Zotero（127.0.0.1）。论文只发给这台电脑上的 Zotero，不经过网络。',
  confirmMany: '要把这 {n} 篇都发送到 Zotero 吗？每篇带着解读、标签和笔记。',
  sentOne: '这篇在{date}发送过。再发一次，Zotero 里会多出一份。',
  sentSome: '{n} 篇里有 {known} 篇以前发送过（最近一次是{date}）。再发一次，Zotero 里会各多出一份。',
  send: '发送',
  sendAgain: '再发一份',
  sendRest: '只发其余 {n} 篇',
  sendAllAgain: '全部发送',
  looking: '正在连接 Zotero',
  sending: '正在发送 {done}/{total}',
  sendingTo: '正在发送到“{place}”{done}/{total}',
  progress: '进度',
  stop: '停止',
  doneAt: '已发送 {n} 篇到 Zotero 的“{place}”。',
  done: '已发送 {n} 篇到 Zotero。',
  doneSoFar: '在这之前已发送 {n} 篇。',
  stopped: '已停止，其余 {n} 篇没有发送。',
  failed: '{n} 篇 Zotero 没有存下，它们都还在论文库里：',
  left: '还有 {n} 篇没有发送。',
  retry: '再试一次',
  asRis: '导出 RIS 文件',
  close: '关闭',
  cancel: '取消',
};

export type SendWords = { readonly [K in keyof typeof zh]: string };

/** What is said while papers go to other programs. */
export const sendWords: Words<typeof zh> = {
  zh,
  en: {
    sendTo: 'Send to',
    toZotero: 'Send to Zotero',
    obsidianNew: 'Send to Obsidian (new note)',
    obsidianOverwrite: 'Send to Obsidian (replace the note)',
    obsidianAppend: 'Send to Obsidian (add to the note)',
    obsidianFolder: 'Daodu',
    obsidianTooOld:
      'Not written: Obsidian 1.7.2 or newer is needed. The text is still on the clipboard and can be pasted; Daodu exports Obsidian files, too.',
    obsidianAsked:
      'The browser was asked to open Obsidian; the paper goes {place}. If nothing happens, check that Obsidian 1.7.2 or newer is installed, or export Obsidian files.',
    obsidianInFolder: 'into the folder “{folder}”',
    obsidianAtTop: 'to the top of the vault',
    obsidianFailed:
      'Not handed to Obsidian: the clipboard could not be written. Your library is untouched. Please click once more, or export Obsidian files.',
    title: 'Send to Zotero',
    askingBrowser:
      'Please allow Daodu to reach Zotero on this computer (127.0.0.1) in the browser’s window. Papers go to the Zotero on this computer alone, not over the network.',
    confirmMany: 'Send all of these {n} papers to Zotero? Each goes with its analyses, tags and note.',
    sentOne: 'This paper was sent on {date}. Sending it again makes a second copy in Zotero.',
    sentSome:
      'Of these {n} papers, {known} were sent before (last on {date}). Sending them again makes second copies in Zotero.',
    send: 'Send',
    sendAgain: 'Send a second copy',
    sendRest: 'Send the other {n} only',
    sendAllAgain: 'Send all',
    looking: 'Connecting to Zotero',
    sending: 'Sending {done}/{total}',
    sendingTo: 'Sending to “{place}” {done}/{total}',
    progress: 'Progress',
    stop: 'Stop',
    doneAt: 'Sent {n} {n:paper|papers} to “{place}” in Zotero.',
    done: 'Sent {n} {n:paper|papers} to Zotero.',
    doneSoFar: 'Sent before that: {n}.',
    stopped: 'Stopped; not sent: {n}.',
    failed: 'Zotero could not save {n} {n:paper|papers}; they are all in your library:',
    left: 'Not sent yet: {n}.',
    retry: 'Try again',
    asRis: 'Export an RIS file',
    close: 'Close',
    cancel: 'Cancel',
  },
};
