// A second deployment of the app, made from the built one by renaming its files.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const ASSETS = '../dist/assets';
/** Files of the app with a hash in their name: main wasm, script, chunks. */
const OURS = /^([\w-]+)-([0-9a-f]{12})\.(wasm|js)$/;

export interface Deployment {
  /** Serves `page` from this deployment from now on; files of the old one answer 404, unless they are kept. */
  takesThePlace: (page: Page, options?: { oldFilesStay?: boolean }) => Promise<void>;
  /** The chunks of this deployment that were requested. */
  served: () => string[];
}

/** The hash of a file in the other deployment. */
const other = (hash: string) => [...hash].reverse().join('');

/** Changes a policy that allows the inline scripts of the page `old` to one that allows those of `now`. */
function allowing(old: string, now: string): (policy: string) => string {
  const hashes = (html: string) =>
    [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) =>
      createHash('sha256').update(script).digest('base64'),
    );
  const nows = hashes(now);
  return (policy) =>
    hashes(old).reduce((all, hash, n) => all.replaceAll(hash, nows[n] ?? ''), policy);
}

/** Creates another deployment than the served one. */
export function otherDeployment(): Deployment {
  const names = new Map<string, string>();
  for (const file of readdirSync(ASSETS)) {
    const [, stem, hash, kind] = OURS.exec(file) ?? [];
    if (stem && hash) names.set(file, `${stem}-${other(hash)}.${kind}`);
  }
  const renamed = (text: string) =>
    [...names].reduce((all, [old, now]) => all.replaceAll(old, now), text);
  const old = new Map([...names].map(([file, now]) => [now, file]));
  const served: string[] = [];
  return {
    served: () => served,
    takesThePlace: async (page, { oldFilesStay = false } = {}) => {
      await page.route('**/assets/*', async (route) => {
        const file = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
        const source = old.get(file);
        if (source === undefined) {
          if (names.has(file) && !oldFilesStay) return route.fulfill({ status: 404 });
          return route.continue();
        }
        const [, stem] = OURS.exec(file) ?? [];
        if (stem && file.endsWith('.wasm') && stem !== 'parvis') served.push(stem);
        const content = readFileSync(join(ASSETS, source));
        return route.fulfill(
          file.endsWith('.js')
            ? { contentType: 'text/javascript', body: renamed(content.toString()) }
            : { contentType: 'application/wasm', body: content },
        );
      });
      // The page has its file names in its start script, and its policy has that script's hash.
      await page.route(
        (url) => !url.pathname.includes('.') && !/^\/(api|auth|embed|assets)/.test(url.pathname),
        async (route) => {
          if (route.request().resourceType() !== 'document') return route.continue();
          const response = await route.fetch();
          const html = await response.text();
          const { 'content-security-policy': policy = '', ...others } = response.headers();
          const allowed = allowing(html, renamed(html));
          const headers = { ...others, 'content-security-policy': allowed(policy) };
          return route.fulfill({ response, headers, body: allowed(renamed(html)) });
        },
      );
    },
  };
}
