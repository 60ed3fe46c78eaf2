import { expect, test } from './fixtures';

test('a leader asks for a call; the program leader sees it, sets it aside, and the leader sees that', async ({
  page,
  signInAs,
  pageOf,
}) => {
  const leader = await pageOf('kersti');
  await leader.goto('/teekond');
  const mine = leader.locator('op-call-request');
  await mine.getByRole('button', { name: 'Palun helista mulle' }).click();
  await expect(mine).toContainText('Programmijuht ei ole seda veel näinud.');

  await signInAs('maarja');
  await page.goto('/ulevaade');
  const list = page.locator('op-attention-list');
  await list.getByRole('button', { name: /Pane kõrvale.*Kersti.*Palus helistada/ }).click();
  await page.getByLabel('Märkus').fill('Rääkisime õhtul.');
  await page.getByRole('dialog').getByRole('button', { name: 'Pane kõrvale' }).click();
  await expect(list.getByRole('button', { name: /Kersti.*Palus helistada/ })).toHaveCount(0);
  await list.getByText('Kõrvale pandud', { exact: true }).click();
  await expect(list.locator('.aside')).toContainText('Rääkisime õhtul.');

  await leader.reload();
  await expect(mine).toContainText('Seda on näinud Maarja');
  await expect(mine).toContainText('Rääkisime õhtul.');
  await mine.getByRole('button', { name: 'Võta palve tagasi' }).click();
  await expect(mine.getByRole('button', { name: 'Palun helista mulle' })).toBeVisible();
});

test('a program leader looks back at a day, opens a leader as of that day, and comes back to today', async ({
  page,
  signInAs,
}) => {
  await signInAs('maarja');
  await page.goto('/ulevaade');
  const day = page.getByLabel('Seis päeval');
  const past = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);
  await day.fill(past);
  await expect(page).toHaveURL(new RegExp(`seis=${past}`));
  await expect(page.getByText(/Vaatad tagasi/)).toBeVisible();
  await expect(page.locator('op-attention-list')).toHaveCount(0);
  await page.locator('op-progress-matrix tbody th a').first().click();
  await expect(page).toHaveURL(new RegExp(`/juhid/.*seis=${past}`));
  await expect(page.getByText(/Vaatad tagasi/)).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Tagasi tänasesse' }).click();
  await expect(page.getByText(/Vaatad tagasi/)).toHaveCount(0);
  await expect(page.locator('op-attention-list')).toBeVisible();
});
