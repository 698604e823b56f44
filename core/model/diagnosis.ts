import { AppError, type ErrorCode } from '../errors';
import type { ModelConfig } from './config';
import { getPreset, otherSiteOf } from './presets';
import { parseRetryAfter } from './retry';
import { withoutKey } from './secret';

/** What a server answered instead of an answer. `status` 200 stands for a failure told inside a stream. */
export interface Refusal {
  status: number;
  contentType: string;
  body: string;
  retryAfter: string | null;
}

/** What a refusal says, from whichever of the many shapes of error bodies it has. */
interface Told {
  status: number;
  /** The provider's codes and types, joined by blanks. */
  codes: string;
  message: string;
}

const CODE_FIELDS = new Set(['code', 'type', 'status', 'reason', 'quotaId', 'error_code']);
const MESSAGE_FIELDS = new Set(['message', 'error', 'detail', 'msg', 'error_msg', 'raw']);

/** Collects codes and messages from everywhere in an error body: they are nested at most a few levels deep. */
function collect(value: unknown, into: { codes: string[]; messages: string[]; delay: string | null }, depth = 0): void {
  if (depth > 5 || typeof value !== 'object' || value === null) return;
  for (const [name, field] of Object.entries(value)) {
    if (name === 'retryDelay' && typeof field === 'string') into.delay = field;
    else if (CODE_FIELDS.has(name) && (typeof field === 'string' || typeof field === 'number')) {
      into.codes.push(String(field));
    } else if (MESSAGE_FIELDS.has(name) && typeof field === 'string') {
      into.messages.push(field);
      // OpenRouter passes on the body of the provider behind it.
      if (name === 'raw') collect(parseJson(field), into, depth + 1);
    } else collect(field, into, depth + 1);
  }
}

