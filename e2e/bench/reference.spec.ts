// The same page and the same server in every run, which nothing of ours can change: they tell a slow machine from slow
// code. Times are printed, never judged.

import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from '@playwright/test';
import autocannon from 'autocannon';
import { middleOf, throttle } from '../support/measure.ts';

const RUNS = Number(process.env.BENCH_RUNS ?? 7);
const CONNECTIONS = 16;
const SECONDS = 5;

/** What the page loads, in bytes. */
const BYTES = 200_000;

/** How often the page's script mixes a number: about a tenth of a second at full speed. */
const ROUNDS = 30_000_000;

const PAGE = `<!doctype html><title>Reference</title><p>Reference</p><script type="module">
const loaded = await (await fetch('/data')).arrayBuffer();
let mixed = loaded.byteLength;
for (let round = 0; round < ${ROUNDS}; round += 1) mixed = Math.imul(mixed ^ round, 0x9e3779b1) >>> 0;
document.title = String(mixed);
requestAnimationFrame(() => { document.body.dataset.done = String(performance.now()); });
</script>`;

async function serve(): Promise<Server> {
  const data = Buffer.alloc(BYTES, 'reference');
  const server = createServer((request, response) => {
    if (request.url === '/data') response.end(data);
    else response.setHeader('content-type', 'text/html').end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

test('the reference', async ({ browser }) => {
  test.setTimeout(300_000);
  const server = await serve();
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await throttle(await context.newCDPSession(page));
    await page.goto(url);
    const done = page.locator('body[data-done]');
    const time = Number(await done.getAttribute('data-done', { timeout: 60_000 }));
    if (run > 0) times.push(time);
    await context.close();
  }
  const load = (duration: number) => autocannon({ url, connections: CONNECTIONS, duration });
  await load(1);
  const { requests } = await load(SECONDS);
  server.close();
  const result = {
    page_ms: Math.round(middleOf(times)),
    requests_per_second: Math.round(requests.average),
  };
  mkdirSync('../target/bench', { recursive: true });
  writeFileSync('../target/bench/reference.json', `${JSON.stringify(result, null, 2)}\n`);
  console.log(
    `reference: page ${result.page_ms} ms, throttled; server ${result.requests_per_second} requests a second`,
  );
});
