import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { bin, port, portal } from './support/addresses.ts';
import { launchOptions } from './support/chromium.ts';

// Each run has a database of its own; the configuration is read again in each worker, so the folder
// is made once and handed on.
process.env.PARVIS_E2E_DATA ??= mkdtempSync(join(tmpdir(), 'parvis-e2e-'));

const chromium = {
  ...devices['Desktop Chrome'],
  launchOptions: launchOptions(),
  // The last: pages that a test makes up are nowhere, and ask for what is on this machine.
  permissions: ['clipboard-read', 'clipboard-write', 'local-network-access'],
};

export default defineConfig({
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  // Generous on purpose: a busy machine is slow, and slowness is measured elsewhere.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: portal,
    locale: 'fr-FR',
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    // Tests answer requests in place of the network, which a service worker may answer before.
    serviceWorkers: process.env.PARVIS_E2E_SERVICE_WORKERS === 'allow' ? 'allow' : 'block',
  },
  projects: [
    { name: 'chromium', testDir: 'tests', use: chromium },
    {
      name: 'bench',
      testDir: 'bench',
      // A trace takes its own share of the time.
      use: { ...chromium, trace: 'off' },
      fullyParallel: false,
      workers: 1,
    },
    { name: 'screens', testDir: 'screens', use: chromium },
    // With identity providers that are not ours.
    { name: 'providers', testDir: 'providers', use: chromium },
    // In a client that speaks by the plug-in SDK.
    { name: 'plugin-sdk', testDir: 'plugin-sdk', use: chromium },
    // With a client of the conference server's API that is not ours: tools/test-api-client.sh.
    { name: 'clients', testDir: 'clients', use: chromium },
    // Driven by their own drivers: tools/test-browsers.sh.
    { name: 'firefox', testDir: 'browsers', fullyParallel: false },
    { name: 'webkit', testDir: 'browsers', fullyParallel: false },
  ],
  webServer: {
    command: '../tools/serve.sh',
    // What it says last: both servers are up, and the demo accounts have their rooms.
    wait: { stdout: /^Parvis is on/m },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    env: { BIN: bin, DATA: process.env.PARVIS_E2E_DATA, PORT: String(port) },
  },
});
