// A browser without storage.

import { signIn } from '../../support/account.ts';
import { createRoom, nameField } from '../../support/rooms.ts';
import { expect, test } from '../../support/test.ts';

test('a browser that stores nothing keeps nobody from anything', async ({ page }) => {
  await page.addInitScript(() => {
    for (const storage of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, storage, {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  await signIn(page, 'Alix Martin');
  await createRoom(page);
  await page.goto('/salles/nouvelle');
  await expect(nameField(page)).toHaveValue('');
});

test('a browser that stores nothing keeps what is typed for as long as the portal is open', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill('En mémoire');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Raccourcis clavier' }).click();
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(nameField(page)).toHaveValue('En mémoire');
});
