// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test } from 'vitest';
import { PartList } from '@/components/options/part-list';
import type { PanelPart } from '@/core/guide/arrange';
import { optionsWords } from '@/core/words/options';
import { panelWords } from '@/core/words/panel';

afterEach(cleanup);

function Sample() {
  const [state, setState] = useState<{ panelParts: PanelPart[]; hiddenParts: PanelPart[] }>({
    panelParts: [],
    hiddenParts: [],
  });
  return (
    <PartList
      order={state.panelParts}
      hidden={state.hiddenParts}
      words={optionsWords.zh}
      names={panelWords.zh}
      onChange={(change) => setState({ ...state, ...change })}
    />
  );
}

const shown = () => screen.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent?.trim());

describe('PartList', () => {
  test('moves a part by its buttons, keeps the focus on it, and says where it is', async () => {
    render(<Sample />);
    const up = screen.getByRole('button', { name: '上移：方法' });
    up.focus();
    fireEvent.click(up);
    await screen.findByText('“方法”现在是第 2 个');
    expect(shown().slice(0, 3)).toEqual(['贡献', '方法', '问题']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('上移：方法');
    fireEvent.click(screen.getByRole('button', { name: '上移：方法' }));
    await screen.findByText('“方法”现在是第 1 个');
    // At the top there is no way further up.
    expect(document.activeElement?.getAttribute('aria-label')).toBe('下移：方法');
  });

  test('hides a part, and restores all', () => {
    render(<Sample />);
    const restore = screen.getByRole('button', { name: '恢复原来的次序' });
    expect(restore.hasAttribute('disabled')).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: '展望' }));
    expect(screen.getByRole('checkbox', { name: '展望', checked: false })).toBeTruthy();
    fireEvent.click(restore);
    expect(screen.queryAllByRole('checkbox', { checked: false })).toEqual([]);
  });
});
