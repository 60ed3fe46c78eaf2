import type { APIRequestContext, Browser, CDPSession, Locator, Page } from '@playwright/test';
import { enter, expect, test } from './fixtures';
import { cohortOf, read, send } from './server';

/**
 * A module of one's own with some activities: other journeys work in the same draft at the same time. What an earlier try left
 * under the same name goes first.
 */
async function aModule(request: APIRequestContext, title: string, activities: string[]): Promise<string> {
  const cohortId = await cohortOf(request);
  const { modules } = (await read(request, `/api/cohorts/${cohortId}/curriculum`)) as {
    modules: { id: string; title: { et: string }; draft: string }[];
  };
  for (const left of modules.filter((each) => each.title.et === title && each.draft !== 'retired'))
    await send(request, 'DELETE', `/api/modules/${left.id}`);
  const { id } = await send(request, 'POST', `/api/cohorts/${cohortId}/modules`, { title });
  if (activities.length > 0)
    await send(request, 'POST', `/api/modules/${String(id)}/activity-lists`, {
      activities: activities.map((name) => ({ kind: 'read', title: name })),
    });
  return title;
}

async function open(page: Page, module: string): Promise<Locator> {
  await page.goto('/kava');
  await page
    .getByRole('list', { name: 'Kõigi moodulite kõrval' })
    .getByRole('button', { name: module })
    .click();
  await expect(page.getByRole('heading', { level: 2, name: module })).toBeVisible();
  return page.locator('op-activity-list ol > li');
}
const names = (lines: Locator): Locator => lines.getByRole('heading', { level: 3 });

