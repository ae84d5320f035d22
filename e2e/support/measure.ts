// What the measurements share.

import type { CDPSession } from '@playwright/test';

/** The profile "throttled": a weak laptop behind a slow line. */
export const THROTTLED = { cpu: 4, down: 1_600_000 / 8, up: 750_000 / 8, latency: 150 };

/** Makes a page slow by that profile. */
export async function throttle(session: CDPSession): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLED.cpu });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: THROTTLED.latency,
    downloadThroughput: THROTTLED.down,
    uploadThroughput: THROTTLED.up,
  });
}

/** The one in the middle. */
export function middleOf(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Has the page keep the memory of the wasm that it starts, where it can be looked at. */
export function keepWasmMemory(): void {
  const start = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const started = await start(...given);
    // Its name among the exports is the build's to choose.
    const memory = Object.values(started.instance.exports).find(
      (exported) => exported instanceof WebAssembly.Memory,
    );
    (window as unknown as { wasmMemory: unknown }).wasmMemory = memory;
    return started;
  };
}
