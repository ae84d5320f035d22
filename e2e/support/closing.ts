// Closing a tab as a person does.

import type { Page } from '@playwright/test';

/** The type of the dialog that the browser opens before the tab closes, if any. */
export async function askedOnClosing(page: Page): Promise<string | undefined> {
  const answer = new Promise<string | undefined>((resolve) => {
    page.once('close', () => resolve(undefined));
    page.once('dialog', async (dialog) => {
      await dialog.dismiss();
      resolve(dialog.type());
    });
  });
  await page.close({ runBeforeUnload: true });
  return answer;
}
