// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { GuideSettings } from '@/components/options/guide-settings';
import { ModelForm } from '@/components/options/model-form';
import type { ShownModel, TestState } from '@/components/options/model-row';
import { type ModelsMode, ModelsSection } from '@/components/options/models-section';
import { toDraft } from '@/core/model/draft';
import { configFromPreset, getPreset } from '@/core/model/presets';
import { DEFAULT_SETTINGS, type Language } from '@/core/settings';
import { modelWords } from '@/core/words/models';

afterEach(cleanup);

/** A model made from a preset. */
function modelOf(provider: string, change: Partial<ShownModel> = {}): ShownModel {
  const config = configFromPreset(getPreset(provider), provider, 'zh');
  return { ...config, hasKey: true, isDefault: false, ...change };
}

interface Shown {
  models?: ShownModel[];
  tests?: Record<string, TestState>;
  mode?: ModelsMode;
  paperId?: string | null;
  language?: Language;
}

function show({ models = [], tests = {}, mode = { kind: 'list' }, paperId = null, language = 'zh' }: Shown = {}) {
  const calls = {
    onChoose: vi.fn(),
    onPick: vi.fn(),
    onSave: vi.fn(),
    onCancel: vi.fn(),
    onTest: vi.fn(),
    onStopTest: vi.fn(),
    onSetDefault: vi.fn(),
    onEdit: vi.fn(),
    onRemove: vi.fn(),
    onCopy: vi.fn<(text: string) => Promise<boolean>>().mockResolvedValue(true),
  };
  render(
    <ModelsSection
      words={modelWords[language]}
      language={language}
      models={models}
      tests={tests}
      mode={mode}
      notice={null}
      paperId={paperId}
      {...calls}
    />,
  );
  return calls;
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

function showForm(provider: string, { keptFor = null as string | null, draft = {} } = {}) {
  const onSave = vi.fn();
  const { id: _, ...model } = configFromPreset(getPreset(provider), 'new', 'zh');
  render(
    <ModelForm
      title="添加"
      words={modelWords.zh}
      language="zh"
      preset={getPreset(provider)}
      draft={{ ...toDraft(model), ...draft }}
      keptFor={keptFor}
      message=""
      failed={false}
      onSave={onSave}
      onCancel={vi.fn()}
    />,
  );
  return { onSave, model };
}
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const save = () => press('保存');

const offered = (label: string) =>
  [...document.querySelectorAll(`#${screen.getByLabelText(label).getAttribute('list')} option`)].map((option) =>
    option.getAttribute('value'),
  );

function showWriting(glossary = '') {
  const onChange = vi.fn();
  render(<GuideSettings settings={{ ...DEFAULT_SETTINGS, glossary }} words={modelWords.zh} onChange={onChange} />);
  return onChange;
}

describe('without a model', () => {
  test('the section says what one is for, what it costs and where the key goes', () => {
    show();
    expect(
      screen
        .getAllByRole('listitem')
        .slice(0, 3)
        .map((item) => item.textContent),
    ).toEqual([
      expect.stringContaining('大语言模型'),
      expect.stringContaining('0.02 元'),
      expect.stringContaining('密钥只存在这个浏览器里'),
    ]);
    expect(screen.queryByRole('button', { name: '添加模型' })).toBeNull();
  });

  test('it offers mainland providers first, then local ones, and folds those abroad', () => {
    const { onPick } = show();
    const names = screen.getAllByRole('button', { hidden: true }).map((button) => button.textContent);
    const places = ['DeepSeek', '火山方舟', 'Ollama（本机）', 'OpenRouter'].map((name) => names.indexOf(name));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    const abroad = screen.getByText('OpenAI').closest('details');
    expect(abroad?.open).toBe(false);
    expect(screen.getByText('DeepSeek').closest('details')).toBeNull();
    press('DeepSeek');
    expect(onPick).toHaveBeenCalledExactlyOnceWith(getPreset('deepseek'));
  });

  test('it keeps the paper in mind from whose page the reader came', () => {
    show({ paperId: '2512.23705' });
    expect(screen.getByText('保存后可以回到 2512.23705 写解读。')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /2512\.23705/ })).toBeNull();
  });
});

