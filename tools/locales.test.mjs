import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { numberTexts } from './locales.mjs';

test('a text of the start page is found by its line in every language', async () => {
  const numbered = await numberTexts('<p data-text="loading"></p><b data-text="retry"></b>');
  assert.equal(numbered, '<p data-text="0"></p><b data-text="4"></b>');
});

test('a text that is not there ends the build', async () => {
  await assert.rejects(numberTexts('<p data-text="nothing"></p>'), /start.ftl has no "nothing"/);
});

test('each text of the start page stands in the page', async () => {
  const page = await numberTexts(await readFile('index.html', 'utf8'));
  const lines = [...page.matchAll(/data-text="(\d+)"/g)].map(([, line]) => Number(line));
  assert.deepEqual(lines.sort(), [0, 1, 2, 3, 4]);
});
