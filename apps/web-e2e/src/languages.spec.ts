import { expect, test } from './fixtures';

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
