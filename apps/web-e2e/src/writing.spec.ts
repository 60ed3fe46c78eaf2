import { type BrowserContext, type Page } from '@playwright/test';
import { deviceStores } from './device-store';
import { expect, test } from './fixtures';
import { editorOf, expectSaved, signInOnPage, write } from './pages';
import { addressOf, password } from './people';

/** A network that is taken away on purpose is no fault of the page. */
test.afterEach(({ faults }) => {
  const own = faults.filter((fault) => !/net::ERR_(INTERNET_DISCONNECTED|FAILED)/.test(fault));
  faults.splice(0, faults.length, ...own);
});

const state = (page: Page) => page.locator('op-save-state');
const here = 'Tekst on selles seadmes alles.';

async function goOn(page: Page, words: string): Promise<void> {
  await editorOf(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(words);
}

/** Saves of this page do not reach the server until `off` is called. */
async function holdSaves(page: Page): Promise<() => Promise<void>> {
  const saves = '**/api/**/entries**';
  await page.route(saves, (route) =>
    ['POST', 'PATCH'].includes(route.request().method()) ? route.abort() : route.continue(),
  );
  await page.route('**/api/entries/**', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  return () => page.unrouteAll();
}

/** What a server that lost its sessions, or a night, does to a page. */
const lapse = (context: BrowserContext) => context.clearCookies();

test('what is written without a network waits sealed on the device and goes up by itself', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('liis');
  await page.goto('/kirjuta');
  const id = await write(page, { title: 'Külamaja', body: 'Alustasin võrguga.' });
  await context.setOffline(true);
  await goOn(page, ' Kanarilind laulab pimedas.');
  await expect(state(page)).toContainText(here);
  await expect(page.getByRole('button', { name: 'Valmis' })).toHaveCount(0);

  const kept = await deviceStores(page);
  expect(kept).toContain('opiring-writing/drafts');
  expect(kept).toContain('key that may be taken out: false');
  for (const word of ['Kanarilind', 'pimedas', 'Alustasin', 'Külamaja']) expect(kept).not.toContain(word);

  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok());
  await context.setOffline(false);
  await saved;
  await expectSaved(page);
  const entry = await page.request.get(`/api/entries/${id}`);
  expect(await entry.text()).toContain('Kanarilind laulab pimedas.');
  expect(((await entry.json()) as { shares: unknown[] }).shares).toEqual([]);
});

test('a page that dies in mid-sentence loses nothing', async ({ page, context, signInAs }) => {
  await signInAs('rein');
  await page.goto('/kirjuta');
  await expect(page.getByRole('toolbar')).toBeVisible();
  const letGo = await holdSaves(page);
  await goOn(page, 'Esimene lause.');
  await expect(state(page)).toContainText(here);
  await goOn(page, ' Ja siis');
  // A blink of an eye, and no farewell of any kind: the browser dies.
  await page.waitForTimeout(150);
  const address = page.url();
  expect(address).toMatch(/\/kirjuta\/./);
  await page.goto('about:blank');
  await letGo();
  await page.goto(address);
  await expect(editorOf(page)).toContainText('Esimene lause. Ja siis');
  await expectSaved(page);

  await goOn(page, ' tuli vaikus.');
  await page.waitForTimeout(150);
  await page.reload();
  await expect(editorOf(page)).toContainText('Ja siis tuli vaikus.');
  await expectSaved(page);

  const killed = await context.newPage();
  await killed.goto(page.url());
  await expect(editorOf(killed)).toContainText('Ja siis tuli vaikus.');
});

test('a text from the days before sealing is taken in, and its readable copy is gone', async ({
  page,
  signInAs,
}) => {
  await signInAs('mihkel');
  await page.goto('/motisklused');
  const me = (await (await page.request.get('/api/me')).json()) as {
    account: { id: string };
    memberships: { cohortId: string }[];
  };
  await page.evaluate(
    async ({ accountId, cohortId, once }) => {
      const opening = indexedDB.open('opiring-drafts', 1);
      opening.onupgradeneeded = () =>
        opening.result.createObjectStore('drafts', { keyPath: ['accountId', 'key'] });
      await new Promise((done) => (opening.onsuccess = done));
      const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'Vana kapi sõnad.' }] }];
      const words = { title: 'Kapp', body: { type: 'doc', content } };
      const place = { accountId, cohortId, key: 'new:', entryId: null, revision: null };
      const row = { ...place, ...words, once, occasion: {}, changedAt: new Date().toISOString() };
      const rows = opening.result.transaction('drafts', 'readwrite').objectStore('drafts');
      await new Promise((done) => (rows.put(row).onsuccess = done));
      opening.result.close();
    },
    {
      accountId: me.account.id,
      cohortId: me.memberships[0]?.cohortId ?? '',
      once: '5b0f1d5c-90b1-4a6c-9f0a-0f6f6d1c7a11',
    },
  );
  expect(await deviceStores(page)).toContain('Vana kapi');
  await page.goto('/kirjuta/5b0f1d5c-90b1-4a6c-9f0a-0f6f6d1c7a11');
  await expect(editorOf(page)).toContainText('Vana kapi sõnad.');
  await expectSaved(page);
  expect(await deviceStores(page)).not.toContain('Vana kapi');
});

