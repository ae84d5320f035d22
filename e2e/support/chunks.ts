// The chunks of the app, as the build has named them, and which of them a page asks for.

import { readFileSync } from 'node:fs';
import type { Page, Request } from '@playwright/test';

/** The files of chunks: every wasm but the main one. The name of a chunk is in that of its own file. */
const CHUNK = /\/assets\/(?!parvis-)([\w-]+)-[0-9a-f]+\.wasm$/;

/** The files that the build has named for each chunk: its own, and what it shares with others. */
const built: { chunks: Record<string, string[]> } = JSON.parse(
  readFileSync('../target/app/names.json', 'utf8'),
);

/** The files of `chunks`, each once. */
export const filesOf = (chunks: readonly string[]) =>
  [...new Set(chunks.flatMap((chunk) => built.chunks[chunk] ?? [chunk]))].toSorted();

/** The name in a file's own: that of its chunk, or `chunk_…` for what chunks share. */
export const stemOf = (file: string) => CHUNK.exec(file)?.[1] ?? '';

/** Whether a file of this name is shared by chunks. */
export const isShared = (stem: string) => stem.startsWith('chunk_');

/** The files of chunks that a page asks for from now on, each once. */
export function chunksOf(page: Page): () => string[] {
  const files = new Set<string>();
  page.on('request', (request: Request) => {
    const { pathname } = new URL(request.url());
    if (CHUNK.test(pathname)) files.add(pathname);
  });
  return () => [...files].toSorted();
}

/** Makes the person one who saves data: nothing is fetched before it is needed. */
export async function saveData(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
}

/** What stands in the place of a page whose chunk did not arrive. */
export const notArrived = (page: Page) =>
  page.getByRole('heading', { name: "Cette page n'est pas arrivée" });
