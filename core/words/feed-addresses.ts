import type { TemplateProblem } from '../feeds/address';
import type { RouteKind } from '../feeds/feed';
import type { Words } from './words';

const routes = {
  raw: 'GitHub 原始文件',
  api: 'GitHub 接口',
  pages: 'GitHub Pages',
  jsdelivr: 'jsDelivr',
  prefix: '自填前缀',
  own: '原地址',
} satisfies Record<RouteKind, string>;

/** The ways to a day's file, by name. */
export const routeWords: Words<typeof routes> = {
  zh: routes,
  en: {
    raw: 'GitHub raw file',
    api: 'GitHub API',
    pages: 'GitHub Pages',
    jsdelivr: 'jsDelivr',
    prefix: 'Own prefix',
    own: 'Own address',
  },
};

const problems = {
  empty: '请填写地址。',
  'not-an-address': '这不是一个网址。请从浏览器的地址栏复制完整的地址。',
  'not-https': '只能订阅 https 地址；http 只可用于自己电脑或内网里的地址。',
  'has-user': '地址里不能带用户名或密码。请去掉 @ 之前的部分。',
  'has-fragment': '地址里不能带 #。请去掉 # 和它后面的部分。',
  'date-in-host': '日期不能写在域名里。请检查 {date} 的位置。',
  'no-date': '地址里没有日期。请粘贴某一天文件的完整地址，或者在日期的位置写 {date}。',
  'not-a-file': '这是仓库的页面，不是文件。请在 GitHub 上打开某一天的文件，再复制它的地址。',
  'private-repository': '这是私有仓库的临时地址，很快会失效。请使用公开的地址。',
} satisfies Record<TemplateProblem, string>;

/** Why an address cannot be subscribed to, and what to do. `{date}` is meant as it stands. */
export const templateProblemWords: Words<typeof problems> = {
  zh: problems,
  en: {
    empty: 'Please enter an address.',
    'not-an-address': 'This is no web address. Please copy the whole address from the browser.',
    'not-https': 'Only https addresses can be followed; http only on your own computer or network.',
    'has-user': 'The address may not hold a user name or password. Please remove what stands before the @.',
    'has-fragment': 'The address may not hold a #. Please remove it and what follows.',
    'date-in-host': 'The date may not be part of the host name. Please check where {date} stands.',
    'no-date':
      'There is no date in the address. Please paste the whole address of one day’s file, or write {date} where the date is.',
    'not-a-file':
      'This is a page of a repository, not a file. Please open one day’s file on GitHub and copy its address.',
    'private-repository':
      'This is a passing address into a private repository. Please use an address that is open to everyone.',
  },
};
