import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { cohortOf } from './server';

/** A name no other run has left behind. */
const ofThisRun = (name: string): string => `${name} ${Date.now()}`;
const part = (page: Page, name: string) => page.getByRole('region', { name });

test('a token is given, seen once, read with, and after its revocation reads no more', async ({
  page,
  signInAs,
  playwright,
  baseURL,
}) => {
  const name = ofThisRun('Valla infosüsteem');
  await signInAs('maarja');
  const cohortId = await cohortOf(page.request);
  await page.goto('/ulevaade');
  await page.getByRole('link', { name: 'Teised süsteemid' }).click();
  const tokens = part(page, 'Lugemisload');
  await tokens.getByRole('button', { name: 'Anna uus luba' }).click();
  await expect(tokens.getByLabel('Kellele')).toBeFocused();
  await tokens.getByLabel('Kellele').fill(name);
  await tokens.getByLabel('kohtumised').check();
  await tokens.getByRole('button', { name: 'Anna luba' }).click();
  const shown = tokens.getByRole('textbox', { name: `Luba: ${name}` });
  await expect(shown).toBeFocused();
  const secret = await shown.inputValue();
  expect(secret).toMatch(/^opiring_[\w-]{43}$/);

  // Another system has the token alone, no session.
  const system = await playwright.request.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: { authorization: `Bearer ${secret}` },
  });
  const read = async (what: string) => (await system.get(`/api/v1/cohorts/${cohortId}${what}`)).status();
  expect(await read('')).toBe(200);
  expect(await read('/meetings')).toBe(200);
  expect(await read('/people')).toBe(403);

  await tokens.getByRole('button', { name: 'Olen selle kopeerinud' }).click();
  await expect(shown).toHaveCount(0);
  await page.reload();
  const row = tokens.getByRole('listitem').filter({ hasText: name });
  await expect(row.getByText(/viimati kasutatud/)).toBeVisible();
  expect(await page.content()).not.toContain(secret);

  await row.getByRole('button', { name: `Tühista luba: ${name}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Tühista' }).click();
  await expect(row.getByText('tühistatud')).toBeVisible();
  expect(await read('')).toBe(401);
  await system.dispose();
});

test('a webhook is added, tried, its log read, and removed', async ({ page, signInAs }) => {
  const name = ofThisRun('Teavituskeskus');
  await signInAs('maarja');
  await page.goto('/ulevaade/teised-susteemid');
  const hooks = part(page, 'Teavitused (webhookid)');
  await hooks.getByRole('button', { name: 'Lisa aadress' }).click();
  await hooks.getByLabel('Kellele').fill(name);
  await hooks.getByLabel('Aadress').fill('https://127.0.0.1/vastuvott');
  await hooks.getByLabel('kohalolek kirjas').check();
  await hooks.getByRole('button', { name: 'Lisa', exact: true }).click();
  await expect(hooks.getByText(/https-aadress avalikus võrgus/)).toBeVisible();

  // A name that no name server knows: the address is sound, nobody answers.
  await hooks.getByLabel('Aadress').fill('https://vastuvott.invalid/opiring');
  await hooks.getByRole('button', { name: 'Lisa', exact: true }).click();
  const shown = hooks.getByRole('textbox', { name: `Allkirja võti: ${name}` });
  await expect(shown).toHaveValue(/^whsec_/);
  await hooks.getByRole('button', { name: 'Olen selle kopeerinud' }).click();

  const row = hooks.getByRole('listitem').filter({ hasText: name });
  await row.getByRole('button', { name: `Proovi ühendust: ${name}` }).click();
  await expect(page.getByText('Vastust ei tulnud. Vaata logi.')).toBeVisible({ timeout: 20_000 });
  await row.getByRole('button', { name: `Logi: ${name}` }).click();
  const ping = row.getByRole('row').filter({ hasText: 'ping' });
  await expect(ping).toContainText('vastust ei tulnud');
  await expect(row.getByText(/ei vasta, esimene tõrge/)).toBeVisible();

  await row.getByRole('button', { name: `Eemalda: ${name}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Eemalda' }).click();
  await expect(row).toHaveCount(0);
});
