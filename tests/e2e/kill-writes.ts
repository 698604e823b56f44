import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { MarkChange } from '@/storage/change-marks';
import {
  BLANK,
  changed,
  changesBy,
  isSame,
  type Marks,
  type MarksOf,
  marksOf,
  READ_TABLES,
  renamed,
  type Tables,
} from './kill-model';

/** What is to be written, once it is pressed: what it comes to, and what tells that it is kept. */
export interface Write {
  kind: string;
  after: MarksOf;
  press: () => Promise<unknown>;
  said: () => Promise<void>;
}

export type UpTo = (count: number) => number;

const STATUSES = { 待读: 'to-read', 在读: 'reading', 已读: 'read' } as const;
type StatusLabel = keyof typeof STATUSES;
const LABELS = Object.keys(STATUSES) as StatusLabel[]; // as: these are its keys

export const readTables = (page: Page): Promise<Tables> => page.evaluate<Tables>(READ_TABLES);

/** What a reader writes of the one paper that stands open, and what it was before. */
export async function writeOfPaper(page: Page, id: string, known: MarksOf, count: number, upTo: UpTo): Promise<Write> {
  const before = known.get(id) ?? BLANK;
  const to = (change: MarkChange) => changed(before, change);
  const toWrite = (kind: string, after: Marks, press: Write['press'], said: Write['said']): Write => {
    return { kind, after: new Map(isSame(before, after) ? [] : [[id, after]]), press, said };
  };
  // A star turns before it is kept, and so does what is chosen of a list: the library itself tells.
  const read = async () => {
    const { saved, status } = marksOf(await readTables(page)).get(id) ?? BLANK;
    return { saved, status };
  };
  const held = ({ saved, status }: Marks) => {
    return () => expect.poll(read, { timeout: 30_000, interval: 20 }).toEqual({ saved, status });
  };
  const kinds = ['note', 'tag', 'status', 'star'] as const;
  // Of a paper whose star was taken back neither tags nor note are shown: the star comes first.
  const isUnstarred = known.has(id) && !before.saved;
  switch (isUnstarred ? 'star' : kinds[upTo(kinds.length)]) {
    case 'tag': {
      const tag = `标签${count}`;
      await page.getByLabel('加标签').fill(tag);
      const chip = page.getByText(`#${tag}`, { exact: true }).first();
      const press = () => page.getByLabel('加标签').press('Enter');
      return toWrite('one tag', to({ kind: 'tag', tag, on: true }), press, () => chip.waitFor());
    }
    case 'status': {
      const labels = LABELS.filter((label) => STATUSES[label] !== before.status);
      const label = labels[upTo(labels.length)] ?? '在读';
      const after = to({ kind: 'status', status: STATUSES[label] });
      const press = () => page.getByLabel('阅读状态').selectOption({ label });
      return toWrite('one status', after, press, held(after));
    }
    case 'star': {
      const after = to({ kind: 'saved', saved: !before.saved });
      const press = () => page.getByRole('region', { name: '导读' }).locator('button[aria-pressed]').click();
      return toWrite('one star', after, press, held(after));
    }
    default: {
      const note = `第 ${count} 条笔记 ${'长'.repeat(upTo(2_000))}`;
      const after = { ...to({ kind: 'saved', saved: true }), note };
      const press = async () => {
        await page.getByLabel('笔记').fill(note);
        await page.getByLabel('笔记').blur();
      };
      return toWrite('one note', after, press, () => page.getByText('已保存').waitFor());
    }
  }
}

const bar = (page: Page) => page.getByRole('region', { name: '对选中的论文' });

/** Resolves once the page has said this of a change; it may be said for some seconds only. */
async function hears(page: Page, sentence: string): Promise<void> {
  const heard = new Set<string>();
  const listen = async () => {
    heard.add(await page.locator('.said-bar').innerText());
    return [...heard].some((said) => said.startsWith(sentence)) ? sentence : [...heard];
  };
  await expect.poll(listen, { timeout: 60_000, interval: 20 }).toBe(sentence);
}

const statusLabel = (status: string | null) => LABELS.find((label) => STATUSES[label] === status);

/** What the page says once a change of so many papers is kept; what it said of the one before may stand there until then. */
function sentenceOf(change: MarkChange, count: number): string {
  if (count === 0) return '没有论文需要改动';
  switch (change.kind) {
    case 'saved':
      return change.saved ? `已收藏 ${count} 篇` : `已取消收藏 ${count} 篇`;
    case 'status':
      return change.status ? `已把 ${count} 篇标为${statusLabel(change.status)}` : `已去掉 ${count} 篇的状态`;
    case 'tag':
      return change.on ? `已给 ${count} 篇加上标签“${change.tag}”` : `已去掉 ${count} 篇的标签“${change.tag}”`;
    case 'dismissed':
      return change.dismissed ? `已把 ${count} 篇标为不感兴趣` : `已取消 ${count} 篇的不感兴趣`;
    case 'seen':
      return `已把 ${count} 篇标为看过`;
  }
}

/** Opens a menu over the selected papers. @returns what chooses of it */
async function openMenu(page: Page, menu: string): Promise<(item: string) => Promise<void>> {
  await bar(page).getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem').first().waitFor();
  return (item) => page.getByRole('menuitem', { name: item, exact: true }).click();
}

