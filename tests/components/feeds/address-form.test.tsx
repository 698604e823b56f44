// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AddressForm } from '@/components/feeds/address-form';

afterEach(cleanup);

function show(known: { id: string; name: string } | null = null) {
  const onPreview = vi.fn();
  render(<AddressForm language="zh" findSubscribed={() => known} onPreview={onPreview} />);
  return onPreview;
}
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const submit = () => fireEvent.click(screen.getByRole('button', { name: '预览最新的一天' }));

describe('AddressForm', () => {
  test('hands over what an address means, and its name, in the click itself', () => {
    const onPreview = show();
    type('日报地址', ' https://reports.example/data/2026-06-25.jsonl ');
    type('名称', ' 我的 ');
    submit();
    const template = 'https://reports.example/data/{date}.jsonl';
    expect(onPreview).toHaveBeenCalledExactlyOnceWith({ template, github: null, isPrivate: false }, '我的', 480);
  });

  test.each([
    ['13:30', 810],
    ['', 480],
  ])('hands over the hour %j, by Beijing’s clock', (typed, minutes) => {
    const onPreview = show();
    type('日报地址', 'https://reports.example/{date}.md');
    expect(screen.getByLabelText<HTMLInputElement>('更新时刻（北京时间）').value).toBe('08:00');
    type('更新时刻（北京时间）', typed);
    submit();
    expect(onPreview.mock.calls[0]?.[2]).toBe(minutes);
  });

  test.each([
    ['', '请填写地址。'],
    ['一份 日报', '这不是一个网址'],
    ['http://reports.example/{date}.md', '只能订阅 https 地址'],
    ['https://me:secret@reports.example/{date}.md', '地址里不能带用户名或密码'],
    ['https://reports.example/latest.md', '地址里没有日期'],
    ['https://github.com/someone/daily', '这是仓库的页面，不是文件'],
    ['https://raw.githubusercontent.com/a/b/main/2026-06-25.md?token=x', '这是私有仓库的临时地址'],
  ])('says what is wrong with %j and asks nothing', (address, problem) => {
    const onPreview = show();
    type('日报地址', address);
    expect(screen.queryByRole('alert')).toBeNull(); // nobody is told off while typing
    submit();
    expect(screen.getByRole('alert').textContent).toContain(problem);
    expect(onPreview).not.toHaveBeenCalled();
    type('日报地址', `${address}x`);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test.each(['http://127.0.0.1:8080/{date}.md', 'https://192.168.1.20/{date}.md', 'http://nas.local/{date}.jsonl'])(
    'wants %s to be owned up to, once for each address',
    (address) => {
      const onPreview = show();
      type('日报地址', address);
      expect(screen.getByText(/不在公开的互联网上/)).toBeTruthy();
      submit();
      expect(screen.getByRole('alert').textContent).toBe('请先确认这是你自己输入的内网地址。');
      expect(onPreview).not.toHaveBeenCalled();
      fireEvent.click(screen.getByLabelText('这是我自己输入的内网地址'));
      type('日报地址', address.replace('{date}', 'other/{date}'));
      submit();
      expect(onPreview).not.toHaveBeenCalled();
      fireEvent.click(screen.getByLabelText('这是我自己输入的内网地址'));
      submit();
      expect(onPreview).toHaveBeenCalledOnce();
    },
  );

  test('asks nothing of the kind for a public address', () => {
    show();
    type('日报地址', 'https://reports.example/{date}.md');
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  test('leads to the subscription that has the address already', () => {
    const onPreview = show({ id: 'one', name: '一份日报' });
    type('日报地址', 'https://reports.example/{date}.md');
    expect(screen.getByRole('link', { name: '一份日报' }).getAttribute('href')).toBe('#/feeds/one');
    submit();
    expect(onPreview).not.toHaveBeenCalled();
  });
});
