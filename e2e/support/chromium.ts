// The Chromium of the journeys, and how it is started.

import { execFileSync } from 'node:child_process';
import type { LaunchOptions } from '@playwright/test';

const executablePath = execFileSync('../tools/chromium.sh', { encoding: 'utf8' }).trim();
// As root, which continuous integration often is, Chromium has no sandbox of its own.
const own = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Starts it as all journeys do, and by `others`. */
export function launchOptions({ args = [], ...others }: LaunchOptions = {}): LaunchOptions {
  return { executablePath, args: [...own, ...args], ...others };
}