describe('the list', () => {
  const models = [
    modelOf('deepseek', { isDefault: true }),
    modelOf('ollama', { hasKey: false, name: '机房', baseUrl: 'http://192.168.1.2:11434' }),
  ];

  test('names each model, its provider, address, key and price', () => {
    show({ models });
    const [first, second] = screen.getAllByRole('listitem');
    expect(first?.textContent).toMatch(/^DeepSeek默认/);
    for (const fact of ['deepseek-flash', 'https://api.deepseek.com', '已保存密钥', '输入 2 元，输出 8 元']) {
      expect(first?.textContent).toContain(fact);
    }
    for (const fact of ['机房', 'Ollama（本机）', 'qwen3:8b', 'http://192.168.1.2:11434', '没有密钥', '没有填写价格']) {
      expect(second?.textContent).toContain(fact);
    }
    expect(second?.textContent).not.toMatch(/^机房默认/);
  });

  test('has a way back to the paper', () => {
    show({ models, paperId: '2512.23705' });
    const link = screen.getByRole('link', { name: '回到 2512.23705 写解读' });
    expect(link.getAttribute('href')).toBe('https://arxiv.org/abs/2512.23705');
  });

  test('tells which model a button acts on', () => {
    const calls = show({ models });
    press('设为默认：机房');
    press('编辑：DeepSeek');
    press('测试连接：机房');
    press('添加模型');
    expect(calls.onSetDefault).toHaveBeenCalledExactlyOnceWith(models[1]);
    expect(calls.onEdit).toHaveBeenCalledExactlyOnceWith(models[0]);
    expect(calls.onTest).toHaveBeenCalledExactlyOnceWith(models[1]);
    expect(calls.onChoose).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: '设为默认：DeepSeek' })).toBeNull();
  });

  test('removes a model in two steps, the second of which may be the way back', () => {
    const { onRemove } = show({ models });
    press('删除：机房');
    expect(onRemove).not.toHaveBeenCalled();
    expect(document.activeElement?.textContent).toBe('不删除');
    press('不删除：机房');
    press('删除：机房');
    press('确定删除：机房');
    expect(onRemove).toHaveBeenCalledExactlyOnceWith(models[1]);
  });

  test('shows a test that runs, with a way to stop it', () => {
    const { onStopTest } = show({ models, tests: { deepseek: { kind: 'running' } } });
    press('停止：DeepSeek');
    expect(onStopTest).toHaveBeenCalledExactlyOnceWith(models[0]);
    expect(screen.getByText(/正在连接/).getAttribute('role')).toBe('status');
  });

  test('says how to let extensions in, for three systems, only where a server keeps them out', async () => {
    const { onCopy } = show({
      models,
      tests: {
        deepseek: { kind: 'failed', message: '密钥不对。', originHelp: false },
        ollama: { kind: 'failed', message: '拒绝了。', originHelp: true },
      },
    });
    const help = screen.getByRole('region', { name: '让 Ollama 接受浏览器扩展' });
    expect(within(screen.getAllByRole('listitem')[1] as HTMLElement).getByText('拒绝了。')).toBeTruthy(); // as: two
    for (const system of ['Windows', 'Mac', 'Linux']) {
      fireEvent.click(within(help).getByRole('button', { name: `复制 ${system}` }));
    }
    const copied = onCopy.mock.calls.map(([text]) => text);
    expect(copied.map((text) => /^(?:setx|launchctl|sudo)/.exec(text)?.[0])).toEqual(['setx', 'launchctl', 'sudo']);
    for (const text of copied) expect(text).toContain('chrome-extension://*,moz-extension://*');
    await within(help).findByText('已复制');
  });
});

