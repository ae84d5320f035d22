// The sizes of the files that a page of another site loads.

import type { APIRequestContext } from '@playwright/test';
import { portal } from './addresses.ts';

/** Bytes on the wire, compressed, without headers. */
export interface Embedded {
  /** The script that every page with the element loads. */
  stub: number;
  /** The script of the plug-in, which every conference page loads. */
  plugin: number;
  /** The files that are fetched when somebody is about to open the details. */
  open: { script: number; wasm: number; style: number; texts: number; all: number };
}

/** Measures what the server sends to a browser that accepts brotli. */
export async function weighEmbedded(request: APIRequestContext): Promise<Embedded> {
  const get = (file: string) =>
    request.get(`${portal}/embed/${file}`, { headers: { 'accept-encoding': 'br' } });
  const size = async (file: string) => {
    const answer = await get(file);
    if (answer.headers()['content-encoding'] !== 'br') throw new Error(`${file}: not compressed`);
    return Number(answer.headers()['content-length']);
  };
  const nameIn = async (file: string, pattern: RegExp) => {
    const [name] = (await (await get(file)).text()).match(pattern) ?? [];
    if (name === undefined) throw new Error(`${file} names no ${pattern}`);
    return name;
  };
  const named = (ending: string) =>
    nameIn('session-details.js', new RegExp(`session-[0-9a-f]{12}\\.${ending}`));
  const names = await Promise.all([named('js'), named('wasm'), named('css')]);
  const folder = await nameIn(names[0], /texts-[0-9a-f]{12}/);
  const sizes = [...names, `${folder}/fr.txt`].map(size);
  const [script = 0, wasm = 0, style = 0, texts = 0] = await Promise.all(sizes);
  return {
    stub: await size('session-details.js'),
    plugin: await size('bigbluebutton.js'),
    open: { script, wasm, style, texts, all: script + wasm + style + texts },
  };
}
