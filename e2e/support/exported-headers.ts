// The headers for the exported site, read from its `_headers` file for CDNs.

import { readFileSync } from 'node:fs';

interface Rule {
  paths: RegExp;
  /** Names with their values; a name without a value removes the header that earlier rules set. */
  lines: [name: string, value: string | undefined][];
}

function rulesOf(text: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of text.split('\n').filter((line) => line.trim())) {
    if (!line.startsWith(' ')) {
      const escaped = line.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
      rules.push({ paths: new RegExp(`^${escaped}$`), lines: [] });
      continue;
    }
    const [, removed] = /^\s*! (.+)$/.exec(line) ?? [];
    const [, name = '', value] = /^\s*([\w-]+): (.*)$/.exec(line) ?? [];
    rules.at(-1)?.lines.push(removed ? [removed, undefined] : [name, value]);
  }
  return rules;
}

/** The headers of a path: all matching rules apply in their order, as in Cloudflare Pages. */
export function exportedHeaders(file: string): (path: string) => Record<string, string> {
  const rules = rulesOf(readFileSync(file, 'utf8'));
  return (path) => {
    const headers = new Map<string, string>();
    for (const { paths, lines } of rules) {
      if (!paths.test(path)) continue;
      for (const [name, value] of lines) {
        const before = headers.get(name);
        if (value === undefined) headers.delete(name);
        else headers.set(name, before === undefined ? value : `${before}, ${value}`);
      }
    }
    return Object.fromEntries(headers);
  };
}
