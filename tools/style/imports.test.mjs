import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { withImports } from './imports.mjs';

let folder;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parvis-imports-'));
  await mkdir(path.join(folder, 'ui'));
  await write('ui/button.css', 'b { c: d }');
  await write('base.css', 'a { b: c }');
});
after(() => rm(folder, { recursive: true }));

async function write(name, css) {
  await writeFile(path.join(folder, name), css);
  return path.join(folder, name);
}

test('a sheet is made of what it imports, in that order, and of itself', async () => {
  await write('ui/all.css', '@import "button.css";');
  const sheet = await write(
    'a.css',
    '/* All */\n@import "ui/all.css";\n@import "base.css";\na { b: c }',
  );
  const files = (await withImports(sheet)).map((file) => path.relative(folder, file));
  assert.deepEqual(files, ['ui/button.css', 'ui/all.css', 'base.css', 'a.css']);
});

test('an import that a browser would understand otherwise ends the build', async () => {
  for (const [css, message] of [
    ['@import "base.css" print;', /names a file of ours/],
    ['@import url("base.css");', /names a file of ours/],
    ['a { b: c }\n@import "base.css";', /before all rules/],
    ['@import "base.css";\n@import "base.css";', /twice/],
    ['@import "none.css";', /none\.css/],
  ]) {
    await assert.rejects(withImports(await write('a.css', css)), message, css);
  }
});
