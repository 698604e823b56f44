import type { Words } from './words';

const zh = {
  title: '导读 · 设置',
  settings: '设置',
  pages: '界面',
  language: '界面语言',
  chinese: '简体中文',
  english: 'English',
  theme: '外观',
  themeHint: '管导读自己的页面：弹窗、论文库、侧边栏和设置。',
  themeSystem: '跟随系统',
  themeLight: '浅色',
  themeDark: '深色',
  panel: 'arXiv 页面上的导读',
  position: '位置',
  positionAbove: '摘要上方',
  positionBelow: '摘要下方',
  positionRight: '右侧栏',
  height: '打开时的高度',
  heightLine: '一行',
  heightBrief: '要点',
  heightFull: '全文',
  heightHint: '在页面上改过高度之后，以最后一次为准。',
  size: '字号',
  sizeSmall: '小',
  sizeNormal: '标准',
  sizeLarge: '大',
  sizeLarger: '更大',
  panelTheme: '配色',
  panelThemeHint: '“跟随页面”时，arXiv 的页面是深色，面板也是深色。',
  themePage: '跟随页面',
  parts: '显示哪些部分，按什么次序',
  partsHint: '拖动，或者用 ↑ ↓ 调整。没有勾选的部分不在面板里显示，导出和搜索不受影响。',
  partUp: '上移：{part}',
  partDown: '下移：{part}',
  partMoved: '“{part}”现在是第 {n} 个',
  partsReset: '恢复原来的次序',
  outline: '没有解读时自动打开英文提纲',
  outlineHint: '英文提纲在这台电脑上把摘要的句子分类，不联网。',
  lists: 'arXiv 的列表和搜索页',
  listsShown: '在每篇论文旁显示中文要点、打分和收藏',
  listsHint: '当天列表、最近列表、作者页和搜索结果里都有；标为不感兴趣的论文折叠成一行。',
  listKeys: '列表页上启用快捷键',
  listKeysHint: 'j、k 上下移动，s 收藏，x 不感兴趣，e 展开要点；按 ? 看全部。输入文字时不起作用。',
  categories: '关注的分类',
  libraryTitle: '论文库',
  keepDays: '保留天数',
  keepDaysHint:
    '没有收藏过、也没有打开过的论文，导入这么多天之后从论文库取出，以免越积越大。日报的原文总是保留，随时可以重新导入。',
  keepDaysCount: '{n} 天',
  keepDaysAlways: '不删除',
  obsidianTitle: '发到 Obsidian',
  obsidianVault: '仓库',
  obsidianVaultHint: 'Obsidian 里仓库的名字。留空时，发到正打开的那个仓库。这一项只管这台电脑。',
  obsidianVaultUnclear: '仓库名里不能有 / 和 \\，也不能太长。没有保存。',
  obsidianFolder: '文件夹',
  obsidianFolderHint:
    '可以写成“论文/导读”；写 / 放在仓库最上层。留空时放在“{usual}”。导出的 Obsidian 文件也放在这个文件夹里，留空时不另放。',
  obsidianFolderUnclear: '文件夹名里不能有 * " < > : | ? # ^ [ ]，也不能以点开头或结尾。没有保存。',
  saved: '已保存',
  about: '关于',
  citing: '引文格式',
  citingText: '引文由 {engine}（© 2009–2019 Frank Bennett，CPAL 1.0）排出，格式文件来自 {project}（CC BY-SA 3.0）。',
  version: '导读 Daodu {version}，以 MIT 许可证发布。',
  acknowledgement: '致谢与声明',
  privacy: '隐私',
  privacyText:
    '日报、解读、收藏和设置只存在这台电脑的浏览器里。导读没有服务器，不需要账号，不收集使用情况；阅读已导入的内容不会发出任何请求。打开每天的日报之后，导读向 arXiv 询问你关注的分类；导入的列表没有写全时，把编号拿去向 arXiv 查；此外不告诉任何人。添加模型之后，测试连接和写解读时，论文的文字和密钥只发往你填的那个地址。打开同步之后，收藏、笔记、标签、状态和设置只放在你填的那个网盘里。发送到 Zotero 的论文只给这台电脑上的 Zotero。',
  access:
    '导读只在 arXiv 的页面上运行（arxiv.org、www.arxiv.org、export.arxiv.org、rss.arxiv.org）。点开工具栏弹窗时，它会看一眼当前标签页的网址，以便认出论文。',
  uninstall: '卸载扩展会删除论文库和每周快照。卸载前，请在论文库的“导入与备份”里备份整个论文库。',
  guide: '初次使用说明',
  library: '打开论文库',
};

export type OptionsWords = { readonly [K in keyof typeof zh]: string };

/**
 * The sentence that arXiv asks of every product that uses its data, word for word.
 *
 * @see https://info.arxiv.org/brand/brand-guidelines.html
 */
