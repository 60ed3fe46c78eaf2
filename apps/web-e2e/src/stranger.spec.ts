import { expectAccessible } from './accessible';
import { expect, test } from './fixtures';
import { cohortOf } from './server';

test('a stranger reads about the programme and leaves an address, with consent only', async ({
  page,
  pageOf,
}) => {
  await page.goto('/programm/dialoogid-kogukonnas');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.pu__qs li')).toHaveCount(4);
  await expect(page.locator('.pu__inc li')).toHaveCount(3);
  await expect(page.locator('.pu__fx li')).toHaveCount(4);
  await expect(page.getByRole('link', { name: 'kogukonnaveeb.ee' }).first()).toHaveAttribute(
    'href',
    'https://kogukonnaveeb.ee',
  );

  const form = page.locator('op-interest-form');
  const submit = form.getByRole('button');
  await form.locator('#interest-email').fill('mitte aadress');
  await submit.click();
  await expect(form.locator('#interest-email')).toHaveAttribute('aria-invalid', 'true');
  await form.locator('#interest-email').fill('vallavanem@naide.example');
  await submit.click();
  await expect(form.locator('#consent-error')).toBeVisible();
  await expectAccessible(page);
  await form.locator('#interest-consent').check();
  await submit.click();
  await expect(form.getByRole('status')).toContainText('Aitäh');

  const organizer = await pageOf('kadri');
  const cohortId = await cohortOf(organizer.request);
  const list = await organizer.request.get(`/api/cohorts/${cohortId}/interests`);
  expect(await list.text()).toContain('vallavanem@naide.example');
});

test('a stranger meets a plain page where nothing is', async ({ page }) => {
  await page.goto('/seda-lehte-ei-ole');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link').first()).toBeVisible();

  const answer = await page.request.get('/api/seda-ei-ole');
  expect(answer.status()).toBe(404);
  expect(answer.headers()['content-type']).toContain('application/problem+json');
});
