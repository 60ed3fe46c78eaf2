import type { Response } from '@playwright/test';
import { expect, test } from './fixtures';
import { cohortOf, rowsOf } from './server';

const told = (answer: Response): string => `${answer.request().method()} ${answer.url()}`;

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
  const title = `Loe kirja iseendale ${Date.now()}`;

  await page.getByRole('button', { name: 'Lisa tegevus' }).click();
  await page.locator('#act-title').fill(title);
  await page.locator('#act-kind').selectOption({ label: 'Loe' });
  await page.locator('#act-minutes').fill('15');
  await page.getByRole('button', { name: 'Lisa kavandisse' }).click();
  await expect(list.locator('li')).toHaveCount(before + 1);
  await expect(list.locator('li').last()).toContainText(title);

  const leader = await pageOf('kersti');
  const cohortId = await cohortOf(page.request);
  const editions = () => rowsOf(page.request, `/api/cohorts/${cohortId}/editions`);
  const { length: published } = await editions();
  await leader.goto('/teekond');
  await expect(leader.locator('op-journey-modules')).toBeVisible();
  const seen = await leader.locator('body').innerText();
  // Another journey may publish the draft all share; then leaders rightly see it.
  if ((await editions()).length === published) expect(seen).not.toContain(title);

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
  const publishing = page.waitForResponse((answer) => /POST .*\/editions$/.test(told(answer)));
  await page.getByRole('button', { name: 'Avaldan kohe' }).click();
  // 409: somebody else of the team has just published the same draft.
  expect([201, 409]).toContain((await publishing).status());

  await leader.reload();
  await expect(leader.locator('op-journey-modules')).toContainText(title);
});