export const ACKNOWLEDGEMENT =
  'Thank you to arXiv for use of its open access interoperability. This product was not reviewed or approved by, nor ' +
  'does it necessarily express or reflect the policies or opinions of, arXiv.';

export const optionsWords: Words<typeof zh> = {
  zh,
  en: {
    title: 'Daodu · Settings',
    settings: 'Settings',
    pages: 'Interface',
    language: 'Language of the interface',
    chinese: '简体中文',
    english: 'English',
    theme: 'Appearance',
    themeHint: 'For the pages of Daodu itself: popup, library, side panel and settings.',
    themeSystem: 'Follow the system',
    themeLight: 'Light',
    themeDark: 'Dark',
    panel: 'The panel on arXiv pages',
    position: 'Position',
    positionAbove: 'Above the abstract',
    positionBelow: 'Below the abstract',
    positionRight: 'In the right column',
    height: 'Height when opened',
    heightLine: 'One line',
    heightBrief: 'Key points',
    heightFull: 'Full',
    heightHint: 'A height chosen on the page takes its place.',
    size: 'Size of text',
    sizeSmall: 'Small',
    sizeNormal: 'Standard',
    sizeLarge: 'Large',
    sizeLarger: 'Larger',
    panelTheme: 'Colours',
    panelThemeHint: 'When it follows the page, the panel is dark where arXiv’s page is.',
    themePage: 'Follow the page',
    parts: 'Parts shown, and their order',
    partsHint:
      'Drag them, or use ↑ and ↓. Parts without a tick are not shown in the panel; exports and search have them all the same.',
    partUp: 'Move up: {part}',
    partDown: 'Move down: {part}',
    partMoved: '“{part}” is number {n} now',
    partsReset: 'Restore the usual order',
    outline: 'Open the outline by itself where there is no analysis',
    outlineHint: 'The outline sorts the sentences of the abstract on this computer, without the network.',
    lists: 'Lists and searches on arXiv',
    listsShown: 'Show key points in Chinese, a score and a star beside each paper',
    listsHint:
      'In lists of the day and of recent days, of an author, and among search results; papers that are not for you are folded to one line.',
    listKeys: 'Use keys in these lists',
    listKeysHint:
      'j and k move, s saves, x is “Not for me”, e shows the key points; ? shows them all. They do nothing while you type.',
    categories: 'Categories you follow',
    libraryTitle: 'The library',
    keepDays: 'Days to keep papers',
    keepDaysHint:
      'Papers that you neither saved nor opened are taken out of the library so many days after they came in, lest it grow without end. The text of a report is always kept, and can be imported again at any time.',
    keepDaysCount: '{n} days',
    keepDaysAlways: 'Always',
    obsidianTitle: 'Send to Obsidian',
    obsidianVault: 'Vault',
    obsidianVaultHint:
      'The name of the vault in Obsidian. When empty, papers go to the vault that is open. This holds for this computer alone.',
    obsidianVaultUnclear: 'The name of a vault has no / and no \\, and is not that long. It was not saved.',
    obsidianFolder: 'Folder',
    obsidianFolderHint:
      'It may be “Papers/Daodu”; / is the top of the vault. When empty, it is “{usual}”. Exported Obsidian files stand in this folder, too; when it is empty, in none.',
    obsidianFolderUnclear:
      'A folder has none of * " < > : | ? # ^ [ ] in its name, and no dot at either end. It was not saved.',
    saved: 'Saved',
    about: 'About',
    citing: 'Citations',
    citingText:
      'References are set by {engine} (© 2009–2019 Frank Bennett, CPAL 1.0); the style files are from {project} (CC BY-SA 3.0).',
    version: 'Daodu 导读 {version}, released under the MIT licence.',
    acknowledgement: 'Acknowledgement',
    privacy: 'Privacy',
    privacyText:
      'Reports, analyses, starred papers and settings stay in the browser of this computer. Daodu has no server and no accounts and does not track use; reading what you imported sends no request. Once daily reports are on, arXiv is asked for the categories you follow, and for the ids of a list that you import when it does not say enough; nobody else is told. Once you add a model, testing it and writing guides send the text of papers and the key to the address you entered, and nowhere else. Once you sync, stars, notes, tags, reading states and settings lie on the WebDAV server you entered. Papers sent to Zotero go to the Zotero of this computer.',
    access:
      'Daodu runs on the pages of arXiv only (arxiv.org, www.arxiv.org, export.arxiv.org, rss.arxiv.org). When you open its popup it looks at the address of the current tab to recognise a paper.',
    uninstall:
      'Removing the extension deletes the library and its weekly snapshots. Before you do, back up the whole library under “Import and backup”.',
    guide: 'First steps',
    library: 'Open the library',
  },
};
