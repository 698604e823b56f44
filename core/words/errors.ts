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
  'backup-cut':
    '{file} 在第 {line} 行就断了，后面的内容没有了。没有恢复任何内容，论文库没有受影响。请重新复制或下载这份备份，或者换一份再试。',
  'backup-broken':
    '{file} 第 {line} 行和写下时不一样，文件可能损坏或被改动过。没有恢复任何内容，论文库没有受影响。请换一份备份，或者用本页每周自动留的快照。',
  'zip-broken': '{file} 不完整或已损坏，解不开。它没有写入任何内容。请重新下载，或者解压之后再导入。',
  'zip-locked': '{file} 加了密码，解不开。它没有写入任何内容。请用密码解压之后再导入。',
  'zip-method': '{file} 的压缩方式导读不认识。它没有写入任何内容。请解压之后导入文件夹，或者另存为普通的 zip 再试。',
  'zip-many': '{file} 里的文件超过 5000 个。没有写入任何内容。请分成几个压缩包再试。',
  'import-died':
    '正在读 {file} 时，导入程序意外中断了，可能是内存不够。没有只写入一半的日报，已经写入的都还在。请刷新本页，再导入一次；已经有的不会重复。',
  'bad-request': '这个请求的格式不对，或者来自导读不服务的页面，没有执行。论文库没有受影响。请刷新页面再试。',
  'storage-full': '磁盘空间不够，这次没有写入任何内容，已有的论文库没有受影响。请腾出一些空间再试。',
  'storage-newer': '论文库由更新版本的导读写成，本版本不会去改动它，内容都还在。请先把导读更新到最新版本。',
  'storage-blocked':
    '论文库要换成新版本的格式，但导读的另一个页面还开着旧的，换不了。内容都还在，没有改动。请关掉或刷新导读的其他页面，再试一次。',
  'storage-private':
    '浏览器没有让导读保存内容，论文库打不开。Firefox 设成“不保存历史记录”，或者在隐私浏览里打开时会这样。已有的内容没有改动。请在浏览器设置里改成保存历史记录，或者在普通窗口里打开。',
  'storage-lost':
    '浏览器断开了论文库，导读重新打开过一次，没有成功。已经写入的内容没有改动。请重新打开浏览器，再试一次；还是不行，请检查磁盘。',
  'storage-gone':
    '论文库的文件不见了，可能被清理掉了，或者已经损坏。导读没有另建空的论文库，快照在别处，没有受影响。请重新打开浏览器，用快照或备份恢复。',
  'storage-failed': '论文库没有读写成功，已有的内容没有受影响。请检查磁盘是否还有空间，再重新打开浏览器试试。',
  'arxiv-answer':
    'arXiv 这次的回答是一条错误提示，或者读不懂，没有取到内容。已有的解读和论文库没有受影响。请过些时候再试。',
  'no-pdf': '没有从 arXiv 取到这篇论文的 PDF，没有产生费用。已有的解读没有受影响。可以过一会儿再试，或者仍用摘要写。',
  'no-full-text': 'arXiv 没有这篇论文的网页版全文，所以没有核对。已有的解读没有受影响。可以过几天再试，或者对照 PDF。',
  'arxiv-offline': '连不上 arXiv，没有取到内容。已有的解读和论文库没有受影响。请检查网络，过一会儿再试。',
  'arxiv-busy': 'arXiv 现在不接受更多请求，导读会停一个小时左右再问。已有的解读和论文库没有受影响。请过些时候再试。',
  'feed-offline':
    '连不上 {host}，没有取到这一天的内容。已有的论文库没有受影响。请检查网络，或者在订阅里换一条线路；导读过些时候会再试。',
  'feed-moved':
    '该地址已跳转，请填写新地址。{host} 要转去别处，导读没有跟过去；没有写入任何内容，已有的论文库没有受影响。',
  'feed-busy': '{host} 现在不接受更多请求，导读会隔一段时间再试。已有的论文库没有受影响。也可以在订阅里换一条线路。',
  'feed-refused':
    '{host} 拒绝了访问，没有取到内容。已有的论文库没有受影响。请检查地址是否公开，或者在订阅里换一条线路。',
  'feed-failed': '{host} 出了故障，没有取到内容。已有的论文库没有受影响。导读过些时候会再试。',
  'feed-cut':
    '从 {host} 下载到一半就断了，或者太慢。没有写入任何内容，已有的论文库没有受影响。导读过些时候会再试，也可以换一条线路。',
  'feed-page':
    '{host} 给的是一个网页，不是日报文件。没有写入任何内容，已有的论文库没有受影响。请检查地址，或者换一条线路。',
  'feed-repository':
    '{host} 不提供这么大的仓库（超过 50 MB），没有取到内容。已有的论文库没有受影响。请在订阅里换一条线路。',
  'feed-permission':
    '浏览器还没有允许导读访问 {host}，没有发出请求。已有的论文库没有受影响。请在订阅里重新打开这条线路，并在弹出的窗口中点允许。',
  'feed-address': '这个订阅没有可用的地址，没有发出请求。已有的论文库没有受影响。请检查订阅的地址和线路。',
  'model-none': '还没有设置模型，没有发出请求。已有的解读和论文库没有受影响。请先在设置里添加一个模型。',
  'model-permission':
    '浏览器还没有允许导读访问这个模型的地址，没有发出请求。论文库没有受影响。请在设置里重新保存这个模型，并在弹出的窗口中点允许。',
  'model-key': '模型服务没有接受这个密钥，没有产生费用。论文库没有受影响。请在设置里检查密钥是否完整、是否已失效。',
  'model-key-site':
    '模型服务没有接受这个密钥，没有产生费用。同一家服务的不同站点（.cn、.com、.ai）密钥互不通用，请核对密钥是在哪个站点申请的，也请检查它是否完整、是否已失效。',
  'model-address':
    '这个地址上没有找到模型服务，没有产生费用。论文库没有受影响。请在设置里检查服务地址，多数地址以 /v1 结尾。',
  'model-name':
    '服务里没有这个名字的模型，或者这个密钥不能用它。没有产生费用，论文库没有受影响。请在设置里检查模型名称；本机的模型要先下载或载入。',
  'model-origin':
    '模型服务拒绝了来自浏览器扩展的请求，没有产生费用。论文库没有受影响。如果用的是 Ollama，请按设置页的说明设置 OLLAMA_ORIGINS 并重新启动它；其他服务请查看账户里关于浏览器访问的设置。',
  'model-quota':
    '模型账户的余额或额度用完了。写好的部分还在，论文库没有受影响。请到服务商那里充值或更换模型，再试一次。',
  'model-busy': '模型服务现在太忙，或者出了故障。写好的部分还在，论文库没有受影响。请过一会儿再试。',
  'model-region':
    '模型服务不向当前的国家或地区开放，没有产生费用。论文库没有受影响。请换用内地的服务，或者检查网络出口。',
  'model-offline': '连不上模型服务。写好的部分还在，论文库没有受影响。请检查网络和服务地址；本机的模型请先启动。',
  'model-silent':
    '模型太久没有回应，已经停止等待。写好的部分还在，论文库没有受影响。请再试一次，或者换一个快一些的模型。',
  'model-cut': '模型的回答中途断开了。写好的部分还在，论文库没有受影响。请再试一次，会从断开的地方接着写。',
  'model-blank': '模型给了一份空白的回答。写好的部分还在，论文库没有受影响。请再试一次；如果一直这样，请换一个模型。',
  'model-filter': '模型服务的内容审核拦下了这次回答。写好的部分还在，论文库没有受影响。请换一个模型再试。',
  'model-long':
    '论文的文字超过了这个模型一次能读的长度。论文库没有受影响。请在设置里把上下文长度改小，或者换一个模型。',
  'model-answer':
    '没有看懂模型服务的回答，或者它没有看懂请求。写好的部分还在，论文库没有受影响。请在设置里检查接口类型和模型，再试一次。',
  'sync-offline':
    '连不上同步服务器。本机的内容都在，没有同步出去的修改会留着。请检查网络和地址；自己搭的服务器也可能是证书不被浏览器认可。导读过些时候会再试。',
  'sync-slow': '同步服务器太慢，等了很久没有回答。本机的内容都在，没有同步出去的修改会留着。导读过些时候会再试。',
  'sync-cut': '和同步服务器的连接中途断了。本机的内容都在，已经同步的不会重来。导读过些时候会接着同步。',
  'sync-moved': '该地址已跳转，导读没有跟过去，密码也没有发给别处。本机的内容都在。请填写跳转之后的新地址。',
  'sync-password':
    '服务器不接受这个用户名或密码。本机的内容都在，没有同步出去的修改会留着。坚果云要用“应用密码”，不是登录密码；Nextcloud 开了两步验证时也一样。请改好密码再试。',
  'sync-refused':
    '服务器不允许这个用户这样做。本机的内容都在，没有同步出去的修改会留着。请检查地址是不是自己的文件夹、有没有写入权限。',
  'sync-missing': '服务器上没有地址里的这个文件夹。本机的内容都在。请检查地址，或者先在服务器上建好这个文件夹。',
  'sync-no-dav':
    '这个地址回答的不是 WebDAV，可能是一个网页，或者服务器没有打开 WebDAV。本机的内容都在。请检查地址；坚果云和 Nextcloud 的地址可以用上面的按钮填写。',
  'sync-full':
    '服务器的空间满了，或者不接受这么大的文件。本机的内容都在，没有同步出去的修改会留着。请在服务器上腾出空间再试。',
  'sync-locked': '服务器上的文件夹被别的程序锁住了。本机的内容都在，没有同步出去的修改会留着。导读过些时候会再试。',
  'sync-busy':
    '服务器说请求太多，暂时不再接受（坚果云免费版每 30 分钟 600 次）。本机的内容都在，没有同步出去的修改会留着。导读会等一段时间再试。',
  'sync-failed': '同步服务器出了故障。本机的内容都在，没有同步出去的修改会留着。导读过些时候会再试。',
  'sync-permission':
    '浏览器还没有允许导读访问这台服务器，没有发出请求。本机的内容都在。请在设置的“同步”里再点一次，并在弹出的窗口中点允许。',
  'zotero-offline':
    '没有连上 Zotero，它可能没有打开。没有发送的论文都还在论文库里。请打开 Zotero 再试；也可以导出 RIS 文件，在 Zotero 里用“文件 → 导入”。',
  'zotero-permission':
    '浏览器还没有允许导读访问本机的 Zotero（127.0.0.1），没有发出请求。论文库没有受影响。请再点一次并选择允许；也可以导出 RIS 文件，在 Zotero 里导入。',
  'zotero-other':
    '本机的 23119 端口上有程序回应，但不像 Zotero。没有发送论文，论文库没有受影响。请确认打开的是 Zotero；也可以导出 RIS 文件，在 Zotero 里导入。',
  'zotero-old':
    '打开着的 Zotero 版本太旧（需要 6 或更新）。没有发送论文，论文库没有受影响。请更新 Zotero；也可以导出 RIS 文件，在 Zotero 里导入。',
  'zotero-newer':
    'Zotero 要求更新的连接方式，这个版本的导读还不会。没有发送的论文都还在论文库里。请更新导读；也可以导出 RIS 文件，在 Zotero 里导入。',
  'zotero-refused':
    'Zotero 拒绝了导读的请求。没有发送的论文都还在论文库里。请检查是否有插件或安全软件拦截；也可以导出 RIS 文件，在 Zotero 里导入。',
  'zotero-read-only':
    'Zotero 里现在选中的文库只能读，不能写。没有发送的论文都还在论文库里。请在 Zotero 里选中“我的文库”再试；也可以导出 RIS 文件，再导入别的文库。',
  'zotero-failed':
    'Zotero 没有存下论文（它自己出了错）。没有发送的论文都还在论文库里。请看看 Zotero 有没有提示，重启它再试；也可以导出 RIS 文件，在 Zotero 里导入。',
  'zotero-cut':
    'Zotero 在保存时没有了回应，正在发的那一篇可能已经存入。其余的都还在论文库里。请先在 Zotero 里看一眼，再决定要不要重发；也可以导出 RIS 文件，在 Zotero 里导入。',
  stopped: '已经停止。写好的部分还在，论文库没有受影响。想接着写时再点一次。',
  'extension-updated': '导读刚刚更新过。已显示的内容仍可阅读，论文库没有受影响。请刷新本页。',
  unknown: '出了意料之外的问题。论文库没有受影响。请再试一次；如果一直这样，请把浏览器控制台里的信息告诉我们。',
} satisfies Record<ErrorCode, string>;

