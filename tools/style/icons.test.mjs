import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import postcss from 'postcss';

import { inlineIcons } from './icons.mjs';

let folder;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parvis-icons-'));
  await writeFile(path.join(folder, 'a.svg'), '<svg width="1">\n  <path fill="#000"/>\n</svg>\n');
});
after(() => rm(folder, { recursive: true }));

test('an icon stands in the sheet as a picture, whatever property names it', async () => {
  const root = postcss.parse('a { --sign: url("a.svg") } b { mask: url(a.svg) center }');
  await inlineIcons(root, folder);
  const picture = `url("data:image/svg+xml,%3Csvg width='1'%3E%3Cpath fill='%23000'/%3E%3C/svg%3E")`;
  assert.equal(root.toString(), `a { --sign: ${picture} } b { mask: ${picture} center }`);
});

test('an icon that the design system does not have ends the build', async () => {
  const root = postcss.parse('a { mask: url("none.svg") }');
  await assert.rejects(inlineIcons(root, folder), /none\.svg/);
});
