const PAPER = '(?:该|此|这篇|本|这项)?(?:论文|文章|摘要|文中|原文|作者|本文|研究|内容|描述|标题)';
// 推断 is also what a model does when it runs: 推断速度, 因果推断 and 变分推断 are no inference about the paper.
const INFER =
  '(?:推断|推测|推知|推论)(?!速度|时间|阶段|成本|延迟|过程|效率|开销|步|时|框架|模型|引擎|任务|网络|算法|性能)';

const TITLE: readonly RegExp[] = [
  new RegExp(`(?:从|由|根据|基于)[^。]{0,10}${PAPER}[^。]{0,10}${INFER}`),
  new RegExp(`(?:可|可以|能|能够|可能)(?:被|从中)?${INFER}(?:出|的|得)`),
  /(?:^|[\s\d.、：:（(])(?:推断|推测)(?:出|得出)?的?(?:潜在|可能)?的?(?:局限|限制|不足|未来|方向)/,
  /[（(](?:[^）)]{0,12})(?:推断|推测)(?:得出|而来|所得)?[）)]/,
  /\blimitations?\b.*\binfer(?:red|r?able)\b|\binfer(?:red|r?able)\b.*\blimitations?\b/i,
  /\(inferred\)\s*$/i,
];
const BODY: readonly RegExp[] = [
  new RegExp(
    `(?:没有|并?未|未曾|尚未|无)[^。]{0,12}(?:列出|列举|提及|提到|说明|指出|讨论|给出|阐述|描述)[^。]{0,80}${INFER}`,
  ),
  new RegExp(`(?:从|由|根据|基于)${PAPER}[^。]{0,24}(?:可|可以|能|能够|我们)[^。]{0,6}${INFER}`),
  new RegExp(
    `(?:可|可以|能够?)(?:从中|合理)?${INFER}出?(?:以下|如下|一些|几点|几个|若干|潜在|可能)[^。]{0,12}(?:局限|限制|方面|不足|问题|挑战|方向|几点|：|:)`,
  ),
  /(?:虽|虽然|尽管)[^。，]{0,12}(?:没有|并?未)[^。，]{0,6}(?:明确|直接|详细)[^。，]{0,4}(?:提及|提到|列出|列举|说明|指出|讨论|阐述)[^。，]{0,10}[，,]/,
];

/**
 * Whether a section says of itself that its content is inferred and not the paper's (“没有明确列出，但可以推断”, “从摘要中可以推断出的
 * 局限性”). `lead` is its first paragraph, or the first sentence of its first item.
 */
export function isInferred(title: string, lead: string): boolean {
  return (
    TITLE.some((pattern) => pattern.test(title.slice(0, 200))) ||
    BODY.some((pattern) => pattern.test(lead.slice(0, 240)))
  );
}