test('two tabs that wrote apart keep both texts', async ({ page, context, signInAs }) => {
  await signInAs('toivo');
  await page.goto('/kirjuta');
  const id = await write(page, { title: 'Kaks käsi', body: 'Ühine algus.' });
  const other = await context.newPage();
  await other.goto(`/kirjuta/${id}`);
  await expect(editorOf(other)).toContainText('Ühine algus.');

  const letGo = await holdSaves(page);
  await goOn(page, ' Siin juurde.');
  await expect(state(page)).toContainText(here);
  await goOn(other, ' Seal juurde.');
  await expect(state(other)).toContainText('Salvestatud');
  await expect
    .poll(async () => (await page.request.get(`/api/entries/${id}`)).text())
    .toContain('Seal juurde');

  await letGo();
  await goOn(page, ' Ja veel.');
  const conflict = page.locator('op-conflict');
  await expect(conflict).toContainText('Siin juurde.');
  await expect(conflict).toContainText('Seal juurde.');
  await conflict.locator('.btn--main').click();
  await expectSaved(page);
  for (const words of ['Siin juurde. Ja veel.', 'Seal juurde.'])
    await expect(editorOf(page)).toContainText(words);
  // The other tab, having nothing of its own to lose, shows what was chosen.
  await expect(editorOf(other)).toContainText('Siin juurde. Ja veel.');
  await page.reload();
  await expect(editorOf(page)).toContainText('Seal juurde.');
});

test('a session that lapsed while one wrote is taken up again in place', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('kersti');
  await page.goto('/kirjuta');
  const id = await write(page, { title: 'Hilja', body: 'Enne südaööd.' });
  await lapse(context);
  await goOn(page, ' Pärast südaööd.');
  await expect(page.locator('[aria-controls="password-form"]')).toBeVisible();
  await expect(page).toHaveURL(`/kirjuta/${id}`);
  expect(await deviceStores(page)).not.toContain('südaööd');

  await page.locator('[aria-controls="password-form"]').click();
  const form = page.locator('#password-form form');
  await form.locator('#email2').fill(addressOf('kersti'));
  await form.locator('#password').fill(password);
  await form.getByRole('button').click();
  await expect(editorOf(page)).toContainText('Enne südaööd. Pärast südaööd.');
  await expectSaved(page);
  await expect
    .poll(async () => (await page.request.get(`/api/entries/${id}`)).text())
    .toContain('Pärast südaööd');
});

test('a server that does not answer costs nothing but time', async ({ page, signInAs }) => {
  await signInAs('andres');
  await page.goto('/kirjuta');
  const id = await write(page, { title: 'Vait', body: 'Server kuulis.' });
  const letGo = await holdSaves(page);
  await goOn(page, ' Server ei kuulnud.');
  await expect(state(page)).toContainText(here);
  await expect(state(page)).not.toContainText('Salvestatud');
  await letGo();
  // Nobody does anything: the page tries again by itself.
  await expectSaved(page);
  expect(await (await page.request.get(`/api/entries/${id}`)).text()).toContain('Server ei kuulnud.');
});

test('texts that wait go up by themselves, each on its own, and no page need open them', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('jelena');
  await page.goto('/motisklused');
  await page.locator('a[href="/kirjuta"]').first().click();
  await expect(page.getByRole('toolbar')).toBeVisible();
  await context.setOffline(true);
  const texts = [`Esimene ${Date.now()}`, `Teine ${Date.now()}`];
  for (const [n, title] of texts.entries()) {
    if (n > 0) {
      await page.getByRole('button', { name: 'Jäta mustandiks' }).click();
      await page.locator('a[href="/kirjuta"]').first().click();
      await expect(editorOf(page)).toHaveText('');
    }
    await page.locator('#title').fill(title);
    await goOn(page, 'Metsas ei ole levi.');
    await expect(state(page)).toContainText(here);
  }
  await page.getByRole('button', { name: 'Jäta mustandiks' }).click();
  const only = page.locator('op-device-texts');
  for (const title of texts) await expect(only.getByRole('link', { name: title })).toBeVisible();

  await context.setOffline(false);
  await expect(only.getByRole('link')).toHaveCount(0, { timeout: 25_000 });
  for (const title of texts) await expect(page.locator('#entries')).toContainText(title);
});

test('signing out says which texts would be lost, and then leaves none', async ({ page }) => {
  await signInOnPage(page, 'triin');
  await expect(page).toHaveURL(/\/teekond$/);
  await page.goto('/kirjuta');
  await expect(page.getByRole('toolbar')).toBeVisible();
  const letGo = await holdSaves(page);
  await page.locator('#title').fill('Ainult siin');
  await goOn(page, 'Seda ei saa keegi.');
  await expect(state(page)).toContainText(here);
  await page.getByRole('button', { name: 'Jäta mustandiks' }).click();
  const leave = async () => {
    await page.locator('button.who').click();
    await page.getByRole('menuitem', { name: 'Logi välja' }).click();
  };
  await leave();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('Ainult siin');
  await question.getByRole('button', { name: 'Jään sisse' }).click();
  expect(await deviceStores(page)).toContain('opiring-writing/drafts');

  await leave();
  await question.getByRole('button', { name: 'Logi välja ja kustuta' }).click();
  await expect(page).toHaveURL(/\/sisene/);
  expect(await deviceStores(page)).not.toContain('opiring-writing');
  await letGo();
});
