import { expectAccessible } from './accessible';
import { expect, test } from './fixtures';
import { cohortOf, rowsOf, send } from './server';

test('what was recorded elsewhere appears on an open page, which keeps its place and its focus', async ({
  page,
  signInAs,
  pageOf,
}) => {
  await signInAs('maarja');
  const listening = page.waitForResponse((answer) => answer.url().endsWith('/events'));
  await page.goto('/ulevaade');
  expect((await listening).headers()['content-type']).toContain('text/event-stream');
  const row = page.locator('op-progress-matrix tbody tr').first();
  const link = row.locator('th a');
  await link.focus();
  await row.evaluate((element) => element.setAttribute('data-same', ''));

  const { request } = await pageOf('kadri');
  const cohortId = await cohortOf(request);
  const meetings = await rowsOf(request, `/api/cohorts/${cohortId}/meetings`);
  // The first of all: later ones may be another journey's own, and leave the cohort with it.
  const held = meetings.find(({ state }) => state === 'held');
  const people = await rowsOf(request, `/api/cohorts/${cohortId}/people`);
  const first = people.find(({ seat }) => seat === 1);
  const place = `/api/meetings/${String(held?.['id'])}/attendance/${String(first?.['membershipId'])}`;
  const before = String(
    (held?.['attendance'] as { membershipId: string; state: string }[]).find(
      ({ membershipId }) => membershipId === first?.['membershipId'],
    )?.state,
  );
  const after = before === 'online' ? 'part' : 'online';
  const again = page.waitForResponse((answer) => answer.url().endsWith(`/cohorts/${cohortId}/progress`));
  await send(request, 'PUT', place, { state: after });
  expect((await again).status()).toBe(200);
  await expect(link).toBeFocused();
  await expect(row).toHaveAttribute('data-same', '');
  await send(request, 'PUT', place, { state: before });
});

test('an announcement is looked over, sent, and read on an open journey', async ({
  page,
  signInAs,
  pageOf,
}) => {
  // Its own, for what an interrupted run left behind still stands.
  const title = `Homme alustame kell kümme ${Date.now()}`;
  const marika = await pageOf('marika');
  const listening = marika.waitForResponse((answer) => answer.url().endsWith('/events'));
  await marika.goto('/teekond');
  await listening;
  await signInAs('maarja');
  await page.goto('/teated');
  await page.getByRole('button', { name: 'Kirjuta teade' }).click();
  // What is missing is said, and one is led there.
  await page.getByRole('button', { name: 'Vaata üle' }).click();
  await expect(page.getByLabel('Pealkiri')).toBeFocused();
  await page.getByLabel('Pealkiri').fill(title);
  await page.getByLabel('Teade', { exact: true }).fill('Tule, kui saad.\nLõuna on kohapeal.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Vaata üle' }).click();
  const preview = page.getByRole('region', { name: /^Saab/ });
  await expect(preview).toBeFocused();
  await expect(preview).toContainText('Marika Tõnurist');
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Saada/ }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(marika.getByRole('heading', { name: title })).toBeVisible();
  await expectAccessible(marika);
  await page.getByRole('button', { name: 'Võta tagasi' }).first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Võta tagasi' }).click();
  await expect(page.getByText('Tagasi võetud teade').first()).toBeVisible();
  await expect(marika.getByRole('heading', { name: title })).toHaveCount(0);
});
