import type { APIRequestContext, CDPSession, Locator, Page } from '@playwright/test';
import { enter, expect, test } from './fixtures';
import { cohortOf, send } from './server';

/** A module of one's own with some activities: other journeys work in the same draft at the same time. */
async function aModule(request: APIRequestContext, title: string, activities: string[]): Promise<string> {
  const cohortId = await cohortOf(request);
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

/** By pointer from the middle of one thing to the middle of another, with steps a person's hand would make. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const start = await from.boundingBox();
  if (!start) throw new Error('nothing to drag');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2 + 12, { steps: 4 });
  await expect(page.locator('.cdk-drag-preview')).toBeVisible();
  const end = await to.boundingBox();
  if (!end) throw new Error('nowhere to drop');
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 12 });
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

async function touch(
  cdp: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  x = 0,
  y = 0,
): Promise<void> {
  await cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
}

test('by touch: a long press takes a line in hand, a swipe scrolls', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  });
  await enter(context, 'kadri', baseURL ?? '');
  const page = await context.newPage();
  const titles = Array.from({ length: 12 }, (_, n) => `Puude ${n + 1}`);
  const lines = await open(page, await aModule(page.request, 'Puute moodul', titles));
  await expect(lines).toHaveCount(12);
  const cdp = await context.newCDPSession(page);
  await lines.nth(0).scrollIntoViewIfNeeded();
  const middle = async (line: Locator): Promise<[number, number]> => {
    const box = await line.boundingBox();
    if (!box) throw new Error('no line there');
    return [box.x + box.width / 2, box.y + box.height / 2];
  };

  const before = await page.evaluate(() => scrollY);
  const [x, y] = await middle(lines.nth(0));
  await touch(cdp, 'touchStart', x, y);
  for (let n = 1; n <= 8; n++) await touch(cdp, 'touchMove', x, y - n * 25);
  await touch(cdp, 'touchEnd');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
  await expect(names(lines)).toHaveText(titles);

  await lines.nth(1).scrollIntoViewIfNeeded();
  const [fromX, fromY] = await middle(lines.nth(1));
  const [, toY] = await middle(lines.nth(0));
  await touch(cdp, 'touchStart', fromX, fromY);
  await expect(lines.nth(1)).toHaveClass(/is-held/);
  for (let n = 1; n <= 8; n++) await touch(cdp, 'touchMove', fromX, fromY + ((toY - fromY - 10) * n) / 8);
  await touch(cdp, 'touchEnd');
  await expect(names(lines).first()).toHaveText('Puude 2');
  await page.getByRole('button', { name: /^Võta tagasi: „Puude 2“/ }).click();
  await expect(names(lines).first()).toHaveText('Puude 1');
  await context.close();
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
