import type { Tree, TreeElement } from './tree';

/**
 * Builds a tree from openings and closings. What would lie deeper than `deepest`, and a link inside a link, is kept but gets
 * no element of its own. Neighbouring strings are joined, and the only paragraph of a list item is taken out of its `p`.
 */
export class TreeBuilder {
  readonly #root: TreeElement = ['', null];
  readonly #open: (TreeElement | null)[] = [];
  #current: TreeElement = this.#root;
  readonly #parents: TreeElement[] = [];
  #links = 0;
  readonly #deepest: number;

  constructor(deepest: number) {
    this.#deepest = deepest;
  }

  get isInLink(): boolean {
    return this.#links > 0;
  }

  open(tag: string, attributes: Record<string, string> | null): void {
    if (this.#parents.length >= this.#deepest) {
      this.#open.push(null);
      return;
    }
    const element: TreeElement = [tag, attributes];
    this.#open.push(element);
    this.#parents.push(this.#current);
    this.#current.push(element);
    this.#current = element;
  }

  /** Opens a link, or nothing visible when it may not be one. */
  openLink(href: string | null): void {
    if (href === null || this.isInLink) {
      this.#open.push(null);
      return;
    }
    this.open('a', { href });
    if (this.#open.at(-1)) this.#links += 1;
  }

  close(): void {
    const element = this.#open.pop();
    if (!element) return;
    this.#current = this.#parents.pop() ?? this.#root;
    if (element[0] === 'a') this.#links -= 1;
    if (element[0] === 'li') unwrapOnlyParagraph(element);
  }

  add(tree: Tree): void {
    if (tree === '') return;
    const last = this.#current.length - 1;
    const before = this.#current[last];
    if (typeof tree === 'string' && last >= 2 && typeof before === 'string') this.#current[last] = before + tree;
    else this.#current.push(tree);
  }

  finish(): Tree[] {
    const [, , ...trees] = this.#root;
    return trees;
  }
}

function unwrapOnlyParagraph(item: TreeElement): void {
  const [, , ...children] = item;
  const paragraphs = children.filter((child) => child[0] === 'p' && typeof child !== 'string');
  const first = children[0];
  if (paragraphs.length !== 1 || typeof first !== 'object' || first[0] !== 'p') return;
  const [, , ...inner] = first;
  const [, , , ...rest] = item;
  item.length = 2;
  for (const tree of [...inner, ...rest]) item.push(tree);
}