describe('the form', () => {
  test('of a preset asks for the key alone', () => {
    const { onSave, model } = showForm('deepseek');
    expect(document.activeElement).toBe(screen.getByLabelText('密钥'));
    type('密钥', ' sk-planted-1234 ');
    save();
    expect(onSave).toHaveBeenCalledExactlyOnceWith(model, 'sk-planted-1234');
  });

  test('offers the provider’s models and its other sites', () => {
    showForm('kimi');
    expect(offered('模型名')).toEqual([...getPreset('kimi').models]);
    expect(offered('地址')).toEqual(['https://api.moonshot.cn/v1', 'https://api.moonshot.ai/v1']);
    expect(screen.getByRole('link', { name: /申请密钥/ }).getAttribute('href')).toBe(getPreset('kimi').keyUrl);
  });

  test('hides the key, and puts it into nothing that is drawn', () => {
    showForm('deepseek');
    const field = screen.getByLabelText<HTMLInputElement>('密钥');
    expect([field.type, field.getAttribute('autocomplete')]).toEqual(['password', 'off']);
    type('密钥', 'sk-planted-1234');
    type('名称', '另一个');
    save();
    expect(document.documentElement.outerHTML).not.toContain('sk-planted');
    cleanup();
    expect(field.value).toBe('');
  });

  test.each([
    ['deepseek', '密钥', '', '这个服务商需要密钥。'],
    ['deepseek', '密钥', 'sk 1234', /密钥里有空格/],
    ['custom', '地址', '', /请填写地址/],
    ['custom', '地址', 'https://me:secret@lab.example', /不要带用户名和密码/],
    ['custom', '地址', 'ftp://lab.example', /开头/],
    ['ollama', '模型名', ' ', /请填写模型名/],
    ['deepseek', '上下文长度（token）', '很长', /请写成数字/],
    ['deepseek', '输入价格', '', /要么都填/],
  ])('of %s says at %s what is wrong with %j', (provider, label, value, sentence) => {
    const { onSave } = showForm(provider, { draft: { model: 'm' } });
    if (label !== '密钥' && provider === 'deepseek') type('密钥', 'sk-1234');
    type(label, value);
    save();
    expect(onSave).not.toHaveBeenCalled();
    const field = screen.getByLabelText(label);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field);
    const said = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(within(said as HTMLElement).getByText(sentence)).toBeTruthy(); // as: named by the field
  });

  test.each([
    ['http://192.168.1.2:8000/v1', /以明文经过网络/],
    ['http://127.0.0.1:11434', /不经过网络/],
    ['https://lab.example/v1', /到 \/v1 这一级为止/],
  ])('says how safe the way to %s is', (address, sentence) => {
    showForm('custom');
    type('地址', address);
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.queryAllByText(/以明文经过网络/)).toHaveLength(address.startsWith('http://192') ? 1 : 0);
  });

  test('saves the address without what was pasted along, and with its path', () => {
    const { onSave } = showForm('custom');
    type('地址', 'http://192.168.1.2:8000/team/v1/chat/completions');
    type('模型名', 'qwen3');
    type('名称', '');
    save();
    expect(onSave.mock.calls[0]?.[0]).toMatchObject({ baseUrl: 'http://192.168.1.2:8000/team/v1', name: 'qwen3' });
    expect(onSave.mock.calls[0]?.[1]).toBeNull();
  });

  test('keeps a saved key as it is until it is to be changed', () => {
    const { onSave, model } = showForm('deepseek', { keptFor: 'https://api.deepseek.com' });
    expect(screen.queryByLabelText('密钥')).toBeNull();
    save();
    expect(onSave).toHaveBeenLastCalledWith(model, null);
    press('更换');
    expect(screen.getByLabelText<HTMLInputElement>('密钥').value).toBe('');
    type('密钥', 'sk-new');
    save();
    expect(onSave).toHaveBeenLastCalledWith(model, 'sk-new');
  });

  test('asks for another key where the address moves to another site', () => {
    const { onSave } = showForm('deepseek', { keptFor: 'https://api.deepseek.com' });
    type('地址', 'https://relay.example/v1');
    expect(screen.getByText(/原来的密钥是给 https:\/\/api\.deepseek\.com 的/)).toBeTruthy();
    save();
    expect(onSave).not.toHaveBeenCalled();
    expect(screen.getByText('这个服务商需要密钥。')).toBeTruthy();
  });

  test('holds what only some addresses need folded, and saves it', () => {
    const { onSave } = showForm('custom', { draft: { address: 'https://lab.example', model: 'm' } });
    expect(screen.getByText('高级').closest('details')?.open).toBe(false);
    fireEvent.change(screen.getByLabelText('接口'), { target: { value: 'ollama' } });
    fireEvent.change(screen.getByLabelText('结构化输出'), { target: { value: 'schema' } });
    fireEvent.click(screen.getByLabelText('能直接读 PDF'));
    save();
    expect(onSave.mock.calls[0]?.[0]).toMatchObject({ protocol: 'ollama', json: 'schema', readsPdf: true });
  });
});

test.each(['zh', 'en'] as const)('everything is said in %s', (language) => {
  show({
    language,
    models: [modelOf('deepseek'), modelOf('ollama')],
    tests: { ollama: { kind: 'failed', message: '', originHelp: true } },
    paperId: '2512.23705',
  });
  const other = modelWords[language === 'zh' ? 'en' : 'zh'];
  const text = document.body.textContent ?? '';
  for (const key of ['models', 'isDefault', 'test', 'edit', 'addModel', 'originTitle', 'backNow', 'hasKey'] as const) {
    expect(text).not.toContain(other[key]);
  }
});

describe('how guides are written', () => {
  test('the language is chosen', () => {
    const onChange = showWriting();
    const group = screen.getByRole('group', { name: '解读语言' });
    fireEvent.click(within(group).getByRole('radio', { name: 'English' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ guideLanguage: 'en' });
  });

  test('a glossary is kept as it was typed, and its mistakes are named by line', async () => {
    const onChange = showWriting('LLM = 大语言模型');
    const field = screen.getByLabelText<HTMLTextAreaElement>('术语表');
    expect(field.value).toBe('LLM = 大语言模型');
    const typed = '# 我的术语\nLLM = 大模型 ≠ 法学硕士\n没有等号\n\n= 没有术语\ntoken = 词元';
    fireEvent.input(field, { target: { value: typed } });
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    const said = document.querySelector('#writing .problem')?.textContent?.split('\n');
    expect(said).toEqual([expect.stringMatching(/^第 3 行.*没有等号/), expect.stringMatching(/^第 5 行.*= 没有术语/)]);
    fireEvent.change(field);
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ glossary: typed });
  });

  test('of many mistakes the first are named and the others counted', () => {
    showWriting(Array.from({ length: 9 }, (_, at) => `错${at}`).join('\n'));
    const said = document.querySelector('#writing .problem')?.textContent?.split('\n');
    expect(said).toHaveLength(6);
    expect(said?.at(-1)).toBe('还有 4 行没有读懂。');
  });

  test('the built-in terms are listed, folded', () => {
    showWriting();
    const list = screen.getByText(/LLM = 大语言模型 ≠ 法学硕士/);
    expect(list.closest('details')?.open).toBe(false);
  });
});