const KINDS = ['saved', 'saved', 'status', 'status', 'tag', 'tag', 'untag', 'dismissed', 'dismissed', 'seen'] as const;
type Kind = (typeof KINDS)[number];

/** A change of selected papers, and what makes it. */
interface Pressed {
  change: MarkChange;
  press: () => Promise<void>;
}

async function untag(page: Page, upTo: UpTo): Promise<Pressed> {
  const choose = await openMenu(page, '去标签');
  const tags = await page.getByRole('menuitem').allInnerTexts();
  const tag = tags[upTo(tags.length)] ?? '';
  return { change: { kind: 'tag', tag, on: false }, press: () => choose(tag) };
}

function drawChange(kind: Exclude<Kind, 'untag'>, count: number, upTo: UpTo): MarkChange {
  switch (kind) {
    case 'saved':
      return { kind, saved: upTo(2) > 0 };
    case 'status': {
      const label = LABELS[upTo(LABELS.length + 1)];
      return { kind, status: label ? STATUSES[label] : null };
    }
    case 'dismissed':
      return { kind, dismissed: upTo(3) > 0 };
    case 'seen':
      return { kind };
    case 'tag':
      return { kind, tag: `批${count}`, on: true };
  }
}

async function toPressed(page: Page, change: MarkChange): Promise<Pressed> {
  const menu = async (name: string, item: string): Promise<Pressed> => {
    const choose = await openMenu(page, name);
    return { change, press: () => choose(item) };
  };
  switch (change.kind) {
    case 'saved':
      return menu('收藏', change.saved ? '收藏' : '取消收藏');
    case 'status':
      return menu('状态', statusLabel(change.status) ?? '去掉状态');
    case 'dismissed':
      return menu('不感兴趣', change.dismissed ? '不感兴趣' : '不再是不感兴趣');
    case 'seen':
      return menu('不感兴趣', '标为看过');
    case 'tag': {
      const field = bar(page).getByLabel('加标签');
      await field.fill(change.tag);
      return { change, press: () => field.press('Enter') };
    }
  }
}

/** A change of the selected papers, all at once; one that changes something, but for a tag that only others have. */
export async function markMany(
  page: Page,
  ids: readonly string[],
  known: MarksOf,
  count: number,
  upTo: UpTo,
  only: Kind | null = null,
): Promise<Write> {
  const changesOf = (change: MarkChange) => changesBy(known, ids, (before) => changed(before, change));
  const draw = (): MarkChange | null => {
    const kind = only ?? KINDS[upTo(KINDS.length)] ?? 'tag';
    if (kind === 'untag') return null;
    const change = drawChange(kind, count, upTo);
    return changesOf(change).size > 0 ? change : draw();
  };
  const hasTags = (await bar(page).getByRole('button', { name: '去标签', exact: true }).count()) > 0;
  const drawn = draw();
  const tagged: MarkChange = { kind: 'tag', tag: `批${count}`, on: true };
  const { change, press } =
    drawn === null && hasTags ? await untag(page, upTo) : await toPressed(page, drawn ?? tagged);
  const after = changesOf(change);
  const sentence = sentenceOf(change, after.size);
  const said = () => hears(page, sentence);
  return { kind: `many ${change.kind}`, after, press, said };
}

/** What takes back what was done to many papers last; `before` is how all papers were before that. */
export function undoMany(page: Page, done: MarksOf, before: MarksOf): Write {
  const after: MarksOf = new Map([...done.keys()].map((id) => [id, before.get(id) ?? BLANK]));
  const said = () => hears(page, `已撤销，${done.size} 篇恢复原样`);
  return { kind: 'undo', after, press: () => page.locator('button.undo').click(), said };
}

/** Renames, joins or deletes a tag on all papers that have it, in the table of all tags, which stands open. */
export async function changeTag(page: Page, known: MarksOf, count: number, upTo: UpTo): Promise<Write> {
  const dialog = page.getByRole('dialog');
  const names = await dialog.locator('li .name').allInnerTexts();
  const from = names[upTo(Math.min(names.length, 6))] ?? '';
  const others = names.filter((name) => name !== from);
  // One is left for the next change.
  const isDeleted = others.length > 0 && upTo(3) === 0;
  const to = isDeleted ? null : upTo(3) === 0 ? (others[upTo(others.length)] ?? `名${count}`) : `名${count}`;
  if (to !== null) {
    await dialog.getByRole('button', { name: `给标签“${from}”改名` }).click();
    await dialog.getByLabel(`“${from}”的新名字`).fill(to);
  }
  const press = () =>
    to === null
      ? dialog.getByRole('button', { name: `删除标签“${from}”` }).click()
      : dialog.getByLabel(`“${from}”的新名字`).press('Enter');
  const ids = [...known].filter(([, { tags }]) => tags.includes(from)).map(([id]) => id);
  const after = changesBy(known, ids, (before) => renamed(before, from, to));
  const told = to === null ? `已删除标签“${from}”` : `已把“${from}”`;
  const said = async () => {
    await dialog.getByText(told).waitFor();
    // The next one is chosen from the table as it is then.
    await dialog.getByRole('button', { name: `删除标签“${from}”` }).waitFor({ state: 'detached' });
  };
  return { kind: 'tag of all', after, press, said };
}
