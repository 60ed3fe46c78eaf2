import { expect, test } from './fixtures';
import { addressOf, password } from './people';
import { editorOf, expectSaved } from './pages';
import type { Page } from '@playwright/test';

/** Goes on with Tab until the focus is where the person wants to be. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}

test('one signs in, writes and says done without a pointer', async ({ page }) => {
  await page.goto('/sisene');
  await expect(page.locator('#email')).toBeVisible();
  await tabTo(page, '[aria-controls="password-form"]');
  await page.keyboard.press('Enter');
  await tabTo(page, '#email2');
  await page.keyboard.type(addressOf('andres'));
  await tabTo(page, '#password');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/teekond$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await tabTo(page, 'a[href="/motisklused"]');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/motisklused$/);
  await expect(page.locator('a[href="/kirjuta"]').first()).toBeVisible();
  await tabTo(page, 'main a[href="/kirjuta"]');
  await page.keyboard.press('Enter');

  await expect(editorOf(page)).toBeVisible();
  await tabTo(page, '#title');
  await page.keyboard.type('Ainult klahvidega');
  await page.keyboard.press('Enter');
  await expect(editorOf(page)).toBeFocused();
  await page.keyboard.type('Ka nii saab kirjutada.');
  await expectSaved(page);
  await page.keyboard.press('Tab');
  await expect(editorOf(page)).not.toBeFocused();
  await tabTo(page, '.wr__acts .btn--main');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/motisklused\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ainult klahvidega');
});

test('the way past the navigation is the first thing Tab meets', async ({ page, signInAs }) => {
  await signInAs('marika');
  await page.goto('/teekond');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('main#sisu')).toBeFocused();
});
