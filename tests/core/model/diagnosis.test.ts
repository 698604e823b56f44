import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '@/core/errors';
import type { ModelConfig } from '@/core/model/config';
import { diagnose } from '@/core/model/diagnosis';
import { configFromPreset, getPreset } from '@/core/model/presets';

const NOW = Date.UTC(2026, 10, 25);

function codeOf(
  provider: string,
  status: number,
  body: unknown,
  {
    headers = {},
    key = 'sk-0123456789abcdef',
    protocol,
  }: { headers?: Record<string, string>; key?: string; protocol?: ModelConfig['protocol'] } = {},
) {
  const config = configFromPreset(getPreset(provider), 'm1', 'zh');
  const error = diagnose(
    {
      status,
      contentType: headers['content-type'] ?? 'application/json',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      retryAfter: headers['retry-after'] ?? null,
    },
    protocol ? { ...config, protocol } : config,
    key,
    NOW,
  );
  return { code: error.code, retryAfterSeconds: error.retryAfterSeconds };
}

/** Most services' shape. */
const failure = (message: string, more: object = {}) => ({ error: { message, ...more } });

describe('what is wrong', () => {
  test.each<[provider: string, status: number, body: unknown, code: ErrorCode]>([
    [
      'deepseek',
      401,
      failure('Authentication Fails, Your api key: ****cdef is invalid', {
        type: 'authentication_error',
        code: 'invalid_request_error',
      }),
      'model-key',
    ],
    [
      'deepseek',
      402,
      failure('Insufficient Balance', { type: 'unknown_error', code: 'invalid_request_error' }),
      'model-quota',
    ],
    ['deepseek', 400, failure('Model Not Exist', { type: 'invalid_request_error' }), 'model-name'],
    ['deepseek', 400, failure('Content Exists Risk', { type: 'invalid_request_error' }), 'model-filter'],
    [
      'deepseek',
      400,
      failure("This model's maximum context length is 131072 tokens. However, you requested 140000 tokens"),
      'model-long',
    ],
    [
      'deepseek',
      422,
      failure('Failed to deserialize the JSON body', { type: 'invalid_request_error' }),
      'model-answer',
    ],
    ['deepseek', 429, failure('Rate limit reached'), 'model-busy'],
    ['deepseek', 503, failure('The server is overloaded'), 'model-busy'],

    [
      'qwen',
      401,
      failure('Incorrect API key provided. ', { type: 'invalid_request_error', code: 'invalid_api_key' }),
      'model-key-site',
    ],
    ['qwen', 401, { code: 'InvalidApiKey', message: 'Invalid API-key provided.', request_id: 'a' }, 'model-key-site'],
    [
      'qwen',
      400,
      failure('Access denied, please make sure your account is in good standing.', {
        code: 'Arrearage',
        type: 'Arrearage',
      }),
      'model-quota',
    ],
    [
      'qwen',
      403,
      failure('The free tier of the model has been exhausted.', { code: 'AllocationQuota.FreeTierOnly' }),
      'model-quota',
    ],
    [
      'qwen',
      429,
      failure('Allocated quota exceeded, please increase your quota limit.', { code: 'insufficient_quota' }),
      'model-busy',
    ],
    ['qwen', 429, failure('Requests rate limit exceeded', { code: 'limit_requests' }), 'model-busy'],
    [
      'qwen',
      404,
      failure('The model `qwen-plu` does not exist or you do not have access to it.', { code: 'model_not_found' }),
      'model-name',
    ],
    [
      'qwen',
      400,
      failure('Range of input length should be [1, 129024]', { code: 'invalid_parameter_error' }),
      'model-long',
    ],
    [
      'qwen',
      400,
      failure('Input data may contain inappropriate content.', { code: 'data_inspection_failed' }),
      'model-filter',
    ],

    ['zhipu', 401, failure('Header中未收到Authentication参数，无法进行身份验证', { code: '1001' }), 'model-key'],
    ['zhipu', 429, failure('您的账户已欠费，请充值后重试', { code: '1113' }), 'model-quota'],
    ['zhipu', 400, failure('模型不存在，请检查模型代码', { code: '1211' }), 'model-name'],
    ['zhipu', 400, failure('Prompt 超长', { code: '1261' }), 'model-long'],
    ['zhipu', 400, failure('系统检测到输入或生成内容可能包含不安全或敏感内容', { code: '1301' }), 'model-filter'],
    ['zhipu', 429, failure('您的账户已达到速率限制，请您控制请求频率', { code: '1302' }), 'model-busy'],
    ['zhipu', 429, failure('该模型当前访问量过大，请您稍后再试', { code: '1305' }), 'model-busy'],
    ['zhipu', 429, failure('已达到 5 小时的使用上限。', { code: '1308' }), 'model-quota'],

    ['kimi', 401, failure('Invalid Authentication', { type: 'invalid_authentication_error' }), 'model-key-site'],
    ['kimi', 401, failure('Incorrect API key provided', { type: 'incorrect_api_key_error' }), 'model-key-site'],
    [
      'kimi',
      404,
      failure('Not found the model kimi-k9 or Permission denied', { type: 'resource_not_found_error' }),
      'model-name',
    ],
    [
      'kimi',
      400,
      failure('The request was rejected because it was considered high risk', { type: 'content_filter' }),
      'model-filter',
    ],
    [
      'kimi',
      400,
      failure('Your request exceeded model token limit : 262144', { type: 'invalid_request_error' }),
      'model-long',
    ],
    [
      'kimi',
      429,
      failure('Your account is suspended due to insufficient balance, please recharge', {
        type: 'exceeded_current_quota_error',
      }),
      'model-quota',
    ],
    [
      'kimi',
      429,
      failure('The engine is currently overloaded, please try again later', { type: 'engine_overloaded_error' }),
      'model-busy',
    ],

    ['siliconflow', 401, '"Invalid token"', 'model-key-site'],
    ['siliconflow', 401, 'Invalid token', 'model-key-site'],
    [
      'siliconflow',
      400,
      { code: 20012, message: 'Model does not exist. Please check it carefully.', data: null },
      'model-name',
    ],
    [
      'siliconflow',
      403,
      { code: 30001, message: 'Sorry, your account balance is insufficient', data: null },
      'model-quota',
    ],
    ['siliconflow', 403, { code: 30003, message: 'Model disabled.', data: null }, 'model-name'],
    [
      'siliconflow',
      503,
      { code: 50505, message: 'Model service overloaded. Please try again later.', data: null },
      'model-busy',
    ],

    [
      'volcengine',
      401,
      failure('The API key or AK/SK in the request is missing or invalid. Request ID: 1', {
        code: 'AuthenticationError',
        type: 'Unauthorized',
      }),
      'model-key-site',
    ],
    [
      'volcengine',
      403,
      failure('The request failed because your account has an overdue balance.', {
        code: 'AccountOverdueError',
        type: 'Forbidden',
      }),
      'model-quota',
    ],
    [
      'volcengine',
      404,
      failure('The model or endpoint x does not exist or you do not have access to it.', {
        code: 'InvalidEndpointOrModel.NotFound',
      }),
      'model-name',
    ],
    [
      'volcengine',
      404,
      failure('Your account 1 has not activated the model x. Please activate the model service', {
        code: 'ModelNotOpen',
      }),
      'model-name',
    ],
    [
      'volcengine',
      400,
      failure('The input text includes sensitive content', { code: 'InputTextRiskDetection' }),
      'model-filter',
    ],
    [
      'volcengine',
      400,
      failure('The request failed because the input text may contain sensitive information.', {
        code: 'SensitiveContentDetected',
      }),
      'model-filter',
    ],
    [
      'volcengine',
      429,
      failure('Requests exceeded the limit', { code: 'RateLimitExceeded.EndpointRPMExceeded' }),
      'model-busy',
    ],
    [
      'volcengine',
      429,
      failure('Your account has reached the set inference limit', { code: 'SetLimitExceeded' }),
      'model-quota',
    ],

    ['openrouter', 401, failure('No auth credentials found', { code: 401 }), 'model-key'],
    ['openrouter', 402, failure('This request requires more credits', { code: 402 }), 'model-quota'],
    ['openrouter', 400, failure('openai/gpt-99 is not a valid model ID', { code: 400 }), 'model-name'],
    ['openrouter', 404, failure('No endpoints found for openai/gpt-99.', { code: 404 }), 'model-name'],
    [
      'openrouter',
      403,
      failure('openai/gpt-6 requires moderation. Your input was flagged', { code: 403 }),
      'model-filter',
    ],
    ['openrouter', 502, failure('Provider returned error', { code: 502 }), 'model-busy'],
    [
      'openrouter',
      403,
      failure('Provider returned error', {
        code: 403,
        metadata: { raw: '{"error":{"code":"unsupported_country_region_territory"}}' },
      }),
      'model-region',
    ],

    [
      'openai',
      401,
      failure('Incorrect API key provided: sk-01***def.', { type: 'invalid_request_error', code: 'invalid_api_key' }),
      'model-key',
    ],
    [
      'openai',
      403,
      failure('Country, region, or territory not supported', {
        code: 'unsupported_country_region_territory',
        type: 'request_forbidden',
      }),
      'model-region',
    ],
    [
      'openai',
      429,
      failure('You exceeded your current quota, please check your plan and billing details.', {
        type: 'insufficient_quota',
        code: 'insufficient_quota',
      }),
      'model-quota',
    ],
    ['openai', 429, failure('Rate limit reached for gpt-6-luna', { code: 'rate_limit_exceeded' }), 'model-busy'],
    [
      'openai',
      404,
      failure('The model `gpt-99` does not exist or you do not have access to it.', { code: 'model_not_found' }),
      'model-name',
    ],
    [
      'openai',
      400,
      failure("This model's maximum context length is 8192 tokens.", { code: 'context_length_exceeded' }),
      'model-long',
    ],

    [
      'gemini',
      400,
      failure('API key not valid. Please pass a valid API key.', {
        code: 400,
        status: 'INVALID_ARGUMENT',
        details: [{ reason: 'API_KEY_INVALID' }],
      }),
      'model-key',
    ],
    [
      'gemini',
      400,
      failure('User location is not supported for the API use.', { code: 400, status: 'FAILED_PRECONDITION' }),
      'model-region',
    ],
    [
      'gemini',
      403,
      failure('Method doesn’t allow unregistered callers', { code: 403, status: 'PERMISSION_DENIED' }),
      'model-key',
    ],
    [
      'gemini',
      404,
      failure('models/gemini-9 is not found for API version v1beta', { code: 404, status: 'NOT_FOUND' }),
      'model-name',
    ],
    [
      'gemini',
      400,
      failure('The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).', {
        code: 400,
        status: 'INVALID_ARGUMENT',
      }),
      'model-long',
    ],
    [
      'gemini',
      402,
      failure('Your prepayment credits are depleted.', { code: 402, status: 'RESOURCE_EXHAUSTED' }),
      'model-quota',
    ],
    [
      'gemini',
      429,
      failure('You exceeded your current quota', {
        code: 429,
        status: 'RESOURCE_EXHAUSTED',
        details: [{ violations: [{ quotaId: 'GenerateRequestsPerDayPerProject' }] }],
      }),
      'model-quota',
    ],
    [
      'gemini',
      429,
      failure('You exceeded your current quota', {
        code: 429,
        status: 'RESOURCE_EXHAUSTED',
        details: [{ violations: [{ quotaId: 'GenerateRequestsPerMinute' }] }],
      }),
      'model-busy',
    ],

    [
      'anthropic',
      401,
      { type: 'error', error: { type: 'authentication_error', message: 'invalid x-api-key' } },
      'model-key',
    ],
    [
      'anthropic',
      401,
      {
        type: 'error',
        error: {
          type: 'authentication_error',
          message: "CORS requests must set 'anthropic-dangerous-direct-browser-access' header",
        },
      },
      'model-origin',
    ],
    [
      'anthropic',
      401,
      {
        type: 'error',
        error: {
          type: 'authentication_error',
          message: 'CORS requests are not allowed for this Organization because of its settings.',
        },
      },
      'model-origin',
    ],
    ['anthropic', 403, { type: 'error', error: { type: 'forbidden', message: 'Request not allowed' } }, 'model-region'],
    ['anthropic', 404, { type: 'error', error: { type: 'not_found_error', message: 'model: claude-9' } }, 'model-name'],
    [
      'anthropic',
      400,
      {
        type: 'error',
        error: { type: 'invalid_request_error', message: 'prompt is too long: 1200000 tokens > 1000000 maximum' },
      },
      'model-long',
    ],
    [
      'anthropic',
      400,
      {
        type: 'error',
        error: {
          type: 'invalid_request_error',
          message: 'Your credit balance is too low to access the Anthropic API.',
        },
      },
      'model-quota',
    ],
    [
      'anthropic',
      413,
      { type: 'error', error: { type: 'request_too_large', message: 'Request exceeds the maximum size' } },
      'model-long',
    ],
    ['anthropic', 529, { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'model-busy'],

    ['ollama', 403, '', 'model-origin'],
    ['lmstudio', 403, '', 'model-origin'],
    ['deepseek', 403, '', 'model-key'],
    ['lmstudio', 403, { error: 'not for you' }, 'model-key'],
    ['ollama', 404, { error: "model 'qwen9' not found" }, 'model-name'],
    ['ollama', 404, { error: 'model "qwen9" not found, try pulling it first' }, 'model-name'],
    ['ollama', 500, { error: 'model requires more system memory (9 GiB) than is available' }, 'model-busy'],
    [
      'lmstudio',
      404,
      { error: { message: 'No models loaded. Please load a model in the developer page', code: 'model_not_found' } },
      'model-name',
    ],
    [
      'lmstudio',
      400,
      {
        error:
          'Trying to keep the first 9000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens',
      },
      'model-long',
    ],
    [
      'custom',
      400,
      {
        error: {
          code: 400,
          message: 'request (9000 tokens) exceeds the available context size (4096 tokens)',
          type: 'exceed_context_size_error',
        },
      },
      'model-long',
    ],
    ['custom', 404, { detail: 'Not Found' }, 'model-address'],
    [
      'custom',
      404,
      { object: 'error', message: 'The model `x` does not exist.', type: 'NotFoundError', code: 404 },
      'model-name',
    ],
    ['custom', 405, { detail: 'Method Not Allowed' }, 'model-address'],
  ])('%s, %d %j: %s', (provider, status, body, code) => {
    const key = provider === 'zhipu' ? 'not of their form' : undefined;
    expect(codeOf(provider, status, body, key === undefined ? {} : { key }).code).toBe(code);
  });

  test.each<[string, number, string, ErrorCode]>([
    ['a page where an API should be', 200, '<html><title>Welcome</title></html>', 'model-address'],
    ['a page not found', 404, '<!DOCTYPE html><p>404', 'model-address'],
    ['a page that forbids', 403, '<html>nginx</html>', 'model-address'],
    ['a proxy whose server is down', 502, '<html>502 Bad Gateway</html>', 'model-busy'],
  ])('%s', (_, status, body, code) => {
    expect(codeOf('deepseek', status, body, { headers: { 'content-type': 'text/html' } }).code).toBe(code);
  });

  test.each<[string, number, unknown]>([
    ['a 400 of no known kind', 400, failure('Something')],
    ['a complaint about a field', 400, failure("messages[0].role: 'wizard' is not one of system, user")],
    ['a message that speaks of models', 400, failure('This model does not take images')],
    ['numbers that are codes elsewhere', 400, failure('temperature must be below 1113 and above 1211')],
    ['an empty body', 422, ''],
    ['a body that is no JSON', 400, '{"error": '],
  ])('is not guessed from %s', (_, status, body) => {
    expect(codeOf('deepseek', status, body).code).toBe('model-answer');
  });
});

describe('a key of the other site', () => {
  test.each([
    ['qwen', 'sk-0123456789abcdef'],
    ['kimi', 'sk-0123456789abcdef'],
    ['zhipu', '0123456789abcdef0123456789abcdef.AbCdEfGh12345678'],
    ['siliconflow', 'sk-0123456789abcdef'],
    ['volcengine', '0ab1c2d3-0000-4000-8000-000000000000'],
  ])('may be what %s refuses', (provider, key) =>
    expect(codeOf(provider, 401, failure('invalid'), { key }).code).toBe('model-key-site'),
  );

  test.each([
    ['qwen', 'AIzaSyD-of-another-provider'],
    ['kimi', 'LTAI5tOfAnAccessKey'],
    ['zhipu', 'sk-0123456789abcdef'],
    ['deepseek', 'sk-0123456789abcdef'],
    ['openai', 'sk-proj-0123456789abcdef'],
    ['anthropic', 'sk-ant-0123456789abcdef'],
    ['custom', 'sk-0123456789abcdef'],
  ])('is not what %s refuses in %s', (provider, key) =>
    expect(codeOf(provider, 401, failure('invalid'), { key }).code).toBe('model-key'),
  );

  test('is not what another refusal speaks of', () =>
    expect(codeOf('kimi', 402, failure('Insufficient balance')).code).toBe('model-quota'));
});

describe('how long to wait', () => {
  test.each<[string, number, unknown, Record<string, string>, ErrorCode, number | null]>([
    ['seconds', 429, failure('slow down'), { 'retry-after': '30' }, 'model-busy', 30],
    ['a date', 503, failure('busy'), { 'retry-after': 'Wed, 25 Nov 2026 00:01:30 GMT' }, 'model-busy', 90],
    ['nothing', 429, failure('slow down'), {}, 'model-busy', null],
    [
      'Gemini’s own',
      429,
      failure('quota', { status: 'RESOURCE_EXHAUSTED', details: [{ retryDelay: '34.5s' }] }),
      {},
      'model-busy',
      35,
    ],
    ['a budget that frees itself', 402, failure('budget', { code: 402 }), { 'retry-after': '5' }, 'model-busy', 5],
    ['nonsense', 429, failure('slow down'), { 'retry-after': 'soon' }, 'model-busy', null],
  ])('is read from %s', (_, status, body, headers, code, seconds) =>
    expect(codeOf('openrouter', status, body, { headers })).toEqual({ code, retryAfterSeconds: seconds }),
  );
});
