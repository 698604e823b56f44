/** No placeholder is longer; a text of this length tells something, whatever else it says. */
const LONGEST = 600;

// Summary generation failed, Result analysis unavailable: what the generator itself puts in the place of a text.
const OF_GENERATOR =
  /^(?:(?:summary|tl;?dr|task|problem|motivation|method|results?|conclusion|title|abstract|translation|ai|llm|analysis|json|response) (?:generation|analysis|extraction|translation|processing|parsing|summari[sz]ation|request|call)|processing|generation|summari[sz]ation|summary|analysis|translation|tl;?dr) (?:failed|unavailable|not available|not generated|error|timed out)$/;
const EMPTY =
  /^(?:error|null|none|nan|undefined|n\/?a|nil|tbd|todo|unavailable|not available|failed|unknown(?: error)?|no (?:summary|analysis|tl;?dr|abstract|content)(?: available)?|request timed out|rate limit exceeded)$/;
const STATUS =
  /^(?:(?:api |http |request |server |openai )?error|http)(?: code)?\s?[:：]?\s?(?:code |status |http )?(?:40[0-489]|413|42[29]|50[0-4]|529)(?:$|\s?[-:{,.]|\s(?:too many|bad|unauthor|payment|forbidden|not found|request|unprocess|internal|server|service|gateway|client))/;
// RateLimitError: …, json.decoder.JSONDecodeError: …, Error: connection refused
const EXCEPTION =
  /^(?:(?:[a-z]{2,20}\.){0,4}(?:[a-z]{3,20}(?:limit|connection|timeout|status|request|decode|value|key|type|api|auth\w*|quota|server|parser|validation)|api|apiconnection|apistatus|apitimeout|ratelimit|value|key|type|timeout|attribute|runtime|connection|jsondecode|permission)(?:error|exception)(?:[:：(]|$)|(?:error|exception)\s?[:：]\s?(?:connection|request|timeout|timed out|rate limit|quota|api|invalid (?:api|json|response|key|request)|unauthorized|failed to|could not|unable to|no response|empty response|expecting|unexpected token|output pars)|traceback \(most recent)/;
const EMPTY_CHINESE =
  /^(?:(?:一句话)?(?:摘要|总结|概括|动机|方法|结果|结论|任务|问题|分析|解读|翻译|标题|内容)?(?:的)?(?:生成|分析|提取|处理|解析|翻译|总结|解读|请求|调用)(?:失败|出错|错误|不可用|异常|超时)|(?:摘要|总结|解读|分析|翻译)(?:失败|不可用|暂不可用|暂缺|缺失)|(?:暂无|没有|无)(?:内容|数据|摘要|总结|解读|分析|信息|结果|可用内容)?|错误|出错|未知(?:错误)?|不适用|略|待补充|空|无法(?:生成|提供|完成)(?:摘要|总结|分析|解读|内容|翻译))$/;
const EMPTY_JAPANESE =
  /^(?:(?:要約|概要|動機|方法|手法|結果|結論|分析|翻訳|処理|タスク|課題)(?:の)?(?:生成|分析|抽出|処理|翻訳)?(?:に|は|が)?(?:失敗(?:しました)?|エラー|利用不可|利用できません|できませんでした)|エラー|該当なし|なし|不明)$/;
const EMPTY_KOREAN =
  /^(?:(?:요약|동기|방법|결과|결론|분석|번역|처리|과제)\s?(?:생성|분석|추출|처리|번역)?(?:에|이|을|를)?\s?(?:실패(?:했습니다)?|불가|오류|사용 불가|사용할 수 없음|할 수 없음)|오류|없음|해당 없음|알 수 없음)$/;

/**
 * Whether a field of an analysis says nothing about its paper: what the generator writes when it failed, an error message, a word
 * for nothing, or a model's polite answer that it was given no abstract. Only texts that are this and nothing else count: real
 * papers speak of failed extractions, errors and missing abstracts.
 *
 * @param hasAbstract false where the model was given none: then “not mentioned” is no finding about the paper either.
 */
export function isPlaceholder(text: string, hasAbstract: boolean): boolean {
  if (text.length > LONGEST) return false;
  const said = text.toLowerCase().replace(/\s+/g, ' ').trim();
  const bare = withoutMarks(said);
  if (bare === '') return true;
  if ([OF_GENERATOR, EMPTY, EMPTY_CHINESE, EMPTY_JAPANESE, EMPTY_KOREAN].some((pattern) => pattern.test(bare)))
    return true;
  return STATUS.test(bare) || EXCEPTION.test(bare) || isNonAnswer(said, hasAbstract);
}

const MARKS = new Set(' \n[](){}<>【】（）「」《》“”"\'`*_~#-.。…!！');

/** A text without the brackets, quotes, emphasis and closing marks around it. */
function withoutMarks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && MARKS.has(text.charAt(start))) start += 1;
  while (end > start && MARKS.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** What a clause of a non-answer says: that there is no abstract, a request for it, an apology, an inability, or a filler. */
type Saying = 'missing' | 'request' | 'apology' | 'unable' | 'unsaid' | 'filler';

/** Every clause must be part of a non-answer, and one of them must say why there is none. */
function isNonAnswer(text: string, hasAbstract: boolean): boolean {
  const kinds = new Set<Saying>();
  // Most texts tell by their first words that they are none.
  const opening = toClause(text.split(BOUNDARY, 1)[0] ?? '');
  if (opening !== '' && sayingOf(opening) === null) return false;
  for (const clause of text.split(BOUNDARY).map(toClause).filter(Boolean)) {
    const kind = sayingOf(clause);
    if (kind === null) return false;
    kinds.add(kind);
  }
  if (kinds.has('missing') || kinds.has('request')) return true;
  if (kinds.has('apology') && kinds.has('unable')) return true;
  return !hasAbstract && (kinds.has('unable') || kinds.has('unsaid'));
}

const BOUNDARY = /[。．！？；;!?:：\n，,、()（）]|\.(?:\s|$)|\s(?=(?:and|so|but|therefore|thus|hence)\s)/;

function toClause(part: string): string {
  return withoutMarks(part).replace(/[’‘]/g, "'").replace(CONNECTIVE, '').trim();
}

const CONNECTIVE =
  /^(?:(?:由于|因为|因此|所以|故而?|但是?|且|并且?|从而|然而|而且|那么|于是)(?!提)|(?:and|so|but|as|since|because|therefore|thus|hence|however|then|given that)\s)+/;

const ABSENT_NOUN =
  '(?:论文|文章|原文|具体|完整|有效|相关|任何|实际|该|这篇|本|此|的)*(?:摘要|论文内容|文章内容|论文信息|全文|正文)(?:内容|文本|信息|部分|字段)?';
const ENGLISH_NOUN =
  "(?:actual |full |complete |paper |paper's |article |arxiv |original )*(?:abstract|(?:paper|article) (?:content|text|details)|content of the paper|text of the paper)(?: text| content)?";
const VERBS =
  '(?:generat|summari[sz]|determin|extract|provid|analy[sz]|identif|infer|translat|assess|deriv|describ|creat|produc|giv|offer|conclud|ascertain)[a-z]*';

const SAYINGS: readonly (readonly [Saying, RegExp])[] = [
  [
    'apology',
    /^(?:我?(?:非常|很|十分|深表)?(?:抱歉|对不起|遗憾|不好意思)|您好|你好|(?:i'm|i am) (?:very |so |really )?sorry|sorry|apologies|unfortunately|i apologi[sz]e(?: for .{1,40})?)$/,
  ],
  [
    'missing',
    new RegExp(
      `^(?:抱歉|很抱歉|对不起)?(?:您|你|用户|我|这里|目前|当前|似乎|好像|文中|论文|该论文|本文|输入|中)*(?:没有|未|并未|未能|尚未|缺少|缺乏|没)(?:提供|给出|包含|附上|收到|看到|输入|获取到?|找到|读到)?${ABSENT_NOUN}$`,
    ),
  ],
  [
    'missing',
    new RegExp(
      `^(?:抱歉|很抱歉|对不起)?(?:您|你)?(?:所?(?:提供|给出|输入|给定)的?)?${ABSENT_NOUN}(?:是|为|似乎|好像)*(?:空白?的?|缺失|缺少|未提供|没有提供|不可用|空缺|不完整|不足|未给出|暂无|未知)$`,
    ),
  ],
  [
    'missing',
    new RegExp(
      `^(?:there (?:is|was) |it (?:seems|appears) (?:that )?(?:there (?:is|was) )?|i (?:see|have|found|received|was given) )?no ${ENGLISH_NOUN}(?: (?:was|is|has been))?(?: (?:provided|available|given|included|supplied|found|present))?(?: (?:for|in|to|by|with) (?:this|the|your|me|us)\\b.{0,40})?$`,
    ),
  ],
  [
    'missing',
    new RegExp(
      `^(?:it (?:seems|appears|looks like) (?:that )?)?(?:the |your |this |provided |given |supplied )*${ENGLISH_NOUN}(?: (?:field|section|provided|you provided|you shared|for this paper|of this paper|of the paper)){0,3}(?: (?:is|was|appears to be|seems to be|has been|appears|seems)){0,2} (?:empty|blank|missing|not (?:been )?(?:provided|available|given|included|supplied|found)|unavailable)(?: (?:for|in|from) (?:this|the|your)\\b.{0,30})?$`,
    ),
  ],
  [
    'missing',
    new RegExp(
      `^(?:it (?:seems|appears|looks like) (?:that )?)?(?:you|the user) (?:did not|didn't|have not|haven't|do not|don't) (?:seem to )?(?:have )?(?:provided?|included?|shared?|attach(?:ed)?|supply|supplied|given?) (?:me |us )?(?:with )?(?:the|an|any|your)? ?${ENGLISH_NOUN}.{0,20}$`,
    ),
  ],
  [
    'missing',
    new RegExp(
      `^(?:due to|because of|owing to) (?:the |an? )?(?:missing|empty|lack of|absence of|unavailable|blank) (?:the |an? )?${ENGLISH_NOUN}$`,
    ),
  ],
  [
    'request',
    /^(?:如需[^，]{0,20}|若要?[^，]{0,20})?(?:烦)?请(?:您|你)?(?:先|再|重新|直接)?(?:提供|补充|上传|粘贴|发送|分享|给出)[^，。]{0,24}(?:摘要|论文|全文|正文|文本|内容|信息|原文|链接|pdf)[^，。]{0,12}$/,
  ],
  [
    'request',
    /^(?:please|could you|can you|would you|if you)(?: could| can)?(?: please)? (?:provide|share|paste|upload|send|supply|include|attach)\b.{0,50}\b(?:abstract|paper|text|content|document|pdf|article|details)\b.{0,30}$/,
  ],
  [
    'unable',
    /^(?:抱歉|很抱歉|对不起)?(?:我|模型|系统|也|都|暂时|目前|因而|就)*(?:无法|不能|没办法|难以|没有办法)(?:对(?:其|该论文|论文|此))?(?:为您|给您|从中|据此|准确|具体|直接|进行|有效|可靠|地)*(?:生成|总结|分析|确定|判断|提取|提炼|给出|概括|翻译|回答|得出|提供|归纳|得知|推断|了解|识别|完成|撰写|评估|访问|获取|查看|阅读|读取)(?:出|到)?(?:该|本|此|这篇|其|论文|文章|研究|具体|主要|相关|任何|有效|准确|的|摘要|总结|分析|动机|方法|结果|结论|内容|信息|解读|任务|问题|翻译|概括|贡献|要点|tl;?dr)*$/,
  ],
  [
    'unable',
    new RegExp(
      `^(?:i|we|it)?(?:'m| am| is| was)? ?(?:unable to|cannot|can't|can not|could not|couldn't|not able to|(?:not possible|impossible) to) (?:be )?(?:accurately |reliably )?${VERBS}(?: .{0,60})?$`,
    ),
  ],
  [
    'unable',
    new RegExp(
      `^(?:(?:the|its|this|paper's|paper|a|any) )*(?:motivation|methods?|results?|conclusions?|summary|task|tl;?dr|contributions?|findings?)(?: of (?:the|this) (?:paper|study|work))? (?:cannot|can't|could not|can not) be ${VERBS}(?: .{0,40})?$`,
    ),
  ],
  [
    'missing',
    /^(?:论文)?空摘要$|^(?:論文の)?(?:要旨|概要|アブストラクト|抄録|本文)(?:の内容)?(?:が|は)(?:(?:提供|記載|入力)されて(?:おらず|いないため|いません|いない)|空(?:のため|です|である)?|ありません|ないため|存在しません|存在しないため)$/,
  ],
  [
    'missing',
    /^(?:논문의? ?)?(?:초록|본문)(?:의 내용)?(?:이|은|가)? ?(?:제공되지 않(?:아|았습니다|았으므로|음)|없어|없습니다|없음|비어 있(?:어|습니다|음))(?: ?(?:요약|분석|판단|확인|추출)(?:을|를)? ?할 수 (?:없습니다|없음))?$/,
  ],
  [
    'unable',
    /^(?:論文の|この論文の)?(?:動機|方法|手法|結果|結論|内容)?(?:を|の)?(?:要約|分析|判断|特定|抽出|生成|翻訳|説明)(?:を|することが|することは)?でき(?:ません|ない)$/,
  ],
  [
    'unable',
    /^(?:the )?(?:motivation|methods?|results?|conclusions?|summary|task)s? (?:is |are )?(?:unknown|unavailable|not available|not specified)$/,
  ],
  [
    'unsaid',
    /^(?:论文|摘要|文中|文章|该|中|里|本文)*(?:未|没有|并未)(?:明确|具体)?(?:提及|说明|提到|给出|指出|描述|明确|提供)(?:.{0,12})$|^信息不足$/,
  ],
  [
    'unsaid',
    /^(?:it is |this is )?not (?:specified|mentioned|provided|stated|available|applicable|described|given|reported|known)(?: .{0,40})?$/,
  ],
  [
    'filler',
    /^(?:以便|这样|我才能|才能|我会|我将|我就|以进行|谢谢|感谢|如果(?:您|你)|若(?:您|你)|一旦(?:您|你)|在(?:没有|缺少)[^，]{0,12}(?:情况|前提)下)[^，。]{0,40}$/,
  ],
  [
    'filler',
    /^(?:i'll|i will|i can|i'd be|i would be|so (?:that )?i|then i|once you|without (?:the |an? |any )?(?:actual |full )*(?:abstract|paper|text|content)|thank you|thanks|to (?:summarize|analy[sz]e|extract|provide|help))\b.{0,80}$/,
  ],
];

function sayingOf(clause: string): Saying | null {
  return SAYINGS.find(([, pattern]) => pattern.test(clause))?.[0] ?? null;
}
