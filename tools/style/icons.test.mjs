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
  const icon = (content) => `<svg viewBox="0 0 24 24">${content}</svg>`;
  await writeFile(path.join(folder, 'path.svg'), icon('<path d="M1 2h3z"/>'));
  await writeFile(path.join(folder, 'two.svg'), icon('<path d="M1 2z"/><path d="M3 4z"/>'));
  await writeFile(path.join(folder, 'odd.svg'), icon('<path d="M1 2z" fill-rule="evenodd"/>'));
});
after(() => rm(folder, { recursive: true }));

test('an icon stands in the sheet as a picture, whatever property names it', async () => {
  const root = postcss.parse('a { --sign: url("a.svg") } b { mask: url(a.svg) center }');
  await inlineIcons(root, folder);
  const picture = `url("data:image/svg+xml,%3Csvg width='1'%3E%3Cpath fill='%23000'/%3E%3C/svg%3E")`;
  assert.equal(root.toString(), `a { --sign: ${picture} } b { mask: ${picture} center }`);
});

test('an icon stands in the sheet as its path where a path is asked for', async () => {
  const root = postcss.parse('a { --sign: path("path.svg") }');
  await inlineIcons(root, folder);
  assert.equal(root.toString(), 'a { --sign: path("M1 2h3z") }');
});

test('an icon that is more than a path cannot be a path', async () => {
  for (const icon of ['a.svg', 'two.svg', 'odd.svg']) {
    const root = postcss.parse(`a { --sign: path("${icon}") }`);
    await assert.rejects(inlineIcons(root, folder), new RegExp(icon));
  }
});

test('an icon that the design system does not have ends the build', async () => {
  const root = postcss.parse('a { mask: url("none.svg") }');
  await assert.rejects(inlineIcons(root, folder), /none\.svg/);
});
