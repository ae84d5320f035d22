// Helpers of the measurements.

import type { CDPSession } from '@playwright/test';

/** The profile "throttled": a slow laptop on a slow connection. */
export const THROTTLED = { cpu: 4, down: 1_600_000 / 8, up: 750_000 / 8, latency: 150 };

/** Applies that profile to a page. */
export async function throttle(session: CDPSession): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLED.cpu });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: THROTTLED.latency,
    downloadThroughput: THROTTLED.down,
    uploadThroughput: THROTTLED.up,
  });
}

/** The median. */
export function middleOf(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Makes the page keep a reference to the memory of its wasm, to be measured. */
export function keepWasmMemory(): void {
  const start = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const started = await start(...given);
    // Found by type: the build chooses its name among the exports.
    const memory = Object.values(started.instance.exports).find(
      (exported) => exported instanceof WebAssembly.Memory,
    );
    (window as unknown as { wasmMemory: unknown }).wasmMemory = memory;
    return started;
  };
}

/** Waits for the promise `measured`, which an init script sets on the window. Not by a locator: for those, Playwright
 * runs a script in the page that takes a quarter of a second of a slow processor. */
export async function measuredBy<T>(session: CDPSession): Promise<T> {
  const evaluated = await session.send('Runtime.evaluate', {
    expression: 'measured',
    awaitPromise: true,
    returnByValue: true,
  });
  if (evaluated.exceptionDetails) throw new Error(evaluated.exceptionDetails.text);
  return evaluated.result.value;
}
