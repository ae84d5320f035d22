import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { fingerprint, isUpToDate } from './fingerprint.mjs';
import { nameByContent } from './names.mjs';

let folder;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parvis-names-'));
});
after(() => rm(folder, { recursive: true }));

async function file(name, content) {
  const place = path.join(folder, name);
  await writeFile(place, content);
  return place;
}

test('a file bears the hash of its content, and is answered by its address', async () => {
  const given = await file('show.js', 'one');
  const address = await nameByContent(given, 'session');
  assert.match(address, new RegExp(`^/${path.basename(folder)}/session-[0-9a-f]{12}\\.js$`));
  assert.equal(await readFile(path.join(folder, path.basename(address)), 'utf8'), 'one');
  assert.equal(existsSync(given), false);
});

test('the same content has the same name, another content another', async () => {
  const names = [];
  for (const content of ['one', 'one', 'two']) {
    names.push(await nameByContent(await file('a.css', content), 'a'));
  }
  assert.equal(names[0], names[1]);
  assert.notEqual(names[0], names[2]);
});

test('inputs are the same as long as no name, no content and no other value changes', async () => {
  const [one, two] = [await file('one', 'a'), await file('two', 'b')];
  const stamp = await fingerprint([one, two], '1');
  assert.equal(await fingerprint([one, two], '1'), stamp);
  assert.notEqual(await fingerprint([two, one], '1'), stamp);
  assert.notEqual(await fingerprint([one, two], '2'), stamp);
  await writeFile(two, 'c');
  assert.notEqual(await fingerprint([one, two], '1'), stamp);
});

test('what was never built is not up to date', async () => {
  assert.equal(await isUpToDate(path.join(folder, 'none'), 'x'), false);
  assert.equal(await isUpToDate(await file('stamp', 'x'), 'x'), true);
  assert.equal(await isUpToDate(await file('stamp', 'y'), 'x'), false);
});