/** By pointer from the middle of one thing, with steps a person's hand would make; what it is dropped on may show only meanwhile. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const start = await from.boundingBox();
  if (!start) throw new Error('nothing to drag');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2 + 12, { steps: 4 });
  await expect(page.locator('.cdk-drag-preview')).toBeVisible();
  await expect(to).toBeVisible();
  const end = await to.boundingBox();
  if (!end) throw new Error('nowhere to drop');
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 12 });
  if (await to.evaluate((place) => place.matches('[data-takes]'))) await expect(to).toHaveClass(/is-over/);
  await page.mouse.up();
  await expect(page.locator('.cdk-drag-preview')).toHaveCount(0);
}

test('by pointer: drags, sends to another module, moves several, and takes every step back', async ({
  page,
  signInAs,
}) => {
  await signInAs('kadri');
  const other = await aModule(page.request, 'Teisal olev', []);
  const here = await aModule(page.request, 'Hiirega tehtud', ['Üks', 'Kaks', 'Kolm', 'Neli']);
  const lines = await open(page, here);
  await expect(names(lines)).toHaveText(['Üks', 'Kaks', 'Kolm', 'Neli']);

  await drag(page, lines.nth(2).locator('.ac__g'), lines.nth(0));
  await expect(names(lines)).toHaveText(['Kolm', 'Üks', 'Kaks', 'Neli']);
  await page.reload();
  await open(page, here);
  await expect(names(lines)).toHaveText(['Kolm', 'Üks', 'Kaks', 'Neli']);

  await page.getByRole('button', { name: 'Neli: tegevused' }).click();
  await page.getByRole('menuitem', { name: `Vii moodulisse „${other}“` }).click();
  await expect(names(lines)).toHaveText(['Kolm', 'Üks', 'Kaks']);

  await lines.nth(0).hover();
  await page.getByLabel('Vali: Kolm').check();
  await page.getByLabel('Vali: Kaks').click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'Valitud tegevused' });
  await expect(bar).toContainText('3 tegevust on valitud');
  await bar.getByRole('button', { name: 'Vii moodulisse' }).click();
  await page.getByRole('menuitem', { name: other }).click();
  await expect(lines).toHaveCount(0);
  await expect(bar).toHaveCount(0);

  const undo = page.getByRole('button', { name: /^Võta tagasi/ });
  await expect(undo).toHaveAccessibleName('Võta tagasi: 3 tegevuse liigutamine');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(names(lines)).toHaveText(['Kolm', 'Üks', 'Kaks']);
  await undo.click();
  await expect(names(lines)).toHaveText(['Kolm', 'Üks', 'Kaks', 'Neli']);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(names(lines)).toHaveText(['Kolm', 'Üks', 'Kaks']);
  await page.keyboard.press('ControlOrMeta+y');
  await expect(lines).toHaveCount(0);
});

test('by pointer: drops an activity on a module, near the band and far from it', async ({
  page,
  signInAs,
}) => {
  await signInAs('kadri');
  const other = await aModule(page.request, 'Võtab vastu', []);
  const here = await aModule(page.request, 'Annab ära', ['Üks', 'Kaks', 'Kolm']);
  const lines = await open(page, here);
  await drag(
    page,
    lines.nth(1).locator('.ac__g'),
    page.locator('op-module-tray li').filter({ hasText: other }),
  );
  await expect(names(lines)).toHaveText(['Üks', 'Kolm']);
  await expect(page.locator('op-module-tray')).toHaveCount(0);
  await page.setViewportSize({ width: 1440, height: 2400 });
  await drag(
    page,
    lines.nth(1).locator('.ac__g'),
    page.locator('.cal__side > li').filter({ hasText: other }),
  );
  await expect(names(lines)).toHaveText(['Üks']);
  await page.getByRole('button', { name: /^Võta tagasi/ }).click();
  await expect(names(lines)).toHaveText(['Üks', 'Kolm']);
});

test('by pointer: drags all that is chosen, and one step brings them all back', async ({
  page,
  signInAs,
}) => {
  await signInAs('kadri');
  const other = await aModule(page.request, 'Mitme koht', []);
  const here = await aModule(page.request, 'Mitu korraga', ['Üks', 'Kaks', 'Kolm', 'Neli', 'Viis']);
  const lines = await open(page, here);
  await names(lines)
    .nth(1)
    .click({ modifiers: ['ControlOrMeta'] });
  await names(lines)
    .nth(3)
    .click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'Valitud tegevused' });
  await expect(bar).toContainText('3 tegevust on valitud');
  await drag(page, lines.nth(2).locator('.ac__g'), lines.nth(0));
  await expect(names(lines)).toHaveText(['Kaks', 'Kolm', 'Neli', 'Üks', 'Viis']);
  await drag(
    page,
    lines.nth(0).locator('.ac__g'),
    page.locator('op-module-tray li').filter({ hasText: other }),
  );
  await expect(names(lines)).toHaveText(['Üks', 'Viis']);
  await expect(bar).toHaveCount(0);
  const undo = page.getByRole('button', { name: /^Võta tagasi/ });
  await expect(undo).toHaveAccessibleName('Võta tagasi: 3 tegevuse liigutamine');
  await undo.click();
  await expect(names(lines)).toHaveText(['Kaks', 'Kolm', 'Neli', 'Üks', 'Viis']);
  await undo.click();
  await expect(names(lines)).toHaveText(['Üks', 'Kaks', 'Kolm', 'Neli', 'Viis']);
});

async function touch(
  cdp: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  x = 0,
  y = 0,
): Promise<void> {
  await cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
}

/** A page under a finger, with an activity list of its own. */
async function byTouch(
  browser: Browser,
  baseURL: string | undefined,
  module: string,
  titles: string[],
): Promise<{ page: Page; lines: Locator; cdp: CDPSession; close: () => Promise<void> }> {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  });
  await enter(context, 'kadri', baseURL ?? '');
  const page = await context.newPage();
  const lines = await open(page, await aModule(page.request, module, titles));
  await expect(lines).toHaveCount(titles.length);
  return { page, lines, cdp: await context.newCDPSession(page), close: () => context.close() };
}