/**
 * What a reader is told for each code: what happened, what is safe, what to do. `{file}`, `{line}` and `{host}` are filled in by
 * whoever knows them.
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
    'backup-cut':
      '{file} ends at line {line}; what came behind is gone. Nothing was restored and your library is untouched. Please copy or download the backup again, or take another.',
    'backup-broken':
      'Line {line} of {file} is not as it was written; the file may be damaged or changed. Nothing was restored and your library is untouched. Please take another backup, or a weekly snapshot from this page.',
    'zip-broken':
      '{file} is incomplete or damaged and cannot be unpacked. Nothing of it was written. Please download it again, or unpack it and import the folder.',
    'zip-locked':
      '{file} needs a password and cannot be unpacked. Nothing of it was written. Please unpack it with the password and import the folder.',
    'zip-method':
      '{file} is packed in a way that Daodu does not know. Nothing of it was written. Please unpack it and import the folder, or save it as a plain zip.',
    'zip-many': '{file} holds more than 5,000 files. Nothing was written. Please split it into several archives.',
    'import-died':
      'The import broke off while it read {file}; memory may have run out. No report is half there, and what was written is kept. Please reload the page and import again; nothing comes in twice.',
    'bad-request':
      'This request has the wrong form, or comes from a page that Daodu does not serve; it was not carried out. Your library is untouched. Please reload the page and try again.',
    'storage-full':
      'The disk is full, so nothing was written this time; your library is untouched. Please free some space and try again.',
    'storage-newer':
      'Your library was written by a newer version of Daodu; this version leaves it as it is. Please update Daodu first.',
    'storage-blocked':
      'The library is to be brought to a newer form, but another page of Daodu still holds the old one. Everything is there and unchanged. Please close or reload the other pages of Daodu and try again.',
    'storage-private':
      'The browser lets Daodu keep nothing, so the library cannot be opened, as when Firefox never remembers history, or in private windows. What you have is unchanged. Please let the browser remember history, or open Daodu in an ordinary window.',
    'storage-lost':
      'The browser dropped the library; Daodu tried once to open it again, and could not. What has been written is unchanged. Please restart the browser and try again; if that does not help, check the disk.',
    'storage-gone':
      'The files of the library are no longer there: they may have been cleaned away, or were broken. Daodu has not put an empty library in their place, and snapshots are kept elsewhere. Please restart the browser, and restore a snapshot or a backup.',
    'storage-failed':
      'The library could not be read or written; what it holds is untouched. Please check that the disk has space, restart the browser and try again.',
    'arxiv-answer':
      'arXiv answered with an error, or in a form that Daodu cannot read, so nothing was fetched. Your analyses and library are untouched. Please try again later.',
    'no-pdf':
      'The PDF of this paper could not be had from arXiv; nothing was paid. Your analyses are untouched. Please try again later, or write from the abstract.',
    'no-full-text':
      'arXiv has no full text of this paper as a page, so nothing was checked. The analysis is untouched. Please try again in some days, or compare the PDF.',
    'arxiv-offline':
      'arXiv could not be reached, so nothing was fetched. Your analyses and library are untouched. Please check the network and try again later.',
    'arxiv-busy':
      'arXiv takes no more requests at present; Daodu rests for about an hour. Your analyses and library are untouched. Please try again later.',
    'feed-offline':
      '{host} could not be reached, so this day was not fetched. Your library is untouched. Please check the network or choose another route; Daodu tries again later.',
    'feed-moved':
      'This address at {host} leads on to another, which Daodu did not follow. Nothing was written and your library is untouched. Please enter the new address.',
    'feed-busy':
      '{host} takes no more requests at present; Daodu tries again after a while. Your library is untouched. Another route may work meanwhile.',
    'feed-refused':
      '{host} refused access, so nothing was fetched. Your library is untouched. Please check that the address is public, or choose another route.',
    'feed-failed':
      '{host} fails at present, so nothing was fetched. Your library is untouched. Daodu tries again later.',
    'feed-cut':
      'The download from {host} broke off or was too slow. Nothing was written and your library is untouched. Daodu tries again later; another route may work.',
    'feed-page':
      '{host} answered with a web page, not with a report. Nothing was written and your library is untouched. Please check the address, or choose another route.',
    'feed-repository':
      '{host} serves no repository of this size (over 50 MB), so nothing was fetched. Your library is untouched. Please choose another route.',
    'feed-permission':
      'The browser has not allowed Daodu to reach {host}, so nothing was sent. Your library is untouched. Please turn this route on again and allow the access.',
    'feed-address':
      'This feed has no address that can be asked, so nothing was sent. Your library is untouched. Please check its address and routes.',
    'model-none':
      'No model is set up yet, so nothing was sent. Your analyses and library are untouched. Please add a model in the settings.',
    'model-permission':
      'The browser has not allowed Daodu to reach this model’s address, so nothing was sent. Your library is untouched. Please save the model again in the settings and allow the access.',
    'model-key':
      'The model service refused this key; nothing was charged. Your library is untouched. Please check in the settings that the key is complete and still valid.',
    'model-key-site':
      'The model service refused this key; nothing was charged. Sites of one provider (.cn, .com, .ai) do not share keys: please check where the key was made, and that it is complete and still valid.',
    'model-address':
      'No model service was found at this address; nothing was charged. Your library is untouched. Please check the address in the settings; most end in /v1.',
    'model-name':
      'The service has no model of this name, or not for this key. Nothing was charged and your library is untouched. Please check the model’s name in the settings; a local model must be downloaded or loaded first.',
    'model-origin':
      'The model service refused a request from a browser extension; nothing was charged. Your library is untouched. For Ollama, set OLLAMA_ORIGINS as the settings page describes and restart it; elsewhere, see your account’s settings for browser access.',
    'model-quota':
      'The model account has no balance or allowance left. What was written is kept and your library is untouched. Please top it up or choose another model, then try again.',
    'model-busy':
      'The model service is too busy, or fails at present. What was written is kept and your library is untouched. Please try again in a while.',
    'model-region':
      'The model service is not offered in this country or region; nothing was charged. Your library is untouched. Please choose another service, or check where your network leaves from.',
    'model-offline':
      'The model service could not be reached. What was written is kept and your library is untouched. Please check the network and the address; start a local model first.',
    'model-silent':
      'The model did not answer for too long, so waiting was given up. What was written is kept and your library is untouched. Please try again, or choose a faster model.',
    'model-cut':
      'The model’s answer broke off. What was written is kept and your library is untouched. Please try again; it goes on from there.',
    'model-blank':
      'The model gave a blank answer. What was written is kept and your library is untouched. Please try again; if it stays, choose another model.',
    'model-filter':
      'The model service’s content filter held back this answer. What was written is kept and your library is untouched. Please try another model.',
    'model-long':
      'The paper’s text is longer than this model takes in. Your library is untouched. Please lower the context length in the settings, or choose another model.',
    'model-answer':
      'The model service’s answer was not understood, or it did not understand the request. What was written is kept and your library is untouched. Please check the kind of service and the model in the settings and try again.',
    'sync-offline':
      'The sync server cannot be reached. Everything is still here, and changes that were not sent are kept. Please check the network and the address; for a server of your own, also its certificate. Daodu will try again later.',
    'sync-slow':
      'The sync server is too slow and did not answer in time. Everything is still here, and changes that were not sent are kept. Daodu will try again later.',
    'sync-cut':
      'The connection to the sync server broke off. Everything is still here, and what was synced is not done again. Daodu will go on later.',
    'sync-moved':
      'This address leads on to another. Daodu did not follow, and sent the password nowhere else. Everything is still here. Please enter the new address.',
    'sync-password':
      'The server does not accept this user or password. Everything is still here, and changes that were not sent are kept. 坚果云 wants an app password (应用密码) rather than the login password; so does Nextcloud with two-factor login. Please correct it and try again.',
    'sync-refused':
      'The server does not let this user do that. Everything is still here, and changes that were not sent are kept. Please check that the folder is yours and may be written.',
    'sync-missing':
      'The server has no such folder. Everything is still here. Please check the address, or make the folder on the server first.',
    'sync-no-dav':
      'What answers at this address is not WebDAV: perhaps a web page, or WebDAV is switched off. Everything is still here. Please check the address; the buttons above fill in those of 坚果云 and Nextcloud.',
    'sync-full':
      'The server has no room left, or takes no file of this size. Everything is still here, and changes that were not sent are kept. Please make room on the server and try again.',
    'sync-locked':
      'Another program has locked the folder on the server. Everything is still here, and changes that were not sent are kept. Daodu will try again later.',
    'sync-busy':
      'The server takes no more requests for now (坚果云: 600 in 30 minutes on the free plan). Everything is still here, and changes that were not sent are kept. Daodu will wait and try again.',
    'sync-failed':
      'The sync server failed. Everything is still here, and changes that were not sent are kept. Daodu will try again later.',
    'sync-permission':
      'The browser has not allowed Daodu to reach this server, so nothing was sent. Everything is still here. Please press the button under Sync in the settings again and allow it.',
    'zotero-offline':
      'Zotero could not be reached; it may not be running. Papers that were not sent are all in your library. Please start Zotero and try again, or export an RIS file and import it in Zotero (File → Import).',
    'zotero-permission':
      'The browser has not allowed Daodu to reach Zotero on this computer (127.0.0.1), so nothing was sent. Your library is untouched. Please click once more and allow it, or export an RIS file and import it in Zotero.',
    'zotero-other':
      'Something answers at port 23119 of this computer, but it does not look like Zotero. Nothing was sent and your library is untouched. Please check that Zotero is running, or export an RIS file and import it in Zotero.',
    'zotero-old':
      'The running Zotero is too old (6 or newer is needed). Nothing was sent and your library is untouched. Please update Zotero, or export an RIS file and import it in Zotero.',
    'zotero-newer':
      'Zotero wants a newer way to connect, which this version of Daodu does not know. Papers that were not sent are all in your library. Please update Daodu, or export an RIS file and import it in Zotero.',
    'zotero-refused':
      'Zotero refused the request. Papers that were not sent are all in your library. Please check for plug-ins or security software that block it, or export an RIS file and import it in Zotero.',
    'zotero-read-only':
      'The library chosen in Zotero can only be read. Papers that were not sent are all in your library. Please choose “My Library” in Zotero and try again, or export an RIS file and import it elsewhere.',
    'zotero-failed':
      'Zotero could not save the paper: something went wrong there. Papers that were not sent are all in your library. Please look at Zotero, restart it and try again, or export an RIS file and import it in Zotero.',
    'zotero-cut':
      'Zotero fell silent while it saved; the paper on its way may have arrived. The others are all in your library. Please look in Zotero before you send it again, or export an RIS file and import it in Zotero.',
    stopped: 'Stopped. What was written is kept and your library is untouched. Click again to go on.',
    'extension-updated':
      'Daodu has just been updated. What is shown can still be read and your library is untouched. Please reload this page.',
    unknown:
      'Something unexpected went wrong. Your library is untouched. Please try again; if it stays, tell us what the browser console says.',
  },
};
