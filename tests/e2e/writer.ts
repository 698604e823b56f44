import type { Page } from 'playwright';
import type { Reply } from '../model-server';

/** The parts of a written guide in the order in which a model is asked for them. */
export const WRITTEN = {
  title: '地图论文的中文标题',
  gist: '一种更快画地图的方法，准确率 91.5%。',
  problem: '画地图太慢，现有方法要 **三天**。',
  method: '用 $x^2$ 的网络一次画完，共 12,000 张。',
  results: '准确率达到 91.5%，快 20 倍，另有 7.77% 的说法。',
  limitations: '没有试过海图。',
  future: '可以画海图。',
  findings: [{ text: '速度快了二十倍。', sentence: 'The method is 20 times faster.' }],
};

/** Keys of a guide and the JSON that each adds, so that an answer can be sent key by key; joined they are the whole answer. */
export function piecesOf(wanted: readonly string[]): string[] {
  const entries = Object.entries(WRITTEN).filter(([key]) => wanted.includes(key));
  const fields = entries.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return fields.map((field, index) => `${index === 0 ? '{' : ', '}${field}${index === fields.length - 1 ? '}' : ''}`);
}

/** The keys that a request asks for, as its prompt names them. */
export function keysAskedFor(body: string): string[] {
  const keys = ['title', 'gist', 'problem', 'method', 'results', 'limitations', 'future', 'findings'];
  return keys.filter((key) => body.includes(`  \\"${key}\\": `));
}

/** An answer that gives all that the request asks for, key by key. */
export function writtenReply(body: string, between: Reply['steps'] = []): Reply {
  const says = piecesOf(keysAskedFor(body)).flatMap((say) => [{ say }, ...between]);
  return { steps: [...says, { finish: 'stop', usage: { input: 9_000, output: 1_000 } }] };
}

/** Names a model in the settings page, as a reader would; `preset` is the button's name. */
export async function addModel(page: Page, preset: string, baseUrl: string, key: string): Promise<void> {
  await page.getByRole('button', { name: preset, exact: true }).click();
  await page.getByLabel('名称', { exact: true }).fill('测试模型');
  await page.getByLabel('地址', { exact: true }).fill(baseUrl);
  await page.getByLabel('模型名', { exact: true }).fill('scripted-model');
  if (key !== '') await page.getByLabel('密钥', { exact: true }).fill(key);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('已保存“测试模型”').waitFor();
}