async function middle(thing: Locator): Promise<[number, number]> {
  const box = await thing.boundingBox();
  if (!box) throw new Error('nothing there');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function glide(cdp: CDPSession, from: [number, number], to: [number, number]): Promise<void> {
  for (let n = 1; n <= 8; n++)
    await touch(
      cdp,
      'touchMove',
      from[0] + ((to[0] - from[0]) * n) / 8,
      from[1] + ((to[1] - from[1]) * n) / 8,
    );
}

/** A swipe goes on by itself for a while. */
async function standsStill(page: Page): Promise<void> {
  let last = Number.NaN;
  await expect
    .poll(async () => {
      const before = last;
      last = await page.evaluate(() => scrollY);
      return last === before;
    })
    .toBe(true);
}

test('by touch: a long press takes a line in hand, a swipe scrolls', async ({ browser, baseURL }) => {
  const titles = Array.from({ length: 12 }, (_, n) => `Puude ${n + 1}`);
  const { page, lines, cdp, close } = await byTouch(browser, baseURL, 'Puute moodul', titles);
  await lines.nth(0).scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  const [x, y] = await middle(lines.nth(0));
  await touch(cdp, 'touchStart', x, y);
  await glide(cdp, [x, y], [x, y - 200]);
  await touch(cdp, 'touchEnd');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
  await expect(names(lines)).toHaveText(titles);
  await standsStill(page);

  await lines.nth(1).scrollIntoViewIfNeeded();
  const from = await middle(lines.nth(1));
  const [, toY] = await middle(lines.nth(0));
  await touch(cdp, 'touchStart', ...from);
  await expect(lines.nth(1)).toHaveClass(/is-held/);
  await glide(cdp, from, [from[0], toY - 10]);
  await touch(cdp, 'touchEnd');
  await expect(names(lines).first()).toHaveText('Puude 2');
  await page.getByRole('button', { name: /^Võta tagasi: „Puude 2“/ }).click();
  await expect(names(lines).first()).toHaveText('Puude 1');
  await close();
});

test('by touch: what is held is dropped on a module', async ({ browser, baseURL }) => {
  const titles = ['Käes 1', 'Käes 2', 'Käes 3'];
  const { page, lines, cdp, close } = await byTouch(browser, baseURL, 'Käest moodulisse', titles);
  const target = page.locator('op-module-tray li').filter({ hasText: 'Kohalejõudmine' });
  await lines.nth(1).scrollIntoViewIfNeeded();
  const [x, y] = await middle(lines.nth(1));
  await touch(cdp, 'touchStart', x, y);
  await expect(lines.nth(1)).toHaveClass(/is-held/);
  await glide(cdp, [x, y], [x, y - 40]);
  await expect(target).toBeVisible();
  await glide(cdp, [x, y - 40], await middle(target));
  await expect(target).toHaveClass(/is-over/);
  await touch(cdp, 'touchEnd');
  await expect(names(lines)).toHaveText(['Käes 1', 'Käes 3']);
  await page.getByRole('button', { name: /^Võta tagasi: „Käes 2“/ }).click();
  await expect(names(lines)).toHaveText(titles);
  await close();
});

test('by touch: ticks one line after another, in every language and on the narrowest phones', async ({
  browser,
  baseURL,
}) => {
  const titles = ['Linnuke 1', 'Linnuke 2', 'Linnuke 3'];
  const { page, lines, close } = await byTouch(browser, baseURL, 'Linnukesed', titles);
  const choose = page.locator('op-draft-tools button[aria-pressed]');
  const bar = page.locator('op-selection-bar section');
  const boxes = lines.getByRole('checkbox');
  for (const language of ['et', 'en', 'ru']) {
    await page.evaluate((spoken) => localStorage.setItem('opiring.language', spoken), language);
    await page.reload();
    await page.locator('.cal__side button').filter({ hasText: 'Linnukesed' }).tap();
    await expect(names(lines)).toHaveText(titles);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 700 });
      await choose.tap();
      await expect(bar).toBeVisible();
      // Where a thumb finds it: the first line under the page's head, the others below it, and nothing scrolls from here on.
      await lines.nth(0).evaluate((line) => {
        scrollBy({ top: line.getBoundingClientRect().top - 120, behavior: 'instant' });
      });
      for (const box of await boxes.all()) {
        await page.touchscreen.tap(...(await middle(box)));
        await expect(box, `${language}, ${width} px`).toBeChecked();
      }
      await bar.getByRole('button').last().tap();
      await expect(bar).toHaveCount(0);
    }
  }
  await close();
});

