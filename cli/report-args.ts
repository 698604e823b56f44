import { parseArgs } from 'node:util';
import { isDay } from '@/core/report-day';
import { isYuan, type ModelOptions, readModelOptions } from './report-model';

export const USAGE = `用法：daodu report --date 2026-11-20 --categories cs.CV,cs.RO --out DIR
  [--keywords FILE]  关键词文件：+ 主要，不带符号是次要，- 排除，@ 作者，每行一个
  [--max N]          选几篇，默认 10
  [--no-cross]       不收交叉列出的论文
  [--base-url URL]   发布的网址，写进索引和 Atom
  [--pace S]         两次请求之间隔几秒；比 arXiv 的规定短只对本机的 DAODU_ARXIV 有效
用模型打分、写解读和概览（密钥从环境变量 DAODU_KEY 读，不会写进任何文件）：
  [--model URL]      模型服务的地址，要用 https，本机的可以用 http
  [--model-name 名]  服务商起的模型名
  [--price-in 元 --price-out 元]  每百万 token 的价格，用来算花费；常见服务商的默认模型不用写
  [--limit 元]       这一天最多花多少，到了就不再写新的解读；要知道价格才有效
`;
const CATEGORY = /^[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z-]+)?$/;
const MOST = 10;

/** What a run is asked to make. */
export interface Wanted {
  date: string;
  categories: string[];
  out: string;
  keywords: string | undefined;
  most: number;
  crossLists: boolean;
  baseUrl: string | null;
  pace: string | undefined;
  model: ModelOptions | null;
  /** Yuan. */
  limit: number | null;
}

const text = { type: 'string' } as const;
const OPTIONS = {
  date: text,
  categories: text,
  out: text,
  keywords: text,
  max: text,
  pace: text,
  'base-url': text,
  'no-cross': { type: 'boolean' },
  model: text,
  'model-name': text,
  'price-in': text,
  'price-out': text,
  limit: text,
} as const;

/** @returns a sentence where the arguments cannot be read. */
export function readReportArgs(args: string[], key: string | undefined): Wanted | string {
  let values;
  try {
    ({ values } = parseArgs({ args, options: OPTIONS }));
  } catch (error) {
    return error instanceof Error ? error.message : '参数不对';
  }
  const { date = '', out = '', max = String(MOST), limit } = values;
  const categories = (values.categories ?? '').split(',').map((category) => category.trim());
  if (!isDay(date)) return `--date 要写成 2026-11-20 这样的日期：${date}`;
  if (!categories.every((category) => CATEGORY.test(category))) return '--categories 要写成 cs.CV,cs.RO 这样的分类';
  if (out === '') return '--out 要写一个文件夹';
  if (!/^\d{1,3}$/.test(max) || Number(max) === 0) return `--max 要写 1 到 999 的整数：${max}`;
  if (limit !== undefined && !isYuan(limit)) return `--limit 要写多少元：${limit}`;
  const model = readModelOptions({
    address: values.model,
    name: values['model-name'],
    priceIn: values['price-in'],
    priceOut: values['price-out'],
    key,
  });
  if (typeof model === 'string') return model;
  if (limit !== undefined && !model?.config.price)
    return '--limit 要知道模型的价格才有效，请加上 --price-in 和 --price-out';
  return {
    date,
    categories: [...new Set(categories)],
    out,
    keywords: values.keywords,
    most: Number(max),
    crossLists: values['no-cross'] !== true,
    baseUrl: values['base-url'] ?? null,
    pace: values.pace,
    model,
    limit: limit === undefined ? null : Number(limit),
  };
}
