// Pages of other sites that embed the session's details, with strict policies and styles.

import type { Page } from '@playwright/test';
import { portal, sandbox } from './addresses.ts';

export interface Host {
  token: string;
  /** The page's own styles, which also apply to embedded elements. */
  css?: string;
  /** The page's Content-Security-Policy. */
  policy?: string;
  /** The page's Permissions-Policy. */
  permissions?: string;
  /** The content of the page's body. */
  body?: string;
}

/** The Content-Security-Policy that a page needs, with and without wasm. */
export const policies = {
  withWasm: `default-src 'none'; img-src data:; require-trusted-types-for 'script'; script-src ${portal} 'wasm-unsafe-eval'; connect-src ${portal}`,
  withoutWasm: `default-src 'none'; img-src data:; script-src ${portal}; connect-src ${portal}; frame-src ${portal}; require-trusted-types-for 'script'`,
};

export const element = (token: string, anchor = '#name') =>
  `<parvis-session-details api="${portal}" token="${token}" anchor="${anchor}"></parvis-session-details>`;

/** Opens a page of another site, on an origin of `PARVIS_CONFERENCE_ORIGINS`. */
export async function openHost(page: Page, host: Host): Promise<void> {
  const {
    token,
    css = '',
    policy,
    permissions,
    body = '<h1 id="name"><span>Conseil</span></h1>',
  } = host;
  const address = `${sandbox}/host/page`;
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: {
        ...(policy && { 'content-security-policy': policy }),
        ...(permissions && { 'permissions-policy': permissions }),
      },
      body: `<!doctype html><html lang="fr"><head><title>Une page</title><link rel="icon" href="data:,">${css && `<style>${css}</style>`}</head>
        <body><main>${body}<p>La page autour</p></main>${element(token)}
        <script src="${portal}/embed/session-details.js"></script></body></html>`,
    }),
  );
  await page.goto(address);
}
