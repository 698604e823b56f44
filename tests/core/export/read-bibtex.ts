/** An entry as `readBibtex` finds it; field names in lower case, values without their outer braces. */
export interface Entry {
  type: string;
  key: string;
  fields: Record<string, string>;
}

/**
 * A small and strict BibTeX reader: braces only, counted as bibtex counts them (a backslash does not hide one), nothing
 * between entries, no field twice. Throws at the first thing it does not know.
 */
export function readBibtex(text: string): Entry[] {
  let at = 0;
  const take = (pattern: RegExp): string => {
    const found = new RegExp(pattern.source, `${pattern.flags}y`);
    found.lastIndex = at;
    const match = found.exec(text)?.[0];
    if (match === undefined) throw new Error(`${pattern} expected at ${at}: ${text.slice(at, at + 40)}`);
    at += match.length;
    return match;
  };
  const takeBraced = (): string => {
    const start = at;
    let depth = 0;
    do {
      if (text[at] === '{') depth++;
      else if (text[at] === '}') depth--;
      else if (at >= text.length) throw new Error(`field from ${start} never ends`);
      at++;
    } while (depth > 0);
    return text.slice(start + 1, at - 1);
  };

  const entries: Entry[] = [];
  while (take(/\s*/) !== undefined && at < text.length) {
    const type = take(/@[a-z]+/).slice(1);
    take(/\{/);
    const key = take(/[!-~]+?(?=,)/);
    if (/[\s"#%'(),={}\\~]/.test(key)) throw new Error(`not a key: ${key}`);
    const fields: Record<string, string> = {};
    while (take(/,\s*|\s*(?=\})/).startsWith(',')) {
      const name = take(/[A-Za-z]+/).toLowerCase();
      if (name in fields) throw new Error(`${name} twice in ${key}`);
      take(/ = (?=\{)/);
      fields[name] = takeBraced();
    }
    take(/\}\n/);
    entries.push({ type, key, fields });
  }
  return entries;
}

/** Parts of a list of names, cut at `and` outside braces. */
export function splitNames(list: string): string[] {
  const names = [''];
  let depth = 0;
  for (const word of list.split(/(\s+)/)) {
    if (depth === 0 && word.toLowerCase() === 'and') names.push('');
    else names.push(`${names.pop()}${word}`);
    for (const letter of word) depth += letter === '{' ? 1 : letter === '}' ? -1 : 0;
  }
  return names.map((name) => name.trim());
}
