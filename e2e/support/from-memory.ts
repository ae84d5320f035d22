// Pages that the browser keeps whole when they are left, and shows again on "back" as they were.

import { expect, type Page } from '@playwright/test';
import { sandbox } from './addresses.ts';

/** A page that is not the portal's. */
export const ELSEWHERE = `${sandbox}/html5client/left`;

/** What a browser has shown from memory. */
export interface Kept {
  /** The pages of the portal's that were shown from memory, by their paths. */
  paths: string[];
  /** What stood on them as they were painted. */
  painted: string[];
  /** How many documents of the portal's were begun anew. */
  begun: number;
}

/** Tells which pages the browser shows from memory from now on. */
export async function shownFromMemory(page: Page): Promise<Kept> {
  const kept: Kept = { paths: [], painted: [], begun: 0 };
  await page.exposeFunction('shownFromMemory', (path: string) => kept.paths.push(path));
  await page.exposeFunction('paintedFromMemory', (text: string) => kept.painted.push(text));
  await page.exposeFunction('begun', () => {
    kept.begun += 1;
  });
  await page.addInitScript(() => {
    const told = window as unknown as Record<string, (text: string) => void>;
    if (location.hostname === 'localhost' && self === top) told.begun?.('');
    // Before the app's own listeners, which may load the page anew.
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      told.shownFromMemory?.(location.pathname);
      const look = () => {
        // What is hidden is no part of it.
        told.paintedFromMemory?.(document.body.innerText);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  });
  return kept;
}

/** Goes back as a person does, and waits until another document is there. */
export async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { isLeft: true });
    // In a task of its own: the script is answered before its document is left.
    setTimeout(() => history.back());
  });
  const isLeft = () =>
    page.evaluate(() => 'isLeft' in window).catch(() => true /* between two documents */);
  await expect.poll(isLeft).toBe(false);
}

/** Goes back to a page that is shown from memory. */
export async function goBackToKept(page: Page, kept: Kept, path: string): Promise<void> {
  const seen = kept.paths.length;
  await goBack(page);
  await expect.poll(() => kept.paths.slice(seen)).toEqual([path]);
}

/** The same to a page of somebody's: it is loaded anew, as they may have signed out since. */
export async function goBackToOnesOwn(page: Page, kept: Kept, path: string): Promise<void> {
  const { begun } = kept;
  await goBackToKept(page, kept, path);
  await expect.poll(() => kept.begun).toBeGreaterThan(begun);
  await page.waitForLoadState('networkidle');
}
