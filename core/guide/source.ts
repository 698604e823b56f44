const FIELDS: readonly [RegExp, string][] = [
  [/computer vision|\bcv\b/i, '计算机视觉'],
  [/robotics?|\bro\b/i, '机器人'],
  [/computation and language|natural language|\bnlp\b|\bcl\b/i, '自然语言处理'],
  [/machine learning|\blg\b/i, '机器学习'],
  [/artificial intelligence|\bai\b/i, '人工智能'],
  [/multi-?agent/i, '多智能体'],
  [/human-?computer/i, '人机交互'],
  [/information retrieval/i, '信息检索'],
  [/graphics/i, '图形学'],
  [/speech|audio|sound/i, '语音与音频'],
  [/cryptography|security/i, '安全'],
];
const DATE = /\s*[-–—:：|·(（[]?\s*\d{4}[-/.年]?\d{2}[-/.月]?\d{2}日?\s*[)）\]]?\s*/g;

/** The name of a report as a reader would say it, without its date: 计算机视觉日报. Titles of unknown form stay as they are. */
export function sourceName(title: string): string {
  const name = title.replace(DATE, ' ').replace(/\s+/g, ' ').trim();
  if (/^arxiv (?:papers?|reports?|daily|digest)$/i.test(name)) return 'arXiv 日报';
  const topic = /^arxiv\s+(.+?)\s+(?:papers?|reports?|daily|digest)$/i.exec(name)?.[1];
  const field = topic === undefined ? undefined : FIELDS.find(([pattern]) => pattern.test(topic));
  return field ? `${field[1]}日报` : name || title.trim();
}
