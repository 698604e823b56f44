// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { About } from '@/components/options/about';
import { SettingsForm } from '@/components/options/settings-form';
import { DEFAULT_SETTINGS, type Settings } from '@/core/settings';
import { optionsWords } from '@/core/words/options';

afterEach(cleanup);

function show(change: Partial<Settings> = {}) {
  const onChange = vi.fn();
  const settings = { ...DEFAULT_SETTINGS, ...change };
  render(<SettingsForm settings={settings} words={optionsWords[settings.language]} onChange={onChange} />);
  return onChange;
}

describe('SettingsForm', () => {
  test.each([
    ['界面语言', 'English', { language: 'en' }],
    ['外观', '深色', { theme: 'dark' }],
    ['外观', '浅色', { theme: 'light' }],
    ['位置', '摘要下方', { panelPosition: 'below' }],
    ['位置', '右侧栏', { panelPosition: 'right' }],
    ['打开时的高度', '一行', { panelHeight: 'line' }],
    ['打开时的高度', '全文', { panelHeight: 'full' }],
  ] as const)('%s: %s changes that alone', (group, name, change) => {
    const onChange = show();
    fireEvent.click(within(screen.getByRole('group', { name: group })).getByRole('radio', { name }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith(change);
  });

  test('shows what is set', () => {
    show({ theme: 'dark', panelPosition: 'right', panelHeight: 'line', outlineOpen: true, categories: ['cs.CV'] });
    for (const name of ['简体中文', '深色', '右侧栏', '一行']) {
      expect(screen.getByRole('radio', { name, checked: true })).toBeTruthy();
    }
    expect(screen.getByRole('checkbox', { name: '没有解读时自动打开英文提纲', checked: true })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: /cs\.CV/, checked: true })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: /cs\.CL/, checked: false })).toBeTruthy();
  });

  test('turns the outline and a category', () => {
    const onChange = show({ categories: ['cs.CV'] });
    fireEvent.click(screen.getByRole('checkbox', { name: '没有解读时自动打开英文提纲' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /cs\.CV/ }));
    expect(onChange.mock.calls).toEqual([[{ outlineOpen: true }], [{ categories: [] }]]);
  });
});

describe('About', () => {
  test.each(['zh', 'en'] as const)('names version and licence, and thanks arXiv word for word, in %s', (language) => {
    render(<About version="1.2.3" words={optionsWords[language]} />);
    const text = document.body.textContent ?? '';
    expect(text).toContain('1.2.3');
    expect(text).toContain('MIT');
    expect(text).toContain(
      'Thank you to arXiv for use of its open access interoperability. This product was not reviewed or approved by, nor does it necessarily express or reflect the policies or opinions of, arXiv.',
    );
  });
});
