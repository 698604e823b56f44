import type { Words } from './words';

const zh = {
  title: '每天的日报',
  on: '每个工作日在这台电脑上生成日报',
  onHint: '只向 arXiv 询问你关注的分类公告了什么，不经过别的服务器。没有模型也能用。',
  noCategories: '还没有选分类，所以还不会生成。',
  chooseCategories: '选择分类',
  hour: '几点生成（北京时间）',
  hourHint:
    '默认 13:30，这时 arXiv 的 RSS 和论文的详细信息都有了。更早只能读 arXiv 的列表页，夏令时 8:15、冬令时 9:15 左右更新；早上读到的论文还查不到首次提交日期。浏览器没开时，打开之后再补。',
  hourUnclear: '请写成几点几分，例如 13:30。',
  most: '最多收入几篇',
  mostHint: '1 到 50 篇；没有收入的仍然可以翻到。',
  mostUnclear: '请写 1 到 50 之间的整数。',
  crossLists: '也要交叉列出的论文',
  crossListsHint: '主分类是别的分类，同时列在你关注的分类里。',
  model: '用“{name}”打分、写解读和今日概览',
  modelNone: '用模型打分、写解读和今日概览',
  modelNoneHint: '还没有模型：按关键词打分，给英文提纲和原文关键句，不花钱。',
  addModel: '添加模型',
  changeModel: '换一个模型',
  limit: '每天最多花几元',
  limitHint: '留空表示不限。用到这个数就不再请求模型，剩下的论文只有英文提纲。',
  limitUnpriced: '这个模型没有填价格，算不出花了多少，这个上限不起作用。',
  limitUnclear: '请写成数字，例如 2 或 0.5；留空表示不限。',
  estimate: '估计每天约 {requests} 次请求、{yuan}。',
  estimateUnpriced: '估计每天约 {requests} 次请求；这个模型没有填价格，算不出费用。',
  estimateFree: '不用模型，不花钱。',
  notice: '日报好了就通知我',
  noticeHint: '第一次打开时，浏览器会询问是否允许通知。',
  noticeAsking: '浏览器会询问是否允许通知，请点允许。',
  noticeDenied: '浏览器没有允许通知，所以没有打开；日报照常生成。想要的话可以再点一次。',
  noticeFailed: '浏览器不接受通知的请求，所以没有打开；日报照常生成。',
  noticeLost: '浏览器收回了通知的权限，现在不会通知；日报照常生成。关掉再打开，就会重新询问。',
};

export type DailySettingsWords = { readonly [K in keyof typeof zh]: string };

/** Texts of the settings of the report that is made here each day. */
export const dailySettingsWords: Words<typeof zh> = {
  zh,
  en: {
    title: 'The report of each day',
    on: 'Make a report on this computer each weekday',
    onHint:
      'It asks arXiv alone what was announced in the categories you follow; no other server is involved, and no model is needed.',
    noCategories: 'No category is chosen yet, so nothing is made.',
    chooseCategories: 'Choose categories',
    hour: 'At what hour (Beijing time)',
    hourHint:
      'By default at 13:30, when the RSS of arXiv and the records of its papers are there. Before that there are only its lists, renewed about 8:15 in summer and 9:15 in winter; the day of first submission is not known then. If the browser is closed, the report is made once it opens.',
    hourUnclear: 'Please write an hour such as 13:30.',
    most: 'How many papers at most',
    mostHint: '1 to 50; those not chosen stay within reach.',
    mostUnclear: 'Please write a whole number from 1 to 50.',
    crossLists: 'Cross-listed papers too',
    crossListsHint: 'Papers of another primary category that are listed in one you follow.',
    model: 'Use “{name}” to score, to write analyses and the overview',
    modelNone: 'Use a model to score, to write analyses and the overview',
    modelNoneHint:
      'There is no model yet: papers are scored by your keywords and have an outline and key sentences, at no cost.',
    addModel: 'Add a model',
    changeModel: 'Choose another model',
    limit: 'Yuan a day at most',
    limitHint: 'Empty: no limit. Once it is reached, no model is asked; the papers left have an outline only.',
    limitUnpriced: 'This model has no price, so its cost is not known and the limit says nothing.',
    limitUnclear: 'Please write a number such as 2 or 0.5; empty: no limit.',
    estimate: 'Each day takes about {requests} {requests:request|requests}, {yuan}.',
    estimateUnpriced:
      'Each day takes about {requests} {requests:request|requests}; this model has no price to tell the cost by.',
    estimateFree: 'Without a model it costs nothing.',
    notice: 'Tell me when the report is ready',
    noticeHint: 'The first time, the browser asks whether notifications are allowed.',
    noticeAsking: 'The browser asks whether notifications are allowed; please allow them.',
    noticeDenied:
      'The browser did not allow notifications, so this stays off; reports are made all the same. You can try again.',
    noticeFailed: 'The browser does not take the request, so this stays off; reports are made all the same.',
    noticeLost:
      'The browser has taken the permission back, so there are no notifications; reports are made all the same. Turn this off and on to be asked again.',
  },
};
