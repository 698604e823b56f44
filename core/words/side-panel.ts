import type { Words } from './words';

const zh = {
  title: '导读 Daodu',
  noPaper: '当前标签页不是论文页',
  noPaperHint: '打开 arXiv 上一篇论文的摘要、PDF 或 HTML 页，它的导读就会出现在这里，并跟着标签页切换。',
  otherSites: '别的网站的网址，导读平时看不到；在那里点一下工具栏的导读按钮，再从弹窗打开侧边栏，就能认出论文。',
  withheld: '导读还看不到 arXiv 的标签页：浏览器没有给它访问 arxiv.org 的权限。',
  allow: '允许访问 arXiv',
  denied: '没有得到允许。也可以在浏览器的扩展管理页里打开。',
  library: '论文库',
  openInLibrary: '在论文库中打开',
  abs: '摘要页',
  unknownHint: '论文库里还没有这篇论文。收藏、加标签、写笔记、发送或生成解读时，导读会向 arXiv 询问它的标题和摘要。',
};

export type SidePanelWords = { readonly [K in keyof typeof zh]: string };

export const sidePanelWords: Words<typeof zh> = {
  zh,
  en: {
    title: 'Daodu 导读',
    noPaper: 'This tab shows no paper',
    noPaperHint:
      'Open the abstract, PDF or HTML page of a paper on arXiv, and its guide stands here. It follows you from tab to tab.',
    otherSites:
      'Daodu cannot see the addresses of other sites. Click its toolbar button there and open the side panel from the popup, and it recognises the paper.',
    withheld: 'Daodu cannot see the tabs of arXiv yet: the browser has not given it access to arxiv.org.',
    allow: 'Allow access to arXiv',
    denied: 'Access was not given. You can also allow it on the browser’s extensions page.',
    library: 'Library',
    openInLibrary: 'Open in the library',
    abs: 'Abstract page',
    unknownHint:
      'The library does not have this paper yet. When you save it, tag it, write a note, send it or have a guide written, arXiv is asked for its title and abstract.',
  },
};