test('by keyboard alone: writes lines, chooses several, takes them out and brings them back', async ({
  page,
  signInAs,
}) => {
  await signInAs('kadri');
  const lines = await open(page, await aModule(page.request, 'Klahvide moodul', ['Esimene']));
  await page.getByRole('button', { name: 'Lisa mitu rida' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tegevused, igaüks oma real').fill('Vaata: film (1 t 30 min)\nMõtiskle: mis jäi');
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await expect(dialog.getByRole('listitem').first()).toContainText('1 t 30 min');
  await dialog.getByRole('button', { name: 'Lisa 2 tegevust' }).focus();
  await page.keyboard.press('Enter');
  await expect(names(lines)).toHaveText(['Esimene', 'film', 'mis jäi']);

  await page.getByLabel('Vali: film').focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Vali: mis jäi').focus();
  await page.keyboard.press('Space');
  const bar = page.getByRole('region', { name: 'Valitud tegevused' });
  await bar.getByRole('button', { name: 'Vabatahtlikuks' }).focus();
  await page.keyboard.press('Enter');
  await expect(lines.nth(2)).toContainText('vabatahtlik');
  await bar.getByRole('button', { name: 'Võta kavast välja' }).focus();
  await page.keyboard.press('Enter');
  await expect(names(lines)).toHaveText(['Esimene']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(names(lines)).toHaveText(['Esimene', 'film', 'mis jäi']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(lines.nth(2)).toContainText('kohustuslik');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(names(lines)).toHaveText(['Esimene']);

  await page.getByText('Moodulite järjekord').focus();
  await page.keyboard.press('Enter');
  const modules = page.locator('op-module-order');
  const handle = modules.getByRole('button', { name: 'Liiguta moodulit: Klahvide moodul' });
  await handle.focus();
  await page.keyboard.press('Space');
  await expect(modules.getByRole('status')).toContainText('„Klahvide moodul“ on käes');
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(modules.locator('.mo__t').first()).toHaveText('Klahvide moodul');
  await expect(handle).toBeFocused();
});

test('undoing never goes over what somebody else changed', async ({ page, signInAs }) => {
  await signInAs('kadri');
  const lines = await open(page, await aModule(page.request, 'Kahe moodul', ['Minu sõnad']));
  await lines.nth(0).getByRole('button', { name: 'Minu sõnad', exact: true }).click();
  await page.locator('#act-title').fill('Teised sõnad');
  await page.getByRole('button', { name: 'Salvesta kavandisse' }).click();
  await expect(names(lines)).toHaveText(['Teised sõnad']);
  const cohortId = await cohortOf(page.request);
  const { modules } = (await (await page.request.get(`/api/cohorts/${cohortId}/curriculum`)).json()) as {
    modules: { title: { et: string }; activities: { id: string; revision: number }[] }[];
  };
  const theirs = modules.find(({ title }) => title.et === 'Kahe moodul')?.activities[0];
  const change = async (revision: number, data: object): Promise<void> => {
    const headers = { 'if-match': `"${revision}"`, 'sec-fetch-site': 'same-origin' };
    const answer = await page.request.patch(`/api/activities/${theirs?.id ?? ''}`, { data, headers });
    expect(answer.status()).toBe(200);
  };
  const revision = theirs?.revision ?? 0;
  await change(revision, { minutes: 75 });
  const undo = page.getByRole('button', { name: /^Võta tagasi/ });
  await undo.click();
  await expect(names(lines)).toHaveText(['Minu sõnad']);
  await expect(lines.nth(0)).toContainText('1 t 15 min');
  await change(revision + 2, { title: 'Kolmanda sõnad' });
  await page.getByRole('button', { name: /^Tee uuesti/ }).click();
  await expect(page.getByText('Seda ei saa enam tagasi võtta ega uuesti teha')).toBeVisible();
  await expect(names(lines)).toHaveText(['Kolmanda sõnad']);
});
