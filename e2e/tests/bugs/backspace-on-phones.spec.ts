// Keyboards of phones send no key in keydown events: backspace in an empty field of the code does nothing.

import { expect, test } from '../../support/test.ts';

const first = 'Trois premiers chiffres';

const middle = 'Trois chiffres du milieu';

test('backspace on a phone, whose keyboard names no key, goes back into the field before', async ({
  page,
}) => {
  await page.goto('/');
  const field = (name: string) => page.getByRole('textbox', { name });
  await field(first).click();
  await page.keyboard.type('411');
  await expect(field(middle)).toBeFocused();
  await field(middle).evaluate((input: HTMLInputElement) => {
    const key = { key: 'Unidentified', keyCode: 229, bubbles: true, cancelable: true };
    input.dispatchEvent(new KeyboardEvent('keydown', key));
    const what = { inputType: 'deleteContentBackward', bubbles: true, cancelable: true };
    input.dispatchEvent(new InputEvent('beforeinput', what));
  });
  await expect(field(first)).toBeFocused();
  await expect(field(first)).toHaveValue('41');
  // Within a field, the browser itself deletes.
  await field(first).evaluate((input: HTMLInputElement) => {
    const what = { inputType: 'deleteContentBackward', bubbles: true, cancelable: true };
    const goesOn = input.dispatchEvent(new InputEvent('beforeinput', what));
    if (!goesOn) throw new Error('the browser is kept from deleting');
  });
  await expect(field(first)).toHaveValue('41');
});
