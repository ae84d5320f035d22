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

/** The lines of a program by language tag: `start`, for the script that loads the wasm, and `rest`, for the
 * wasm. The reference language comes first. */
export async function linesOf(program) {
  const folder = path.join(OUT, program);
  const tags = (await readdir(folder)).map((file) => path.basename(file, '.txt'));
  const all = {};
  for (const tag of tags.sort((one, other) => (other === 'fr') - (one === 'fr'))) {
    const [start, rest] = (await readFile(path.join(folder, `${tag}.txt`), 'utf8')).split('\n\n');
    all[tag] = { start: start.split('\n'), rest };
  }
  return all;
}

/** Writes the file of each language into `folder`. Answers their addresses by language tag. */
export async function writePortalTexts(folder) {
  const addresses = {};
  for (const [tag, { start, rest }] of Object.entries(await linesOf('portal'))) {
    const text = `${start.join('\n')}\n\n${rest}`;
    const name = `${tag}-${sha256(text).slice(0, 12)}.txt`;
    await writeFile(path.join(folder, name), text);
    addresses[tag] = `/${path.basename(folder)}/${name}`;
  }
  return addresses;
}

/** Writes the files of all languages into a folder in `folder` that is named by their content: a script then
 * knows all of them by one name. Answers that folder's name, and by language the lines of the window. */
export async function writeOverlayTexts(folder) {
  const all = await linesOf('overlay');
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
