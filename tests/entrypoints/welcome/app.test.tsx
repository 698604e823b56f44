// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '@/core/errors';
import { App } from '@/entrypoints/welcome/app';
import { db } from '@/storage/db';
import { importSample } from '@/storage/sample';
import { changeSettings, readSettings } from '@/storage/settings';
import { entry, report } from '../../components/popup/samples';

const wake = vi.hoisted(() => vi.fn());
vi.mock('@/messages/wake', () => ({ wakeBackground: wake }));
vi.mock('@/storage/sample', () => ({ importSample: vi.fn() }));

const assign = vi.fn();

// A busy machine may take its time; nothing here waits longer than it must.
configure({ asyncUtilTimeout: 10_000 });
const patient = { timeout: 10_000 };

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(location, 'assign').mockImplementation(assign);
});
afterEach(async () => {
  cleanup();
  vi.clearAllMocks();
  await Promise.all(db.tables.map((table) => table.clear()));
});

describe('the first page', () => {
  test('keeps what was chosen, brings the sample in and opens its first paper', async () => {
    const sample = report({ entries: [entry({ id: '1706.03762' }), entry()] });
    vi.mocked(importSample).mockImplementation(async () => {
      await db.reports.put(sample);
      return { reportId: sample.id, date: sample.date, added: 2, merged: 0, unchanged: false, papers: 2, skipped: [] };
    });
    render(<App />);
    fireEvent.click(screen.getByRole('checkbox', { name: /cs\.CV/ }));
    fireEvent.click(screen.getByRole('button', { name: /开始/ }));
    await vi.waitFor(() => expect(assign).toHaveBeenCalledExactlyOnceWith('https://arxiv.org/abs/1706.03762'), patient);
    expect(await readSettings()).toMatchObject({ language: 'zh', categories: ['cs.CV'], daily: true });
    expect(wake).toHaveBeenCalledOnce();
  });

  test.each([
    ['nothing is chosen', []],
    ['the switch is turned off', [/cs\.CV/, /生成日报/]],
  ])('turns no daily report on where %s', async (_, presses) => {
    render(<App />);
    for (const name of [...presses, /示例日报/]) fireEvent.click(screen.getByRole('checkbox', { name }));
    fireEvent.click(screen.getByRole('button', { name: '开始使用' }));
    await vi.waitFor(() => expect(assign).toHaveBeenCalledOnce(), patient);
    expect((await readSettings()).daily).toBe(false);
  });

  test('shows a daily report that was turned off as off, opened again', async () => {
    await changeSettings({ categories: ['cs.CV'], daily: false });
    render(<App />);
    await screen.findByRole('checkbox', { name: /cs\.CV/, checked: true });
    expect(screen.getByRole('checkbox', { name: /生成日报/, checked: false })).toBeTruthy();
  });

  test('imports nothing when the sample is left out, and opens the library', async () => {
    render(<App />);
    fireEvent.click(screen.getByRole('checkbox', { name: /示例日报/ }));
    fireEvent.click(screen.getByRole('button', { name: '开始使用' }));
    await vi.waitFor(() => expect(assign).toHaveBeenCalledExactlyOnceWith('library.html'), patient);
    expect(vi.mocked(importSample)).not.toHaveBeenCalled();
  });

  test('says why the sample was not imported, and stays', async () => {
    vi.mocked(importSample).mockRejectedValue(new AppError('storage-full', 'full'));
    render(<App />);
    fireEvent.click(screen.getByRole('button', { name: /开始/ }));
    await screen.findByText(/磁盘空间不够/);
    expect(assign).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: /开始/ }).hasAttribute('disabled')).toBe(false);
  });
});
