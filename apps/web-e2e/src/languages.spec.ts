import { expect, test } from './fixtures';
import { expectWords } from './words';

test('a leader changes the language without losing the page, and it is kept', async ({ page, signInAs }) => {
  await signInAs('ants');
  await page.goto('/motisklused');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Mõtisklused');
  await expect(page.locator('op-entry-line').first()).toBeVisible();
  const list = await page.locator('op-entry-line').count();

  for (const [lang, button] of [
    ['en', /English/],
    ['ru', /Русский|русский/],
  ] as const) {
    await page.locator('header .cdk-menu-trigger[aria-haspopup="menu"]').first().click();
    await page
      .getByRole('menuitemradio', { name: button })
      .or(page.getByRole('menuitem', { name: button }))
      .first()
      .click();
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(heading).not.toHaveText('Mõtisklused');
    await expect(page).toHaveURL(/\/motisklused$/);
    await expect(page.locator('op-entry-line')).toHaveCount(list);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
  }
});

test('where the words of another language do not come, the page stays whole, says so, and can be asked again', async ({
  page,
  signInAs,
}) => {
  // Whatever the account's own language is by now.
  await page.addInitScript(() => localStorage.setItem('opiring.language', 'et'));
  await signInAs('ants');
  await page.goto('/motisklused');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Mõtisklused');
  const russian = async (): Promise<void> => {
    await page.locator('header .cdk-menu-trigger[aria-haspopup="menu"]').first().click();
    await page.getByRole('menuitemradio', { name: /Русский/i }).click();
  };
  const missing = '**/i18n/journal/ru.json';
  await page.route(missing, (route) => route.fulfill({ status: 404, body: '' }));
  await russian();
  await expect(page.getByText('Midagi läks valesti.')).toBeVisible();
  await expect(heading).toHaveText('Mõtisklused');
  await expectWords(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'et');
  await page.unroute(missing);
  await russian();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(heading).not.toHaveText('Mõtisklused');
  await expectWords(page);
});

test('what a person wrote in Russian keeps its language on an Estonian page', async ({ page, signInAs }) => {
  await signInAs('jelena');
  await page.goto('/motisklused');
  await expect(page.locator('html')).toHaveAttribute('lang', /et|ru/);
  await expect(
    page
      .locator('[lang="ru"]')
      .filter({ hasText: /[а-яё]{4}/i })
      .first(),
  ).toBeVisible();
});
