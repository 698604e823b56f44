import { describe, expect, test } from 'vitest';
import { isPlaceholder } from '@/core/day-file/placeholder';

describe('a placeholder, abstract or not', () => {
  test.each([
    // The generator's own.
    'Summary generation failed',
    'Motivation analysis unavailable',
    'Method extraction failed',
    'Result analysis unavailable',
    'Conclusion extraction failed',
    'Processing failed',
    'processing failed.',
    '**Summary generation failed**',
    '  [Method extraction failed]\n',
    'Task analysis unavailable',
    'Translation failed',
    // Error messages.
    'Error',
    'ERROR!',
    'Error: 429 Too Many Requests',
    'Error code: 401 - {"error": {"message": "Invalid API key"}}',
    'HTTP 503 Service Unavailable',
    'RateLimitError: Error code: 429',
    'json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)',
    'openai.APIConnectionError: Connection error.',
    'Error: connection refused',
    'Request timed out.',
    // Words for nothing.
    'N/A',
    'None',
    'null',
    '-',
    '……',
    '无',
    '暂无',
    '暂无总结',
    '生成失败',
    '摘要生成失败。',
    '方法提取失败',
    '结果分析不可用',
    '处理失败',
    '无法生成摘要',
    '要約の生成に失敗しました',
    '結果の分析は利用できません',
    'エラー',
    '요약 생성 실패',
    '결과 분석 불가',
    // Polite answers of a model that had nothing to read.
    '抱歉，您没有提供摘要内容，无法总结该论文的动机。',
    '由于摘要为空，无法生成总结。',
    '未提供论文摘要，因此无法确定研究方法。',
    '论文摘要缺失，无法判断结果。请提供完整的摘要。',
    '很抱歉，我无法提取该论文的方法。',
    '请提供论文的摘要，以便我进行分析。',
    '您好，您似乎没有提供论文内容。请您提供摘要或全文，这样我才能为您总结。',
    '抱歉，我无法访问该论文的摘要。',
    '空摘要，无法总结',
    '要旨が提供されていないため、要約できません。',
    '초록이 제공되지 않아 요약할 수 없습니다.',
    'Abstract is not provided; method unknown.',
    'No abstract provided.',
    'Abstract not available',
    'The abstract is empty, so the motivation cannot be determined.',
    "I'm sorry, but there is no abstract provided, so I cannot summarize the method.",
    "It seems that you didn't provide the abstract of the paper. Please provide the abstract so I can help.",
    'Unfortunately, I am unable to determine the results without the abstract.',
    'As the paper abstract is missing, no abstract was given to me and I cannot extract the conclusion.',
    'Due to the missing abstract, the results cannot be determined.',
  ])('is %j', (text) => {
    expect(isPlaceholder(text, true)).toBe(true);
    expect(isPlaceholder(text, false)).toBe(true);
  });
});

describe('a placeholder only where the model was given no abstract', () => {
  test.each([
    '未提及',
    '摘要中未明确说明。',
    '无法确定具体结果',
    '信息不足，无法判断',
    'Not specified',
    'Not mentioned in the abstract.',
    'It is not stated.',
    'Cannot be determined from the title.',
  ])('is %j', (text) => {
    expect(isPlaceholder(text, true)).toBe(false);
    expect(isPlaceholder(text, false)).toBe(true);
  });
});

describe('no placeholder', () => {
  test.each([
    // What failed, is wrong or is missing is what the paper is about.
    'Error-correcting codes protect logical qubits from decoherence.',
    'Error: the bound on the approximation shrinks with the number of samples.',
    'Error: 430 mm on average, 12 % below the baseline.',
    'Error analysis shows that most mistakes come from negation.',
    'Summary generation failed in 12% of the cases for the baseline, and in 3% for ours.',
    'Method extraction failed to scale, which motivates a streaming parser.',
    'Motivation analysis of unavailable workers guides the scheduling of crowdsourcing.',
    'Processing failed sensor readings is what the pipeline is built for.',
    'Prior work failed.',
    'All baselines fail when the service is unavailable.',
    'Unfortunately, existing detectors do not generalise.',
    'Unfortunately, no method is known to provide such guarantees.',
    'No abstract domain captures floating-point rounding exactly.',
    'No abstract is available for 30% of the records, so titles alone are used.',
    'The abstract is missing in many bibliographic records, which harms retrieval.',
    'The abstract interpretation framework is not available for quantum programs.',
    'You cannot determine the chirality without the phase.',
    'We cannot determine causality from observations, so we intervene.',
    'It is impossible to determine the winner efficiently unless P = NP. We prove this for Copeland voting.',
    'Please is a politeness marker; we study how models answer requests that provide no text.',
    'HTTP 503 responses are predicted ten minutes ahead by a small transformer.',
    'RateLimit is an adaptive scheme that halves the number of failed requests.',
    'Null results are reported for all three hypotheses.',
    'None of the twelve models passes the test.',
    'Unknown-class rejection is improved by a margin loss.',
    '合规检查依赖人工，成本高且容易遗漏。',
    '提出合规性验证框架，自动发现违反隐私政策的数据流。',
    '提取失败的样本被送回第二阶段重新处理。',
    '现有方法在遮挡下失败，无法生成完整的网格。',
    '生成失败案例用于训练一个拒答分类器。',
    '错误传播是级联系统的主要问题。',
    '遗憾的是，现有数据集没有提供深度信息。',
    '抱歉类回复会降低用户信任，本文研究其成因。',
    '由于摘要缺失，现有检索模型的性能下降，本文补全摘要。',
    '论文摘要缺失的记录占 30%，影响引文分析。',
    '无法确定最优阈值，于是引入自适应机制。',
    '难以确定最佳方法。',
    '现有模型无法总结长文档的内容，因为上下文长度有限。',
    '服务不可用时，系统切换到本地模型。',
    '请求失败率下降了 40%。',
    '请提供论文摘要这类提示会诱导模型泄露训练数据，本文给出防御。',
    '暂无公开基准能评估这一任务，因此构建了新的数据集。',
    '无监督方法优于监督方法。',
    '无需训练。',
    '结果不可用性问题由缓存一致性引起。',
    'エラー訂正符号の復号を高速化する手法を提案する。',
    '要約の生成に失敗した事例を分析し、原因を分類した。',
    '오류 정정 부호의 복호화를 가속한다.',
    '本文が提供されていないため、要旨だけで分類する手法を提案する。',
    '초록이 제공되지 않아 제목만으로 분류하는 방법을 제안한다.',
    '无法访问内部参数时，黑盒攻击仍然有效。',
    'The method is unknown to most practitioners.',
    'Fails gracefully.',
    'O(n log n)',
    '87.3%',
    '提升 2 倍',
  ])('is %j', (text) => {
    expect(isPlaceholder(text, true)).toBe(false);
    expect(isPlaceholder(text, false)).toBe(false);
  });

  test('is a long text, whatever it says', () => {
    expect(isPlaceholder('No abstract provided. '.repeat(20), true)).toBe(true);
    expect(isPlaceholder('No abstract provided. '.repeat(40), true)).toBe(false);
  });

  test.each(['输入中', 'the ', '论文', 'paper ', '您', 'and so ', '((((', 'a.', '的内容'])(
    'takes no time to look into many of %j',
    (text) => expect(isPlaceholder(`${text.repeat(600).slice(0, 590)}?x`, true)).toBe(false),
  );
});
