// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Choices, Welcome } from '@/components/welcome/welcome';

afterEach(cleanup);

function show(change: Partial<Choices> = {}, state: { working?: boolean; failure?: string } = {}) {
  const choices: Choices = { language: 'zh', categories: [], daily: true, sample: true, ...change };
  const onChange = vi.fn();
  const onStart = vi.fn();
  render(<Welcome choices={choices} working={false} failure="" {...state} onChange={onChange} onStart={onStart} />);
  return { choices, onChange, onStart };
}

describe('Welcome', () => {
  test('says in three lines what it does', () => {
    show();
    expect(document.querySelectorAll('.what li')).toHaveLength(3);
  });

  test('changes the language', () => {
    const { choices, onChange } = show();
    expect(screen.getByRole('radio', { name: '简体中文', checked: true })).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'English' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ ...choices, language: 'en' });
  });

  test.each([
    ['zh', '你关注哪些分类', '导入示例，开始使用'],
    ['en', 'Which categories do you follow?', 'Import the sample and start'],
  ] as const)('speaks %s throughout', (language, question, button) => {
    show({ language });
    expect(screen.getByRole('heading', { name: question })).toBeTruthy();
    expect(screen.getByRole('button', { name: button })).toBeTruthy();
  });

  test('finds a category by its Chinese name, and adds it to those chosen', () => {
    const { choices, onChange } = show({ categories: ['cs.CL'] });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '视觉' } });
    expect(screen.queryByRole('checkbox', { name: /cs\.CL/ })).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: /cs\.CV/ }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ ...choices, categories: ['cs.CL', 'cs.CV'] });
  });

  test('says that no category matches', () => {
    show();
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'xyzzy' } });
    expect(screen.getByText('没有这样的分类。')).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: /cs\./ })).toBeNull();
  });

  test('takes a chosen category away again', () => {
    const { choices, onChange } = show({ categories: ['cs.CL', 'cs.CV'] });
    fireEvent.click(
      within(screen.getByRole('list', { name: '已选 2 个' })).getByRole('button', { name: '去掉 cs.CL' }),
    );
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ ...choices, categories: ['cs.CV'] });
  });

  test('offers a report each day of the categories, and says who is asked', () => {
    const { choices, onChange } = show({ categories: ['cs.CV'] });
    const daily = screen.getByRole('checkbox', { name: /生成日报/, checked: true });
    expect(document.getElementById(daily.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/^只向 arXiv/);
    fireEvent.click(daily);
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ ...choices, daily: false });
  });

  test('makes no report of no category', () => {
    show({ categories: [], daily: true });
    const daily = screen.getByRole<HTMLInputElement>('checkbox', { name: /生成日报/, checked: false });
    expect(daily.disabled).toBe(true);
    expect(screen.getByText('选了分类才能生成。')).toBeTruthy();
  });

  test('begins, with the sample unless it is left out', () => {
    const { choices, onChange, onStart } = show();
    fireEvent.click(screen.getByRole('checkbox', { name: /示例日报/ }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ ...choices, sample: false });
    fireEvent.click(screen.getByRole('button', { name: '导入示例，开始使用' }));
    expect(onStart).toHaveBeenCalledOnce();
    cleanup();
    show({ sample: false });
    expect(screen.getByRole('button', { name: '开始使用' })).toBeTruthy();
  });

  test('says what went wrong, with a way on', () => {
    show({}, { failure: '磁盘空间不够。' });
    expect(screen.getByRole('alert').textContent).toContain('磁盘空间不够。');
    expect(within(screen.getByRole('alert')).getByRole('link').getAttribute('href')).toBe('library.html');
    cleanup();
    show({}, { working: true });
    expect(screen.getByRole('alert').textContent).toBe('');
    expect(screen.getByRole('button', { name: '正在导入…' }).hasAttribute('disabled')).toBe(true);
  });
});
