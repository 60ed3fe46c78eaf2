import { expect, test } from './fixtures';

test('an organizer adds an activity, carries it by keyboard and publishes; a leader sees it', async ({
  page,
  signInAs,
  pageOf,
}) => {
  await signInAs('kadri');
  await page.goto('/kava');
  const list = page.locator('op-activity-list');
  await expect(list.locator('li').first()).toBeVisible();
  const before = await list.locator('li').count();
  const title = 'Loe kirja iseendale';

  await page.getByRole('button', { name: 'Lisa tegevus' }).click();
  await page.locator('#act-title').fill(title);
  await page.locator('#act-kind').selectOption({ label: 'Loe' });
  await page.locator('#act-minutes').fill('15');
  await page.getByRole('button', { name: 'Lisa kavandisse' }).click();
  await expect(list.locator('li')).toHaveCount(before + 1);
  await expect(list.locator('li').last()).toContainText(title);

  const leader = await pageOf('kersti');
  await leader.goto('/teekond');
  await expect(leader.locator('op-journey-modules')).toBeVisible();
  await expect(leader.locator('body')).not.toContainText(title);

  const said = list.getByRole('status');
  const handle = list.getByRole('button', { name: `Liiguta: ${title}` });
  await handle.focus();
  await page.keyboard.press('Space');
  await expect(said).toContainText(`„${title}“ on käes`);
  await page.keyboard.press('ArrowUp');
  await expect(said).toHaveText(`Liigutatud ${before + 1}. kohalt ${before}. kohale`);
  await expect(handle).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(said).toContainText(`jäi ${before + 1}. kohale`);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(said).toHaveText(`„${title}“ on nüüd ${before}. kohal`);
  await expect(list.locator('li').nth(before - 1)).toContainText(title);
  await page.reload();
  await expect(list.locator('li').nth(before - 1)).toContainText(title);

  await page.getByRole('button', { name: 'Vaata erinevusi' }).click();
  await expect(page.getByRole('dialog')).toContainText(title);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Avalda muudatused' }).click();
  await page.getByRole('button', { name: 'Avaldan kohe' }).click();
  await expect(page.locator('.ds__pub')).toContainText('Kavandis ei ole muudatusi.');

  await leader.reload();
  await expect(leader.locator('op-journey-modules')).toContainText(title);
});
