// Lists the sizes in a wasm by crate and by function. Use it before wasm-opt removes the names.
// usage: node tools/size.mjs FILE.wasm [how many functions to list]

import { readFileSync } from 'node:fs';

import { functionNames, functionsOf, SECTION, sectionsOf } from './wasm.mjs';

const [file, most = '40'] = process.argv.slice(2);
const bytes = readFileSync(file);
const sections = sectionsOf(bytes);
const { bodies } = functionsOf(bytes, sections);
const names = functionNames(bytes, sections);

function sizeOfSection(id) {
  const section = sections.find((each) => each.id === id);
  return section ? section.end - section.start : 0;
}

/** A demangled symbol (both manglings of Rust), without hashes. */
function demangle(symbol) {
  const legacy = /^_ZN(.*)E$/.exec(symbol)?.[1];
  if (!legacy) return symbol.replace(/^_RN\w*?(?=\d)/, '');
  const parts = [];
  for (let rest = legacy; rest; ) {
    const length = /^\d+/.exec(rest)?.[0];
    if (!length) break;
    parts.push(rest.slice(length.length, length.length + Number(length)));
    rest = rest.slice(length.length + Number(length));
  }
  const escapes = { LT: '<', GT: '>', RF: '&', BP: '*', u20: ' ', u7b: '{', u7d: '}', C: ',' };
  return parts
    .filter((part) => !/^h[0-9a-f]{16}$/.test(part))
    .join('::')
    .replace(/\$(LT|GT|RF|BP|u20|u7b|u7d|C)\$/g, (_, code) => escapes[code])
    .replace(/\$u(\w\w)\$/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('..', '::')
    .replace(/^_</, '<');
}

const functions = bodies.map(({ index, start, end }) => ({
  size: end - start,
  name: demangle(names.get(index) ?? 'unnamed'),
}));

/** Sums sizes by `key(name)`, the largest first. */
function total(key) {
  const totals = new Map();
  for (const { size, name } of functions) {
    const { size: sum = 0, count = 0 } = totals.get(key(name)) ?? {};
    totals.set(key(name), { size: sum + size, count: count + 1 });
  }
  return [...totals].sort((one, other) => other[1].size - one[1].size);
}

const crates = total((name) => /(?:^|[<& ])([a-z_][a-z0-9_]*)::/.exec(name)?.[1] ?? 'others');
const families = total((name) => name);

const line = ({ size, count }, name) =>
  `${String(size).padStart(9)} ${String(count).padStart(6)}  ${name}`;
const out = [
  `${file}: ${bytes.length} bytes, code ${sizeOfSection(SECTION.code)}, data ${sizeOfSection(SECTION.data)}`,
  '',
  '    bytes functions of the crate',
  ...crates.slice(0, 20).map(([name, sum]) => line(sum, name)),
  '',
  '    bytes copies of the function',
  ...families.slice(0, Number(most)).map(([name, sum]) => line(sum, name)),
];
process.stdout.write(`${out.join('\n')}\n`);
