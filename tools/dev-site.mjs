// Writes the input of Trunk for `make dev` into target/dev/: the app's page, rendered as a backend does, with a
// plain build of the app, and a configuration that proxies everything else to the backend.
// usage: node tools/dev-site.mjs config PORT BACKEND_PORT, then, before each build,
//        node tools/dev-site.mjs page

import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { build } from 'esbuild';

import { compileLocales, numberTexts, writePortalTexts } from './locales.mjs';
import { filled } from './page.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
process.chdir(ROOT);
const OUT = 'target/dev';
const STYLE = 'target/dev-style';
/** The folder of the languages' texts in it. */
const TEXTS = 'texts';
/** Changes in these files rebuild the app. */
const WATCHED = ['src', 'contract/src', 'ui/src', 'locales', 'style', 'index.html'];
/** Addresses that are proxied to the backend. */
const BACKENDS = ['/api', '/auth', '/readyz'];
/** Defaults of the values in the page, by the names of the backend's settings. */
const SHOWN = {
  API: '',
  SERVICE_NAME: 'Parvis',
  TAGLINE: '',
  THEME: 'state',
  MARK: 'Parvis',
  LOGO: '',
};

const [what, ...given] = process.argv.slice(2);
await mkdir(OUT, { recursive: true });
if (what === 'config') await writeConfig(...given);
await writePage();

async function writeConfig(port, backendPort) {
  const watched = WATCHED.filter(existsSync).map((entry) => path.resolve(entry));
  const proxy = (prefix) => `
[[proxy]]
backend = "http://127.0.0.1:${backendPort}${prefix}"
no_redirect = true
no_system_proxy = true
`;
  const hook = (script, argument) => `
[[hooks]]
stage = "pre_build"
command = "node"
command_arguments = ["${path.resolve(script)}", "${argument}"]
`;
  await writeFile(
    `${OUT}/Trunk.toml`,
    `[build]
target = "index.html"
dist = "dist"
public_url = "/"
cargo_profile = "wasm-dev"
offline = true
filehash = false
inject_scripts = false
no_sri = true

[watch]
watch = ${JSON.stringify(watched)}

[serve]
addresses = ["127.0.0.1"]
port = ${port}
disable_csp = true
${hook('tools/build-style.mjs', 'dev')}${hook('tools/dev-site.mjs', 'page')}${BACKENDS.map(proxy).join('')}`,
  );
}

/** Writes the page of the release build with Trunk's links, the start script (without chunks, as a plain build has
 * none) and the instance's names. The service worker is one that removes that of `make run`, which would answer for
 * this build on the same port. */
async function writePage() {
  const [entry, outfile] = [path.resolve('src/proof.js'), path.resolve(OUT, 'proof.js')];
  await build({ entryPoints: [entry], outfile, bundle: true });
  compileLocales();
  await mkdir(path.join(OUT, TEXTS), { recursive: true });
  const languages = await writePortalTexts(path.join(OUT, TEXTS));
  await copyFile('deploy/remove-service-worker.js', path.join(OUT, 'service-worker.js'));
  const values = {
    // Nothing is preloaded.
    __PARVIS_APP__: '["/parvis.js", "/parvis_bg.wasm", 0]',
    __PARVIS_CHUNKS__: '[]',
    __PARVIS_LANGUAGES__: JSON.stringify(languages),
    __PARVIS_PROOF__: '/proof.js',
  };
  const boot = filled(await readFile('src/boot.js', 'utf8'), values, 'src/boot.js');
  const links = [
    `<link data-trunk rel="css" href="../dev-style/parvis.css">`,
    ...(await fonts()).map((file) => `<link data-trunk rel="copy-file" href="${file}">`),
    '<link data-trunk rel="copy-file" href="proof.js">',
    '<link data-trunk rel="copy-file" href="service-worker.js">',
    `<link data-trunk rel="copy-dir" href="${TEXTS}">`,
    '<link data-trunk rel="rust" href="../../Cargo.toml" data-bin="parvis" data-wasm-opt="0">',
  ];
  let html = (await numberTexts(await readFile('index.html', 'utf8')))
    .replaceAll(/\s*<link data-trunk [^>]*>/g, '')
    .replaceAll(/<!-- parvis:state -->[\s\S]*<!-- \/parvis:state -->/g, '')
    .replaceAll(/<!-- parvis:(logo|stylesheet) -->.*<!-- \/parvis:\1 -->/g, '')
    .replace('__PARVIS_BOOT__', () => boot)
    .replace('</head>', `${links.join('\n')}\n</head>`);
  const mark = process.env.PARVIS_MARK ?? SHOWN.MARK;
  html = html.replace('<!-- parvis:mark -->', () => mark.split('|').map(escaped).join('<br>'));
  for (const [name, otherwise] of Object.entries(SHOWN)) {
    html = html.replaceAll(`__PARVIS_${name}__`, () =>
      escaped(process.env[`PARVIS_${name}`] ?? otherwise),
    );
  }
  await writeFile(`${OUT}/index.html`, html);
}

/** The fonts that build-style.mjs has written: it runs before the first build, and the page is written before each
 * build. */
async function fonts() {
  const files = existsSync(STYLE) ? await readdir(STYLE) : [];
  return files.filter((file) => file.endsWith('.woff2')).map((file) => `../dev-style/${file}`);
}

function escaped(text) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (character) => entities[character]);
}
