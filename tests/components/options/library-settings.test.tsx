// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LibrarySettings } from '@/components/options/library-settings';
import { DEFAULT_SETTINGS, type Settings } from '@/core/settings';
import { optionsWords } from '@/core/words/options';

afterEach(cleanup);

function show(change: Partial<Settings> = {}) {
  const onChange = vi.fn();
  render(<LibrarySettings settings={{ ...DEFAULT_SETTINGS, ...change }} words={optionsWords.zh} onChange={onChange} />);
  return onChange;
}

const chosen = () => screen.getAllByRole<HTMLInputElement>('radio').find((radio) => radio.checked)?.value;

describe('LibrarySettings', () => {
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
