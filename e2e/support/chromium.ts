// The Chromium of the journeys, and its launch options.

import { execFileSync } from 'node:child_process';
import type { LaunchOptions } from '@playwright/test';

const executablePath = execFileSync('../tools/chromium.sh', { encoding: 'utf8' }).trim();
// As root, as often in continuous integration, Chromium cannot use its own sandbox.
const own = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** The launch options of all journeys, and `others`. */
export function launchOptions({ args = [], ...others }: LaunchOptions = {}): LaunchOptions {
  return { executablePath, args: [...own, ...args], ...others };
}