function read(refusal: Refusal): Told & { delay: string | null } {
  const into = { codes: [] as string[], messages: [] as string[], delay: null as string | null };
  const json = parseJson(refusal.body);
  if (json === null || typeof json === 'string') into.messages.push(json ?? refusal.body);
  collect(json, into);
  // A failure inside a stream tells its status in the body, as OpenRouter and Gemini do.
  const inBody = into.codes.map(Number).find((code) => code >= 400 && code < 600);
  return {
    status: refusal.status >= 400 ? refusal.status : (inBody ?? refusal.status),
    codes: into.codes.join(' '),
    message: into.messages.join(' '),
    delay: into.delay,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

interface Rule {
  code: ErrorCode;
  statuses?: readonly number[];
  codes?: RegExp;
  message?: RegExp;
}

/**
 * What providers' own codes and words mean, the surest first; any of the conditions on codes and words does, at the statuses
 * named. Sources: the error pages of each provider's documentation, and issues that quote what is not documented.
 */
const RULES: readonly Rule[] = [
  {
    code: 'model-region',
    codes: /unsupported_country_region_territory/,
    message:
      /country, region,? or territory|location is not supported|not (?:available|supported) in your (?:country|region)|access from your (?:country|region)/i,
  },
  // Anthropic tells countries it does not serve no more than this.
  { code: 'model-region', statuses: [403], message: /^Request not allowed$/ },
  {
    code: 'model-origin',
    statuses: [400, 401, 403],
    message: /\bCORS\b|\borigin\b.{0,40}not allowed|not allowed.{0,40}\borigin\b|invalid origin/i,
  },
  {
    code: 'model-filter',
    codes:
      /content_filter|content_policy|\b1301\b|data_?inspection_?failed|Sensitive(?:Content|Info)|RiskDetection|PROHIBITED_CONTENT|moderation/i,
    message:
      /Content Exists Risk|considered high risk|inappropriate content|敏感内容|input was flagged|requires moderation|content policy/i,
  },
  {
    code: 'model-long',
    codes: /context_length_exceeded|exceed_context_size|request_too_large|\b1261\b|string_above_max_length/,
    message:
      /maximum context length|context length of only|prompt is too long|Prompt ?超长|token length too long|exceeded model token limit|input (?:token count|length).{0,60}(?:exceed|should be)|Range of input length|exceeds? the (?:available )?(?:context|model's context)|context (?:window|size) (?:is )?exceeded|Total tokens of .* exceed|max_seq_len/i,
  },
  // DashScope calls its tokens per minute a quota, and so does Gemini; only a day's are a quota to wait for.
  { code: 'model-quota', codes: /PerDay|FreeTierOnly/, message: /free (?:tier|quota).{0,40}exhausted|limit: 0\b/i },
  { code: 'model-busy', statuses: [429], codes: /RESOURCE_EXHAUSTED/ },
  { code: 'model-busy', message: /Allocated quota exceeded|in.flight.budget/i },
  {
    code: 'model-quota',
    codes:
      /insufficient_(?:quota|balance|credits|funds)|exceeded_current_quota|Arrearage|AccountOverdue|SetLimitExceeded|payment_required|billing|\b(?:1113|1304|1308|1309|1310|30001)\b/i,
    message:
      /insufficient (?:balance|credits?|quota|funds)|balance (?:is )?(?:insufficient|not enough|too low)|余额|欠费|overdue|credit balance is too low|exceeded your current quota|requires more credits|out of credits|good standing|spend(?:ing)? limit|usage limits?\b/i,
  },
  { code: 'model-quota', statuses: [402] },
  {
    code: 'model-name',
    codes:
      /model_not_found|model_not_supported|ModelNotFound|Model\.?(?:AccessDenied|NotOpen)|InvalidEndpointOrModel|InvalidEndpoint|\b(?:1211|1220|1311|20012|30003)\b/i,
    message:
      /model.{0,120}(?:not (?:found|exist|supported|a valid|available|loaded)|does(?: not|n't) exist|is not found)|(?:not found|not find|no such|unknown|invalid) (?:the )?model|not a valid model|No models loaded|No endpoints found|模型不存在|has not activated the model|Model disabled|try pulling it/i,
  },
  // Anthropic names the model and nothing else.
  { code: 'model-name', statuses: [404], codes: /not_found_error/, message: /^model: / },
  {
    code: 'model-key',
    codes:
      /invalid_api_key|InvalidApiKey|incorrect_api_key|invalid_authentication|authentication_error|AuthenticationError|API_KEY_(?:INVALID|SERVICE_BLOCKED)|\b100[0-5]\b/i,
    message:
      /API key not valid|API key expired|(?:invalid|incorrect|missing|no|malformed).{0,10} (?:api.?key|auth credentials)|unregistered callers|Authentication Fails|身份验证失败|Invalid token/i,
  },
  { code: 'model-key', statuses: [401] },
  {
    code: 'model-busy',
    codes:
      /rate.?limit|throttling|overloaded|server_?error|api_error|network_error|insufficient_system|service_unavailable|RequestBurst|TooManyRequests|\b(?:1234|1302|1303|1305|1312|1313|50501|50505)\b/i,
  },
  { code: 'model-busy', statuses: [408, 409, 425, 429] },
];

function applies(rule: Rule, told: Told): boolean {
  if (rule.statuses && !rule.statuses.includes(told.status)) return false;
  if (!rule.codes && !rule.message) return true;
  return (rule.codes?.test(told.codes) ?? false) || (rule.message?.test(told.message) ?? false);
}

/** Ollama answers an Origin that it does not know with nothing but the status, by whichever protocol it is asked. */
function isOriginRefused(refusal: Refusal, config: ModelConfig): boolean {
  return config.protocol === 'ollama' || (refusal.body.trim() === '' && config.baseUrl.startsWith('http:'));
}

function codeFor(told: Told, refusal: Refusal, config: ModelConfig): ErrorCode {
  const { status } = told;
  const isPage = /html/i.test(refusal.contentType) || /^\s*<(?:!doctype|html)/i.test(refusal.body);
  // A page of a proxy in between tells of the server behind it; any other is no API.
  if (isPage && status < 500) return 'model-address';
  const rule = RULES.find((one) => applies(one, told));
  if (rule) return rule.code;
  if (status >= 500) return 'model-busy';
  if (status === 413) return 'model-long';
  if (status === 403) return isOriginRefused(refusal, config) ? 'model-origin' : 'model-key';
  if (status === 404 || status === 405 || status === 410) return 'model-address';
  return status >= 400 ? 'model-answer' : 'model-busy';
}

/**
 * Whether a refused key may be one of the provider's other site. Those look the same, so it is so wherever there is another
 * site and the key has the provider's form: the reader is told both.
 */
function mayBeOfOtherSite(config: ModelConfig, key: string | null): boolean {
  const { keyForm } = getPreset(config.provider);
  return key !== null && otherSiteOf(config) !== null && (keyForm?.test(key) ?? true);
}

/** What is wrong, from a refusal's status and body. The error's message quotes the server, without the key. */
export function diagnose(refusal: Refusal, config: ModelConfig, key: string | null, now: number): AppError {
  const { delay, ...told } = read(refusal);
  const retryAfterSeconds = parseRetryAfter(refusal.retryAfter ?? delay, now);
  let code = codeFor(told, refusal, config);
  if (code === 'model-key' && mayBeOfOtherSite(config, key)) code = 'model-key-site';
  // OpenRouter's budget for requests under way frees itself, and says when.
  if (code === 'model-quota' && told.status === 402 && retryAfterSeconds !== null) code = 'model-busy';
  const quoted = `${config.provider} answered ${told.status} ${told.codes}: ${told.message}`;
  return new AppError(code, withoutKey(quoted, key).slice(0, 500).trim(), { retryAfterSeconds });
}
