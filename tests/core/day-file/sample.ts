/** A row as the generator writes it, of a paper that does not exist; `fields` replace and add, undefined takes away. */
export function sampleRow(fields: Record<string, unknown> = {}): Record<string, unknown> {
  const row: Record<string, unknown> = {
    id: '2606.01234',
    categories: ['cs.RO', 'cs.AI'],
    pdf: 'https://arxiv.org/pdf/2606.01234',
    abs: 'https://arxiv.org/abs/2606.01234',
    authors: ['Ann Lee', 'Bo Xu'],
    title: 'A Robot That Folds Maps',
    comment: '8 pages, 3 figures',
    summary: 'Maps are hard to fold. We present a robot that folds them.',
    AI: sampleAi(),
    ...fields,
  };
  for (const [key, value] of Object.entries(fields)) if (value === undefined) delete row[key];
  return row;
}

export function sampleAi(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    tldr: '提出一种会折地图的机器人。',
    motivation: '折地图很难，现有机器人做不好。',
    method: '用两只手和一个折痕模型。',
    result: '十张地图折好九张。',
    conclusion: '机器人可以折地图。',
    ...fields,
  };
}

/** What the generator writes when its model failed. */
export const PLACEHOLDERS = {
  tldr: 'Summary generation failed',
  motivation: 'Motivation analysis unavailable',
  method: 'Method extraction failed',
  result: 'Result analysis unavailable',
  conclusion: 'Conclusion extraction failed',
};

export function toLines(...rows: unknown[]): string {
  return rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('');
}
