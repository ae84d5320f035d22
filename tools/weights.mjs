// Lists the sizes of the built app's files, compressed with Brotli as they are sent.

import { readFileSync, statSync } from 'node:fs';

const { script, wasm, chunks } = JSON.parse(readFileSync('target/app/names.json', 'utf8'));
const weight = (file) => statSync(`dist${file}.br`).size;
const sum = (files) => files.reduce((total, file) => total + weight(file), 0);

const rows = [
  ['main wasm', [wasm]],
  ['main script', [script]],
  ...Object.entries(chunks).map(([name, files]) => [`chunk ${name}`, files]),
];
for (const [name, files] of rows) {
  const parts = files.length > 1 ? `  (${files.map((file) => weight(file)).join(' + ')})` : '';
  process.stdout.write(`${String(sum(files)).padStart(9)}  ${name}${parts}\n`);
}
