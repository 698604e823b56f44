/**
 * Rendered text as plain data: what crosses from the background to a page, which turns it into nodes without a parser.
 * A string is a text node; an element is `[tag, attributes or null, ...children]`. Only tags and attributes of
 * `core/render/allowed.ts` ever occur.
 */
export type Tree = string | TreeElement;
export type TreeElement = [tag: string, attributes: Record<string, string> | null, ...children: Tree[]];
