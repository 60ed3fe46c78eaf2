import { expect, test } from './fixtures';

test('an organizer opens something earlier for a pair; the leader sees it and why, and it ends again', async ({
  page,
  signInAs,
  pageOf,
}) => {
  const reason = 'Mõlemad on jaanuaris lähetuses.';
  await signInAs('kadri');
  await page.goto('/kava/erandid');
  await page.getByRole('button', { name: 'Lepi kokku erand' }).click();
  const form = page.locator('op-exception-form');
  await form.getByLabel('Kellega').selectOption({ label: 'Marika Tõnurist' });
  await form.getByLabel(/Sama kehtib ka õpipartnerile/).check();
  // The module at home is still ahead; others add modules of their own meanwhile.
  const home = form.locator('optgroup[label="Ring kodukohas"] option').first();
  await form.getByLabel('Mille kohta').selectOption((await home.getAttribute('value')) ?? '');
  // Without a reason nothing is agreed: the leader reads it.
  await form.getByRole('button', { name: 'Lepi kokku' }).click();
  await expect(form.getByText('Kirjuta põhjus, sest juht loeb seda.')).toBeVisible();
  await form.getByLabel('Põhjus').fill(reason);
  await form.getByRole('button', { name: 'Lepi kokku' }).click();
  const agreed = page.locator('op-exception-list').first();
  await expect(agreed).toContainText(reason);

  const leader = await pageOf('marika');
  await leader.goto('/teekond/minust');
  await expect(leader.locator('op-exception-list')).toContainText(reason);
  await expect(leader.locator('op-exception-list')).toContainText('koos õpipartneriga');
  await leader.goto('/teekond');
  await expect(leader.locator('op-own-exception').first()).toContainText('Avatud sinu jaoks varem');
  await expect(leader.locator('op-own-exception').first()).toContainText(reason);

  // Pauses that were agreed before stand in the same list.
  const row = agreed.locator('li.ex__i').filter({ hasText: reason });
  await row.getByRole('button', { name: /^Lõpeta/ }).click();
  await page.getByRole('button', { name: 'Lõpetan' }).click();
  // Others ended before may stand there already: it is ended when this one can no longer be.
  await expect(row.getByRole('button', { name: /^Lõpeta/ })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Lõppenud' })).toBeVisible();
  await leader.reload();
  await expect(leader.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(leader.locator('op-own-exception')).toHaveCount(0);
});

test('an organizer looks at the draft as somebody who missed the second meeting, and nothing there writes', async ({
  page,
  signInAs,
}) => {
  await signInAs('kadri');
  await page.goto('/kava/vaata-nagu');
  await expect(page.getByText(/Kõik siin on välja mõeldud/)).toBeVisible();
  await page.getByRole('button', { name: 'Juht, kes jäi teisest kohtumisest kõrvale' }).click();
  await expect(page.locator('.va__k li').nth(1)).toContainText('eemal');
  const journey = page.locator('op-journey-modules, op-journey-next, op-journey-questions');
  await expect(journey.first()).toBeVisible();
  await expect(journey.locator('a[href], button')).toHaveCount(0);
});
