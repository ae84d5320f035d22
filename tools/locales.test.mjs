import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { numberTexts, writePortalTexts } from './locales.mjs';

test('a language has a first and a further file, named by their contents, French first', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'parvis-locales-'));
  t.after(() => rm(folder, { recursive: true }));
  const files = {
    'portal/de.txt': 'Laden\n\nRaum',
    'portal/fr.txt': 'Chargement\n\nSalle',
    'portal-further/de.txt': '\n\nSenden',
    'portal-further/fr.txt': '\n\nEnvoyer',
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  const assets = path.join(folder, 'assets');
  await mkdir(assets);
  const addresses = await writePortalTexts(assets, folder);
  assert.deepEqual(Object.keys(addresses), ['fr', 'de']);
  const [first, further] = addresses.de;
  assert.match(first, /^\/assets\/de-[0-9a-f]{12}\.txt$/);
  assert.match(further, /^\/assets\/de-further-[0-9a-f]{12}\.txt$/);
  assert.equal(await readFile(path.join(folder, first), 'utf8'), files['portal/de.txt']);
  assert.equal(await readFile(path.join(folder, further), 'utf8'), files['portal-further/de.txt']);
  await writeFile(path.join(folder, 'portal-further/de.txt'), '\n\nAbsenden');
  const changed = (await writePortalTexts(assets, folder)).de;
  assert.equal(changed[0], first);
  assert.notEqual(changed[1], further);
});

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
