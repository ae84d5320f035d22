import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { likelyChunks, pagePatterns } from './likely-chunks.mjs';

const ROOM = '0199b3a0-0000-7000-8000-000000000001';
const FILES = {
  rooms: ['/assets/rooms-1.wasm'],
  form: ['/assets/shared-2.wasm', '/assets/form-3.wasm'],
};

/** The value that src/boot.js gets: the generated code, evaluated. */
function routes(list, files = FILES) {
  return new Function(`return ${likelyChunks(JSON.stringify(list), files)}`)();
}

test('a route asks for the files of its chunks, each once', () => {
  const files = { ...FILES, rooms: ['/assets/shared-2.wasm', '/assets/rooms-1.wasm'] };
  const [[, , needed]] = routes([{ path: '/', chunks: ['rooms', 'form'] }], files);
  assert.deepEqual(needed, [
    '/assets/shared-2.wasm',
    '/assets/rooms-1.wasm',
    '/assets/form-3.wasm',
  ]);
});

test('a route says whether it is for those who are signed in', () => {
  const kinds = [{ signed_in: true }, { signed_in: false }, {}].map((kind) => {
    return { path: '/', chunks: ['rooms'], ...kind };
  });
  assert.deepEqual(
    routes(kinds).map(([, signedIn]) => signedIn),
    [true, false, undefined],
  );
});

test('a route says whether it needs the further texts', () => {
  const kinds = [{ further_texts: true }, {}].map((kind) => {
    return { path: '/', chunks: ['rooms'], ...kind };
  });
  assert.deepEqual(
    routes(kinds).map(([, , , furtherTexts]) => furtherTexts),
    [true, undefined],
  );
});

test('the home page is the root alone', () => {
  const [[pattern]] = routes([{ path: '/', chunks: ['rooms'] }]);
  assert.match('/', pattern);
  assert.doesNotMatch('/salles', pattern);
});

test('a room is an identifier, with or without a slash behind the address', () => {
  const [[pattern]] = routes([{ path: '/salles/:room/modifier', chunks: ['form'] }]);
  assert.match(`/salles/${ROOM}/modifier`, pattern);
  assert.match(`/salles/${ROOM.toUpperCase()}/modifier/`, pattern);
  assert.doesNotMatch('/salles/nouvelle/modifier', pattern);
  assert.doesNotMatch(`/salles/${ROOM}/modifier/plus`, pattern);
  assert.doesNotMatch(`/autres/salles/${ROOM}/modifier`, pattern);
});

test('another parameter is any one segment', () => {
  const [[pattern]] = routes([{ path: '/attente/:ticket', chunks: ['rooms'] }]);
  assert.match('/attente/Ab.c-d_e', pattern);
  assert.doesNotMatch('/attente/', pattern);
  assert.doesNotMatch('/attente/a/b', pattern);
});

test('a chunk that was not built, and what is no path, end the build', () => {
  assert.throws(() => routes([{ path: '/', chunks: ['gone'] }]), /no chunk "gone"/);
  assert.throws(() => routes([{ path: '/a.b', chunks: [] }]), /is no path/);
});

test('the table of the repository is written as this reads it', async () => {
  const table = await readFile('src/chunks.json', 'utf8');
  const names = JSON.parse(table).flatMap(({ chunks }) => chunks);
  const files = Object.fromEntries(names.map((name) => [name, [`/assets/${name}.wasm`]]));
  assert.equal(routes(JSON.parse(table), files).length, JSON.parse(table).length);
});

test('the addresses of all pages are matched, each once, and no other', () => {
  const paths = ['/', '/', '/salles/:room/inviter', '/attente/:ticket'];
  const list = paths.map((path) => ({ path, chunks: [] }));
  const patterns = new Function(`return ${pagePatterns(JSON.stringify(list))}`)();
  assert.equal(patterns.length, 3);
  const matches = (path) => patterns.some((pattern) => pattern.test(path));
  for (const path of ['/', `/salles/${ROOM}/inviter`, '/attente/abc/']) assert.ok(matches(path));
  for (const path of ['/auth/sign-in', '/api/v1/rooms', '/attente/', '/salles/1/inviter']) {
    assert.ok(!matches(path), path);
  }
});
