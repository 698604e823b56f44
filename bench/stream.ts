import { setTimeout as sleep } from 'node:timers/promises';
import { openChromium } from '@/scripts/browser/chromium';
import type { Site } from '@/scripts/browser/site';
import { allowHosts } from '@/tests/e2e/allow';
import { addModel } from '@/tests/e2e/writer';
import { ModelServer } from '@/tests/model-server';
import { scriptTime } from './visit';

/** Longer than the panel waits between two of its updates, so that each piece of the answer is one. */
const BETWEEN_MILLISECONDS = 250;

const sentence = (index: number) =>
  `第 ${index} 句说明方法怎样把 $x_{${index}}$ 变成 **结果 ${index}**，准确率为 ${index}.5%，比基线快 ${index} 倍。`;
const part = (from: number) => [0, 1, 2, 3, 4].map((index) => `- ${sentence(from + index)}`).join('\\n');
const PARTS = ['gist', 'problem', 'method', 'results', 'limitations', 'future'];

/** A guide of usual length in pieces of a few words. */
function pieces(): string[] {
  const fields = PARTS.map((name, index) => `"${name}": "${name === 'gist' ? sentence(1) : part(index * 5)}"`);
  return `{"title": "一篇论文", ${fields.join(', ')}, "findings": []}`.match(/[\s\S]{1,60}/g) ?? [];
}

/**
 * Script time on an abstract page for each piece of a guide that is streamed into it, in milliseconds: what the page's main
 * thread spent while all came, over the number of pieces.
 */
export async function measureStream(extension: string, site: Site, url: string): Promise<number> {
  const [chromium, server] = await Promise.all([openChromium({ extension, site }), ModelServer.start()]);
  try {
    await allowHosts(chromium, 'http://127.0.0.1/*');
    const settings = await chromium.context.newPage();
    await settings.goto(chromium.pageUrl('options.html#models'));
    await addModel(settings, '其他兼容 OpenAI 的服务', `${server.url}/v1`, 'sk-bench');
    await settings.close();
    const all = pieces();
    const steps = [...all.flatMap((say) => [{ say }, { hold: true } as const]), { finish: 'stop' } as const];
    server.otherwise = () => ({ steps });
    const page = await chromium.context.newPage();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    await page.goto(url);
    await page.getByRole('button', { name: /生成解读/ }).click();
    await server.held();
    const before = await scriptTime(cdp);
    for (let index = 1; index < all.length; index++) {
      server.release();
      await server.held();
      await sleep(BETWEEN_MILLISECONDS);
    }
    return ((await scriptTime(cdp)) - before) / (all.length - 1);
  } finally {
    await Promise.all([chromium.close(), server.close()]);
  }
}
