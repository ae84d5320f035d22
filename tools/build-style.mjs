// Builds target/style/: the style sheets of the app and of the session's details, each reduced to the rules in
// use, and the fonts, reduced to the characters that French and English need. Does nothing when its inputs have
// not changed.
// usage: node tools/build-style.mjs [dev]
// With `dev` the sheets keep all rules and are written to target/dev-style/, as the views change.

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { fingerprint, isUpToDate } from './fingerprint.mjs';
import { DESIGN_SYSTEM, licenceNotice } from './style/design-system.mjs';
import { FONT_FILES, writeFonts } from './style/fonts.mjs';
import { minified, purge } from './style/purge.mjs';
import { joined, sheets } from './style/sheets.mjs';

const DEV = process.argv[2] === 'dev';
const OUT = DEV ? 'target/dev-style' : 'target/style';
process.chdir(path.join(import.meta.dirname, '..'));

const all = await sheets();
const stamp = await fingerprint([
  ...all.flatMap(({ files, sources }) => [...files, ...(DEV ? [] : sources)]),
  ...FONT_FILES,
  ...(await tools()),
  'package-lock.json',
]);
if (!(await isUpToDate(`${OUT}/stamp`, stamp))) {
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const fonts = await writeFonts(OUT);
  await writeFile(`${OUT}/fonts.json`, JSON.stringify(fonts));
  for (const sheet of all) await writeFile(`${OUT}/${sheet.name}`, await built(sheet, fonts));
  await writeFile(`${OUT}/stamp`, stamp);
}

async function built(sheet, fonts) {
  const whole = await joined(sheet, fonts);
  if (DEV) return whole;
  const short = minified(await purge(whole, sheet.sources), sheet.name);
  const notice = sheet.files.includes(DESIGN_SYSTEM[0]) ? `${await licenceNotice()}\n` : '';
  return notice + short;
}

/** The scripts of this build, whose changes make a new build. */
async function tools() {
  const files = (await readdir('tools/style')).filter((file) => !file.endsWith('.test.mjs'));
  return ['tools/build-style.mjs', ...files.sort().map((file) => `tools/style/${file}`)];
}
