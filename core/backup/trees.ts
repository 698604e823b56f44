import * as z from 'zod/mini';
import { ALLOWED, MAX_DEPTH, safeHref } from '../render/allowed';
import type { Tree } from '../render/tree';

function isAttribute(tag: string, name: string, value: unknown): boolean {
  if (typeof value !== 'string' || !ALLOWED.get(tag)?.includes(name)) return false;
  return name !== 'href' || safeHref(value) !== null;
}

/** Rendered text from outside: it may hold nothing that our own renderer would not have written. */
function isTree(value: unknown, depth = 0): value is Tree {
  if (typeof value === 'string') return true;
  // The renderer's depth counts from where a text begins; around a formula there is a level more.
  if (!Array.isArray(value) || depth > 2 * MAX_DEPTH) return false;
  const [tag, attributes, ...children] = value as unknown[]; // as: an array of whatever
  if (typeof tag !== 'string' || !ALLOWED.has(tag)) return false;
  if (attributes !== null && typeof attributes !== 'object') return false;
  return (
    Object.entries(attributes ?? {}).every(([name, given]) => isAttribute(tag, name, given)) &&
    children.every((child) => isTree(child, depth + 1))
  );
}

export const treesSchema = z.array(z.custom<Tree>((value) => isTree(value)));
