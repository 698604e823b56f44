// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { ObsidianSettings } from '@/components/options/obsidian-settings';
import { DEFAULT_SETTINGS, type Settings } from '@/core/settings';
import { optionsWords } from '@/core/words/options';

afterEach(cleanup);

function show(change: Partial<Settings> = {}) {
  const onChange = vi.fn();
  const settings = { ...DEFAULT_SETTINGS, ...change };
  render(<ObsidianSettings settings={settings} usualFolder="导读" words={optionsWords.zh} onChange={onChange} />);
  return onChange;
}

const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

test.each([
  ['仓库', ' 我的仓库 ', { obsidianVault: '我的仓库' }],
  ['仓库', '', { obsidianVault: '' }],
  ['文件夹', '/论文/导读/', { obsidianFolder: '论文/导读' }],
  ['文件夹', '/', { obsidianFolder: '/' }],
  ['文件夹', '  ', { obsidianFolder: '' }],
])('keeps as %s what is typed: %j', (label, typed, change) => {
  const onChange = show({ obsidianVault: '旧', obsidianFolder: '旧' });
  fill(label, typed);
  expect(onChange.mock.calls).toEqual([[change]]);
});

test.each([
  ['仓库', 'a/b'],
  ['文件夹', '../外面'],
  ['文件夹', '.obsidian'],
  ['文件夹', 'a?b'],
])('says that there can be no %s by the name of %j, and keeps what there was', (label, typed) => {
  const onChange = show();
  fill(label, typed);
  expect(onChange).not.toHaveBeenCalled();
  expect(screen.getByLabelText(label).getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/没有保存/)).toBeTruthy();
});
