// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DailySettings } from '@/components/options/daily-settings';
import { DEFAULT_SETTINGS, type Settings } from '@/core/settings';
import { dailySettingsWords } from '@/core/words/daily-settings';

afterEach(cleanup);

interface Given {
  model?: string | null;
  /** Of a day; null for a model without a price. */
  yuan?: number | null;
  status?: { text: string; failed: boolean } | null;
}

function show(change: Partial<Settings> = {}, { model = null, yuan = null, status = null }: Given = {}) {
  const settings = { ...DEFAULT_SETTINGS, categories: ['cs.CV'], ...change };
  const actions = { onChange: vi.fn(), onNotice: vi.fn() };
  render(
    <DailySettings
      settings={settings}
      words={dailySettingsWords[settings.language]}
      model={model === null ? null : { name: model }}
      estimate={model === null || settings.categories.length === 0 ? null : { requests: 13, input: 0, output: 0, yuan }}
      noticeStatus={status}
      {...actions}
    />,
  );
  return actions;
}

const check = (name: RegExp | string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
function write(label: string, value: string): void {
  const field = screen.getByLabelText(label);
  fireEvent.input(field, { target: { value } });
  fireEvent.change(field);
}

describe('the settings of the daily report', () => {
  test.each<[RegExp, Partial<Settings>]>([
    [/生成日报/, { daily: true }],
    [/交叉列出/, { dailyCrossLists: false }],
    [/用“某模型”/, { dailyModel: false }],
  ])('%s changes that alone', (name, change) => {
    const { onChange } = show({}, { model: '某模型' });
    fireEvent.click(check(name));
    expect(onChange.mock.calls).toEqual([[change]]);
  });

  test.each<[string, string, Partial<Settings>]>([
    ['几点生成（北京时间）', '08:30', { dailyMinutes: 510 }],
    ['最多收入几篇', '50', { dailyMost: 50 }],
    ['每天最多花几元', '0.5', { dailyLimit: 0.5 }],
    ['每天最多花几元', '', { dailyLimit: null }],
  ])('%s: %j', (label, value, change) => {
    const { onChange } = show({}, { model: '某模型' });
    write(label, value);
    expect(onChange.mock.calls).toEqual([[change]]);
  });

  test.each([
    ['最多收入几篇', '51', /1 到 50 之间/],
    ['最多收入几篇', '0', /1 到 50 之间/],
    ['每天最多花几元', '两元', /请写成数字/],
    ['每天最多花几元', '-1', /请写成数字/],
  ])('%s: %j is kept in the field alone, with what is wrong', (label, value, problem) => {
    const { onChange } = show({}, { model: '某模型' });
    write(label, value);
    expect(onChange).not.toHaveBeenCalled();
    const field = screen.getByLabelText<HTMLInputElement>(label);
    expect(field.value).toBe(value);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(problem)).toBeTruthy();
    write(label, '2');
    expect(onChange).toHaveBeenCalledOnce();
    expect(screen.queryByText(problem)).toBeNull();
  });

  test('keep nothing with every letter', () => {
    const { onChange } = show();
    fireEvent.input(screen.getByLabelText('最多收入几篇'), { target: { value: '2' } });
    expect(onChange).not.toHaveBeenCalled();
  });

  test('show what is set', () => {
    show({ daily: true, dailyMinutes: 485, dailyMost: 20, dailyLimit: null }, { model: '某模型' });
    expect(check(/生成日报/).checked).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('几点生成（北京时间）').value).toBe('08:05');
    expect(screen.getByLabelText<HTMLInputElement>('最多收入几篇').value).toBe('20');
    expect(screen.getByLabelText<HTMLInputElement>('每天最多花几元').value).toBe('');
  });

  test.each<[string, Partial<Settings>, Given, string]>([
    ['a model with a price', {}, { model: '某模型', yuan: 0.2345 }, '估计每天约 13 次请求、约 0.23 元。'],
    ['one without', {}, { model: '某模型' }, '估计每天约 13 次请求；这个模型没有填价格，算不出费用。'],
    ['a model of no cost', {}, { model: '某模型', yuan: 0 }, '估计每天约 13 次请求、0 元。'],
    ['no model', {}, {}, '不用模型，不花钱。'],
    ['a model that is not to be used', { dailyModel: false }, { model: '某模型' }, '不用模型，不花钱。'],
  ])('estimate a day of %s', (_, change, given, sentence) => {
    show(change, given);
    expect(screen.getByText(sentence)).toBeTruthy();
  });

  test('have no limit to set where no model is used, and lead to the models', () => {
    show();
    expect(screen.queryByLabelText('每天最多花几元')).toBeNull();
    expect(screen.queryByRole('checkbox', { name: /打分/ })).toBeNull();
    expect(screen.getByRole('link', { name: '添加模型' }).getAttribute('href')).toBe('#models');
  });

  test('say that a limit is none for a model without a price', () => {
    show({}, { model: '某模型' });
    expect(screen.getByText(/这个上限不起作用/)).toBeTruthy();
    cleanup();
    show({ dailyLimit: null }, { model: '某模型' });
    expect(screen.queryByText(/这个上限不起作用/)).toBeNull();
  });

  test('say that a category is needed, and lead there', () => {
    show({ categories: [] }, { model: '某模型', yuan: 0.2 });
    expect(screen.getByText(/还没有选分类/)).toBeTruthy();
    expect(screen.queryByText(/估计/)).toBeNull();
    expect(screen.getByRole('link', { name: '选择分类' }).getAttribute('href')).toBe('#categories');
    cleanup();
    show();
    expect(screen.queryByText(/还没有选分类/)).toBeNull();
  });

  test('leave the switch for notifications off until the browser has answered', () => {
    const { onNotice } = show({}, { status: { text: '请点允许。', failed: false } });
    fireEvent.click(check('日报好了就通知我'));
    expect(onNotice).toHaveBeenCalledExactlyOnceWith(true);
    expect(check('日报好了就通知我').checked).toBe(false);
    expect(screen.getByText('请点允许。')).toBeTruthy();
  });

  test('speak English throughout', () => {
    show({ language: 'en' }, { model: 'mine', yuan: 0.2345 });
    expect(document.body.textContent).not.toMatch(/\p{sc=Han}/u);
    expect(screen.getByText('Each day takes about 13 requests, about ¥0.23.')).toBeTruthy();
  });
});
