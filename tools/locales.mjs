// The texts of each language, as browsers load them: what the crate `texts` makes of locales/.

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { sha256 } from './fingerprint.mjs';

const OUT = 'target/locales';

/** Compiles locales/. What is wrong with a text is reported with its name, and ends the build. */
export function compileLocales() {
  // Languages of another branch are none of these.
  rmSync(OUT, { recursive: true, force: true });
  const command = ['--package', 'parvis-texts', '--features', 'compile', '--bin', 'locales'];
  execFileSync('cargo', ['run', '--quiet', ...command, '--', OUT], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** The compiled files in a folder by language tag. The reference language comes first. */
async function filesIn(folder) {
  const tags = (await readdir(folder)).map((file) => path.basename(file, '.txt'));
  const files = {};
  for (const tag of tags.sort((one, other) => (other === 'fr') - (one === 'fr'))) {
    files[tag] = await readFile(path.join(folder, `${tag}.txt`), 'utf8');
  }
  return files;
}

/** Writes the files of each language into `folder`, from what was compiled. Answers their addresses by language
 * tag: of the first file, and of the further one, which only some pages need. */
export async function writePortalTexts(folder, compiled = OUT) {
  const addresses = {};
  const further = await filesIn(path.join(compiled, 'portal-further'));
  for (const [tag, first] of Object.entries(await filesIn(path.join(compiled, 'portal')))) {
    addresses[tag] = [
      await writeNamed(folder, tag, first),
      await writeNamed(folder, `${tag}-further`, further[tag]),
    ];
  }
  return addresses;
}

/** Writes a file whose name has the hash of its content. Answers its address. */
async function writeNamed(folder, stem, text) {
  const name = `${stem}-${sha256(text).slice(0, 12)}.txt`;
  await writeFile(path.join(folder, name), text);
  return `/${path.basename(folder)}/${name}`;
}

/** Writes the files of all languages into a folder in `folder` that is named by their content: a script then
 * knows all of them by one name. Answers that folder's name, and by language the lines of the window. */
export async function writeOverlayTexts(folder) {
  const all = {};
  for (const [tag, text] of Object.entries(await filesIn(path.join(OUT, 'overlay')))) {
    // The lines for the script that loads the wasm, and those for the wasm.
    const [start, rest] = text.split('\n\n');
    all[tag] = { start: start.split('\n'), rest };
  }
  const name = `texts-${sha256(JSON.stringify(all)).slice(0, 12)}`;
  await mkdir(path.join(folder, name), { recursive: true });
  for (const [tag, { rest }] of Object.entries(all)) {
    await writeFile(path.join(folder, name, `${tag}.txt`), rest);
  }
  const window = Object.entries(all).map(([tag, { start }]) => [tag, start]);
  return { folder: name, window: Object.fromEntries(window) };
}

/** A page whose `data-text` attributes name texts of `start`, with the number of each text's line in their place:
 * the start script counts. */
export async function numberTexts(html) {
  const source = await readFile('locales/fr/start.ftl', 'utf8');
  const names = [...source.matchAll(/^([a-z-]+) =/gm)].map(([, name]) => name);
  return html.replaceAll(/data-text="([^"]*)"/g, (_, name) => {
    if (!names.includes(name)) throw new Error(`index.html: locales/fr/start.ftl has no "${name}"`);
    return `data-text="${names.indexOf(name)}"`;
  });
}
