// Trunk's last step: everything that bears a hash goes under assets/, the fonts join it, the page
// learns their names, scripts are minified, and each compressible file gets its .br and .gz beside
// it. (Trunk's own minifier also rewrites the page, and with it what the backend has to fill in.)

import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { minify } from 'terser';

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
let html = await readFile(page, 'utf8');
for (const [name, file] of Object.entries(fonts)) {
  await cp(path.join('target/style', file), path.join(assets, file));
  html = html.replace(`href="${name}"`, `href="/assets/${file}"`);
}
await writeFile(page, html);

for (const entry of await readdir(assets)) {
  if (entry.endsWith('.js')) {
    const file = path.join(assets, entry);
    const { code } = await minify(await readFile(file, 'utf8'), { module: true });
    await writeFile(file, code);
  }
}

// The page itself is rendered, and compressed, by the backend.
for (const entry of await readdir(assets)) {
  if (/\.(css|js|wasm|svg)$/.test(entry)) {
    await compress(path.join(assets, entry));
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
