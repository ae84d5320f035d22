// Completes dist/ as Trunk's last hook: moves files with a hash and the fonts to assets/, writes their names and the
// style sheet into the page, minifies scripts, and writes a .br and a .gz beside each compressible file. (Trunk's own
// minifier would also rewrite the page, and remove the placeholders that the backend fills in.)
//
// Trunk writes no start script: src/boot.js, which is inlined into the page, starts the app that build-app.mjs has
// built. src/proof.js, the worker that solves proof-of-work challenges, is bundled here with its library.
//
// src/service-worker.js gets the names of all files in assets/.
//
// embed/ contains the scripts that pages of other sites load, and the files that those fetch.

import { cp, mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { build } from 'esbuild';
import { minify } from 'terser';

import { likelyChunks, pagePatterns } from './likely-chunks.mjs';
import { compileLocales, numberTexts, writeOverlayTexts, writePortalTexts } from './locales.mjs';
import { nameByContent } from './names.mjs';
import { filled, finishedPage, sheetAddress } from './page.mjs';
import { slim } from './slim.mjs';

const stage = process.env.TRUNK_STAGING_DIR;
const assets = path.join(stage, 'assets');
const page = path.join(stage, 'index.html');
const fonts = JSON.parse(await readFile('target/style/fonts.json', 'utf8'));

await mkdir(assets, { recursive: true });
for (const entry of await readdir(stage)) {
  if (entry !== 'index.html' && entry !== 'assets') {
    await rename(path.join(stage, entry), path.join(assets, entry));
  }
}
for (const file of Object.values(fonts)) {
  await cp(path.join('target/style', file), path.join(assets, file));
}

compileLocales();
const app = JSON.parse(await readFile('target/app/names.json', 'utf8'));
const proof = path.join(assets, 'proof.js');
await build({ entryPoints: ['src/proof.js'], outfile: proof, bundle: true, minify: true });
const routes = await readFile('src/chunks.json', 'utf8');
const { size } = await stat(path.join(stage, app.wasm));
const boot = await minified('src/boot.js', {
  __PARVIS_APP__: JSON.stringify([app.script, app.wasm, size]),
  __PARVIS_CHUNKS__: likelyChunks(routes, app.chunks),
  __PARVIS_LANGUAGES__: JSON.stringify(await writePortalTexts(assets)),
  __PARVIS_PROOF__: await nameByContent(proof, 'proof'),
});
const html = await numberTexts(await readFile(page, 'utf8'));
const sheet = path.join(stage, sheetAddress(html));
await writeFile(page, finishedPage(html, fonts, boot, await readFile(sheet, 'utf8'), '/assets/'));
await unlink(sheet);

/** The path of a file that Trunk has written, with or without a hash in its name. */
async function built(name, suffix) {
  const pattern = new RegExp(`^${name}(-[0-9a-f]+)?${suffix}$`);
  const files = (await readdir(assets)).filter((file) => pattern.test(file));
  if (files.length !== 1) throw new Error(`${name}${suffix}: ${files.length} files instead of one`);
  return path.join(assets, files[0]);
}

/** Bundles a script for pages of other sites. */
async function bundle(entry, outfile, options) {
  const entryPoints = [`overlay/js/${entry}.js`];
  await build({ entryPoints, outfile, bundle: true, minify: true, target: 'es2022', ...options });
  const { code } = await minify(await readFile(outfile, 'utf8'), {
    module: options.format === 'esm',
    compress: { passes: 3 },
  });
  await writeFile(outfile, code);
}

async function minified(file, values) {
  return (await minify(filled(await readFile(file, 'utf8'), values, file))).code;
}

const embed = path.join(stage, 'embed');
await mkdir(embed, { recursive: true });
const [glue, wasm] = [await built('session', '.js'), await built('session', '_bg.wasm')];
await slim(glue, wasm);
const show = path.join(assets, 'show.js');
const texts = await writeOverlayTexts(embed);
await bundle('show', show, {
  format: 'esm',
  alias: { 'wasm-of-session': path.resolve(glue) },
  define: { __PARVIS_TEXTS__: JSON.stringify(texts.folder) },
});
await unlink(glue);
await bundle('frame-link', path.join(assets, 'frame-link.js'), { format: 'esm' });
await cp('target/style/session.css', path.join(assets, 'session.css'));
const panel = [];
for (const [file, name] of [
  [show, 'session'],
  [wasm, 'session'],
  [path.join(assets, 'session.css'), 'session'],
  [path.join(assets, 'frame-link.js'), 'frame-link'],
]) {
  panel.push(path.basename(await nameByContent(file, name, embed)));
}
for (const entry of ['session-details', 'bigbluebutton', 'frame']) {
  await bundle(entry, path.join(embed, `${entry}.js`), {
    format: 'iife',
    define: {
      __PARVIS_PANEL__: JSON.stringify(panel),
      __PARVIS_WINDOW__: JSON.stringify(texts.window),
    },
  });
}
await cp('overlay/js/bigbluebutton.json', path.join(embed, 'bigbluebutton.json'));
const frame = path.basename(await nameByContent(path.join(embed, 'frame.js'), 'frame'));
const frameHtml = await readFile('overlay/js/frame.html', 'utf8');
await writeFile(
  path.join(embed, 'session-details.html'),
  filled(frameHtml, { __PARVIS_FRAME__: frame }, 'overlay/js/frame.html'),
);

const worker = path.join(stage, 'service-worker.js');
await writeFile(
  worker,
  await minified('src/service-worker.js', {
    __PARVIS_FILES__: JSON.stringify((await readdir(assets)).map((file) => `/assets/${file}`)),
    __PARVIS_SCRIPT__: JSON.stringify(app.script),
    __PARVIS_PAGES__: pagePatterns(routes),
  }),
);
await compress(worker);

// The backend renders and compresses the page itself.
for (const folder of [assets, embed, path.join(embed, texts.folder)]) {
  for (const entry of await readdir(folder)) {
    if (/\.(css|js|wasm|svg|txt)$/.test(entry)) await compress(path.join(folder, entry));
  }
}

async function compress(file) {
  const content = await readFile(file);
  const quality = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, quality));
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
}
