import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectAccessible } from './accessible';
import { editorOf, expectSaved, signInOnPage, write } from './pages';

test.use({ serviceWorkers: 'allow' });

/** A network that is taken away on purpose is no fault of the page. */
test.afterEach(({ faults }) => {
  const own = faults.filter((fault) => !/net::ERR_(INTERNET_DISCONNECTED|FAILED)/.test(fault));
  faults.splice(0, faults.length, ...own);
});

/** The device holds the whole app: what installs it has come to its end, and this page is its own. */
async function appIsKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    await navigator.serviceWorker.ready;
    return navigator.serviceWorker.controller?.state === 'activated';
  });
}

test('the app starts without a network: what waits opens, a new text begins, and all goes up later by itself', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('triin');
  await page.goto('/kirjuta');
  const id = await write(page, { title: 'Paadisild', body: 'Kirjutatud kaldal.' });
  await appIsKept(page);

  await context.setOffline(true);
  await editorOf(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' Ja nüüd saarel.');
  await expect(page.locator('op-save-state')).toContainText('Tekst on selles seadmes alles.');
  await page.close();

  // The next morning, still without a network, in a new tab.
  const morning = await context.newPage();
  await morning.goto('/motisklused');
  await expect(morning.getByRole('link', { name: 'Paadisild' })).toBeVisible();
  await expect(morning.getByText('Oled ilma võrguta.').first()).toBeVisible();
  await expectAccessible(morning);
  await morning.goto(`/kirjuta/${id}`);
  await expect(editorOf(morning)).toContainText('Kirjutatud kaldal. Ja nüüd saarel.');
  await morning.goto('/kirjuta');
  await expect(morning.getByRole('toolbar')).toBeVisible();
  await editorOf(morning).click();
  await morning.keyboard.type('Alustatud ilma võrguta.');
  await expect(morning.locator('op-save-state')).toContainText('Tekst on selles seadmes alles.');
  await expect(morning.getByRole('button', { name: 'Valmis' })).toHaveCount(0);

  await context.setOffline(false);
  await expectSaved(morning);
  await morning.goto('/motisklused');
  await expect(morning.getByText('Alustatud ilma võrguta.')).toBeVisible();
  await expect
    .poll(async () => (await morning.request.get(`/api/entries/${id}`)).text(), { timeout: 20_000 })
    .toContain('Ja nüüd saarel.');
  const entry = (await (await morning.request.get(`/api/entries/${id}`)).json()) as { shares: unknown[] };
  expect(entry.shares).toEqual([]);
});

test('what is kept for days without a network is the app alone, nothing of anybody', async ({
  page,
  signInAs,
}) => {
  await signInAs('triin');
  await page.goto('/teekond');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await appIsKept(page);
  await page.goto('/motisklused');
  await expect(page.getByRole('tablist')).toBeVisible();
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const found = await Promise.all(
      names.map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
      ),
    );
    return found.flat();
  });
  expect(kept.length).toBeGreaterThan(50);
  expect(kept.filter((path) => path.startsWith('/api'))).toEqual([]);
  expect(kept.filter((path) => !/^\/$|\.(js|css|json|svg|woff2)$/.test(path))).toEqual([]);
});

test('signing out leaves an app that knows nobody', async ({ page, context }) => {
  await signInOnPage(page, 'triin');
  await expect(page).toHaveURL(/teekond/);
  await appIsKept(page);
  await page.getByRole('button', { name: /Triin/ }).click();
  await page.getByRole('menuitem', { name: 'Logi välja' }).click();
  await expect(page).toHaveURL(/sisene/);
  await context.setOffline(true);
  await page.goto('/teekond');
  await expect(page.getByRole('alert')).toContainText('Oled ilma võrguta.');
  await expect(page.getByText('Triin')).toHaveCount(0);
});
