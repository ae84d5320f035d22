// Lists the sizes in a wasm by crate and by function. Use it before wasm-opt removes the names.
// usage: node tools/size.mjs FILE.wasm [how many functions to list]

import { readFileSync } from 'node:fs';

const [file, most = '40'] = process.argv.slice(2);
const bytes = readFileSync(file);
let at = 8; // after the magic number and the version

function leb() {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
}

function text() {
  const length = leb();
  at += length;
  return bytes.toString('utf8', at - length, at);
}

const sizes = [];
const names = new Map();
const sections = {};
let imported = 0;
while (at < bytes.length) {
  const id = bytes[at++];
  const end = leb() + at;
  sections[id] = (sections[id] ?? 0) + end - at;
  if (id === 2) imports();
  else if (id === 10) code();
  else if (id === 0) custom(end);
  at = end;
}

/** Counts imported functions: they come first in the numbering. */
function imports() {
  for (let left = leb(); left > 0; left--) {
    text();
    text();
    const kind = bytes[at++];
    if (kind === 0) {
      leb();
      imported += 1;
    } else if (kind === 1) {
      at += 1;
      limits();
    } else if (kind === 2) limits();
    else at += 2;
  }
}

function limits() {
  const bounded = bytes[at++] & 1;
  leb();
  if (bounded) leb();
}

function code() {
  for (let left = leb(); left > 0; left--) {
    const size = leb();
    sizes.push(size);
    at += size;
  }
}

function custom(end) {
  if (text() !== 'name') return;
  while (at < end) {
    const id = bytes[at++];
    const next = leb() + at;
    if (id === 1) for (let left = leb(); left > 0; left--) names.set(leb(), text());
    at = next;
  }
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

const functions = sizes.map((size, index) => ({
  size,
  name: demangle(names.get(index + imported) ?? 'unnamed'),
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
  `${file}: ${bytes.length} bytes, code ${sections[10]}, data ${sections[11] ?? 0}`,
  '',
  '    bytes functions of the crate',
  ...crates.slice(0, 20).map(([name, sum]) => line(sum, name)),
  '',
  '    bytes copies of the function',
  ...families.slice(0, Number(most)).map(([name, sum]) => line(sum, name)),
];
process.stdout.write(`${out.join('\n')}\n`);
