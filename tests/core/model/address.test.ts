import { describe, expect, test } from 'vitest';
import { isLoopbackHost, isPrivateHost, readAddress, wayTo } from '@/core/model/address';

describe('readAddress', () => {
  test.each([
    ['https://api.deepseek.com', 'https://api.deepseek.com'],
    ['https://api.deepseek.com/v1/', 'https://api.deepseek.com/v1'],
    ['  https://api.deepseek.com/v1//  ', 'https://api.deepseek.com/v1'],
    ['https://api.deepseek.com/v1/chat/completions', 'https://api.deepseek.com/v1'],
    ['https://api.deepseek.com/v1/chat/completions/', 'https://api.deepseek.com/v1'],
    ['https://api.anthropic.com/v1/messages', 'https://api.anthropic.com/v1'],
    ['http://127.0.0.1:11434/api/chat', 'http://127.0.0.1:11434'],
    ['https://lab.example/team/llm/v1', 'https://lab.example/team/llm/v1'],
    ['HTTPS://API.DeepSeek.com', 'https://api.deepseek.com'],
    ['https：／／api.deepseek.com／v1', 'https://api.deepseek.com/v1'],
    ['api.deepseek.com/v1', 'https://api.deepseek.com/v1'],
    ['api.deepseek.com:8443', 'https://api.deepseek.com:8443'],
    ['localhost:11434', 'http://localhost:11434'],
    ['127.0.0.1:1234/v1', 'http://127.0.0.1:1234/v1'],
    ['192.168.1.20:8000/v1', 'http://192.168.1.20:8000/v1'],
    ['gpu-server:8000', 'http://gpu-server:8000'],
    ['http://[::1]:11434', 'http://[::1]:11434'],
    ['https://api.deepseek.com:443/v1', 'https://api.deepseek.com/v1'],
  ])('reads %j as %s', (text, baseUrl) => expect(readAddress(text)).toEqual({ baseUrl }));

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['https://', 'not-an-address'],
    ['deep seek', 'not-an-address'],
    ['https://api.deepseek.com /v1', 'not-an-address'],
    ['ftp://lab.example', 'not-http'],
    ['javascript://alert', 'not-http'],
    ['chrome-extension://abc/', 'not-http'],
    ['https://me:secret@lab.example', 'has-user'],
    ['https://me@lab.example', 'has-user'],
    ['https://lab.example/v1?key=sk-1', 'has-query'],
    ['https://lab.example/v1#top', 'has-query'],
  ])('does not take %j: %s', (text, problem) => expect(readAddress(text)).toEqual({ problem }));
});

describe('a private host', () => {
  test.each([
    'localhost',
    'ollama.localhost',
    '127.0.0.1',
    '127.9.9.9',
    '[::1]',
    '0.0.0.0',
    '10.1.2.3',
    '192.168.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '169.254.1.1',
    '100.64.0.1',
    '100.127.0.1',
    '[fd12:3456::1]',
    '[fe80::1]',
    'gpu.local',
    'gpu.lan',
    'gpu-server',
  ])('is %s', (host) => expect(isPrivateHost(host)).toBe(true));

  test.each([
    'api.deepseek.com',
    '8.8.8.8',
    '11.0.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.169.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '[2001:db8::1]',
    'localhost.example.com',
    '127.example.com',
    'local.example',
    '10.example.com',
  ])('is not %s', (host) => expect(isPrivateHost(host)).toBe(false));

  test.each(['192.168.0.1', 'gpu.local', 'api.deepseek.com'])('this computer is not %s', (host) =>
    expect(isLoopbackHost(host)).toBe(false),
  );
});

test.each([
  ['https://api.deepseek.com', 'encrypted'],
  ['https://192.168.1.2', 'encrypted'],
  ['http://192.168.1.2:8000/v1', 'open'],
  ['http://lab.example/v1', 'open'],
  ['http://localhost:11434', 'here'],
  ['http://[::1]:11434', 'here'],
])('the way to %s is %s', (baseUrl, way) => expect(wayTo(baseUrl)).toBe(way));
