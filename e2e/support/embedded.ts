// What a page of others downloads of ours.

import type { APIRequestContext } from '@playwright/test';
import { portal } from './addresses.ts';

/** Bytes as they travel, compressed and without headers. */
export interface Embedded {
  /** What every page pays that names the stub. */
  stub: number;
  /** The script of the plug-in, which every page of a conference pays. */
  plugin: number;
  /** What is fetched when somebody is about to open the details. */
  open: { script: number; wasm: number; style: number; all: number };
}

/** Weighs what the server sends to a browser that takes brotli. */
export async function weighEmbedded(request: APIRequestContext): Promise<Embedded> {
  const get = (file: string) =>
    request.get(`${portal}/embed/${file}`, { headers: { 'accept-encoding': 'br' } });
  const size = async (file: string) => {
    const answer = await get(file);
    if (answer.headers()['content-encoding'] !== 'br') throw new Error(`${file}: not compressed`);
    return Number(answer.headers()['content-length']);
  };
  const stub = await (await get('session-details.js')).text();
  const named = (ending: string) => {
    const [name] = stub.match(new RegExp(`session-[0-9a-f]{12}\\.${ending}`)) ?? [];
    if (name === undefined) throw new Error(`the stub names no ${ending}`);
    return size(name);
  };
  const [script, wasm, style] = await Promise.all([named('js'), named('wasm'), named('css')]);
  return {
    stub: await size('session-details.js'),
    plugin: await size('bigbluebutton.js'),
    open: { script, wasm, style, all: script + wasm + style },
  };
}
