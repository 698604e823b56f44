// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReportSettings } from '@/components/options/report-settings';
import { DEFAULT_SETTINGS, type Settings } from '@/core/settings';
import { optionsWords } from '@/core/words/options';

afterEach(cleanup);

function show(change: Partial<Settings> = {}) {
  const onChange = vi.fn();
  render(<ReportSettings settings={{ ...DEFAULT_SETTINGS, ...change }} words={optionsWords.zh} onChange={onChange} />);
  return onChange;
}

const chosen = () => screen.getAllByRole<HTMLInputElement>('radio').find((radio) => radio.checked)?.value;

describe('ReportSettings', () => {
  test('keeps keywords when the reader leaves the field, not with every letter', () => {
    const onChange = show();
    const field = screen.getByLabelText('关键词');
    fireEvent.input(field, { target: { value: 'diffusion，3D 重建' } });
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.change(field, { target: { value: 'diffusion，3D 重建' } });
    expect(onChange.mock.calls).toEqual([[{ keywords: ['diffusion', '3D 重建'] }]]);
  });

  test('shows the keywords there are, one a line', () => {
    show({ keywords: ['diffusion', '3D 重建'] });
    expect(screen.getByLabelText<HTMLTextAreaElement>('关键词').value).toBe('diffusion\n3D 重建');
  });

  test.each([
    ['30 天', 30],
    ['180 天', 180],
    ['365 天', 365],
    ['不删除', 0],
  ])('keeps papers for %s', (label, keepDays) => {
    const onChange = show();
    expect(chosen()).toBe('90');
    fireEvent.click(screen.getByLabelText(label));
    expect(onChange.mock.calls).toEqual([[{ keepDays }]]);
  });

  test('leaves a number of days that it does not offer as it is', () => {
    show({ keepDays: 45 });
    expect(chosen()).toBe('45');
    expect(screen.getByLabelText('45 天')).toBeTruthy();
  });
});
