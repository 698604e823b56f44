import type { ErrorCode } from '../errors';
import type { Words } from './words';

const zh = {
  'not-utf8':
    '{file} 第 {line} 行不是 UTF-8 文本，可能是别的编码，也可能不是文本文件。没有写入任何内容。请另存为 UTF-8 再试。',
  'too-large': '{file} 超过 10 MB，不像是一份日报。没有写入任何内容。请检查是否选错了文件。',
  'no-report': '{file} 里没有认出日报或论文库（从第 {line} 行看起）。没有写入任何内容。请检查是否选错了文件。',
  'no-paper': '{file} 到第 {line} 行为止没有读到一篇论文。没有写入任何内容。文件可能不完整，请重新下载再试。',
  'cut-short': '{file} 在第 {line} 行中断，最后一篇论文不完整。没有写入任何内容。请重新下载整份日报再试。',
  unreadable: '{file} 打不开。没有写入任何内容。请检查文件是否还在、是否有权限读取。',
  'bad-json': '{file} 第 {line} 行的 JSON 不完整或有错误。没有写入任何内容。请重新导出或下载再试。',
  'file-newer': '{file} 是由更新版本的导读导出的。没有写入任何内容。请先把导读更新到最新版本。',
  'bad-record': '{file} 第 {line} 行的内容不是导读认识的格式。没有写入任何内容。请检查是否选错了文件。',
  'bad-request': '这个请求的格式不对，或者来自导读不服务的页面，没有执行。论文库没有受影响。请刷新页面再试。',
  'storage-full': '磁盘空间不够，这次没有写入任何内容，已有的论文库没有受影响。请腾出一些空间再试。',
  'storage-newer': '论文库由更新版本的导读写成，本版本不会去改动它，内容都还在。请先把导读更新到最新版本。',
  'storage-failed': '论文库没有读写成功，已有的内容没有受影响。请重新打开浏览器再试。',
  'arxiv-answer':
    'arXiv 这次的回答是一条错误提示，或者读不懂，没有取到内容。已有的解读和论文库没有受影响。请过些时候再试。',
  'arxiv-offline': '连不上 arXiv，没有取到内容。已有的解读和论文库没有受影响。请检查网络，过一会儿再试。',
  'arxiv-busy': 'arXiv 现在不接受更多请求，导读会停一个小时左右再问。已有的解读和论文库没有受影响。请过些时候再试。',
  stopped: '已经停止。写好的部分还在，论文库没有受影响。想接着写时再点一次。',
  'extension-updated': '导读刚刚更新过。已显示的内容仍可阅读，论文库没有受影响。请刷新本页。',
  unknown: '出了意料之外的问题。论文库没有受影响。请再试一次；如果一直这样，请把浏览器控制台里的信息告诉我们。',
} satisfies Record<ErrorCode, string>;

/**
 * What a reader is told for each code: what happened, what is safe, what to do. `{file}` and `{line}` are filled in by whoever
 * knows them.
 */
export const errorWords: Words<typeof zh> = {
  zh,
  en: {
    'not-utf8':
      'Line {line} of {file} is not UTF-8 text: another encoding, or no text at all. Nothing was written. Please save it as UTF-8 and try again.',
    'too-large': '{file} is over 10 MB, too large for a report. Nothing was written. Please check the file.',
    'no-report':
      '{file} was not recognised as a report or a library (looking from line {line}). Nothing was written. Please check the file.',
    'no-paper':
      'No paper was found in {file} up to line {line}. Nothing was written. The file may be incomplete; please download it again.',
    'cut-short':
      '{file} ends at line {line}, in the middle of a paper. Nothing was written. Please download the whole report again.',
    unreadable: '{file} could not be opened. Nothing was written. Please check that it exists and may be read.',
    'bad-json':
      'The JSON of {file} is incomplete or wrong at line {line}. Nothing was written. Please export or download it again.',
    'file-newer': '{file} was exported by a newer version of Daodu. Nothing was written. Please update Daodu first.',
    'bad-record':
      'Line {line} of {file} has a form that Daodu does not know. Nothing was written. Please check the file.',
    'bad-request':
      'This request has the wrong form, or comes from a page that Daodu does not serve; it was not carried out. Your library is untouched. Please reload the page and try again.',
    'storage-full':
      'The disk is full, so nothing was written this time; your library is untouched. Please free some space and try again.',
    'storage-newer':
      'Your library was written by a newer version of Daodu; this version leaves it as it is. Please update Daodu first.',
    'storage-failed':
      'The library could not be read or written; what it holds is untouched. Please restart the browser and try again.',
    'arxiv-answer':
      'arXiv answered with an error, or in a form that Daodu cannot read, so nothing was fetched. Your analyses and library are untouched. Please try again later.',
    'arxiv-offline':
      'arXiv could not be reached, so nothing was fetched. Your analyses and library are untouched. Please check the network and try again later.',
    'arxiv-busy':
      'arXiv takes no more requests at present; Daodu rests for about an hour. Your analyses and library are untouched. Please try again later.',
    stopped: 'Stopped. What was written is kept and your library is untouched. Click again to go on.',
    'extension-updated':
      'Daodu has just been updated. What is shown can still be read and your library is untouched. Please reload this page.',
    unknown:
      'Something unexpected went wrong. Your library is untouched. Please try again; if it stays, tell us what the browser console says.',
  },
};
