import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { port, portal } from './support/addresses.ts';
import { launchOptions } from './support/chromium.ts';

// Each run has its own database. Each worker reads this configuration again, so the folder is created once and passed
// on in the environment.
process.env.PARVIS_E2E_DATA ??= mkdtempSync(join(tmpdir(), 'parvis-e2e-'));

const chromium = {
  ...devices['Desktop Chrome'],
  launchOptions: launchOptions(),
  // The last: pages that a test makes up have no address, and request files of this machine.
  permissions: ['clipboard-read', 'clipboard-write', 'local-network-access'],
};

export default defineConfig({
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  // Long on purpose: a busy machine is slow, and times are measured by `make bench`.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: portal,
    locale: 'fr-FR',
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'chromium', testDir: 'tests', use: chromium },
    {
      name: 'bench',
      testDir: 'bench',
      // Tracing would distort the times.
      use: { ...chromium, trace: 'off' },
      fullyParallel: false,
      workers: 1,
    },
    { name: 'screens', testDir: 'screens', use: chromium },
    // With third-party identity providers.
    { name: 'providers', testDir: 'providers', use: chromium },
    // In a client with the plug-in SDK.
    { name: 'plugin-sdk', testDir: 'plugin-sdk', use: chromium },
    // With a third-party client of the conference server's API: tools/test-api-client.sh.
    { name: 'clients', testDir: 'clients', use: chromium },
    // By WebDriver: tools/test-browsers.sh.
    { name: 'firefox', testDir: 'browsers', fullyParallel: false },
    { name: 'webkit', testDir: 'browsers', fullyParallel: false },
  ],
  webServer: {
    command: '../tools/serve.sh',
    // Answered once backend and sandbox run; then the rooms are created, see `seeded`.
    url: `${portal}/readyz`,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    env: { BIN: 'target/ci', DATA: process.env.PARVIS_E2E_DATA, PORT: String(port) },
  },
  globalSetup: './support/seeded.ts',
});
