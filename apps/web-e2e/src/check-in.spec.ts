import { expect, test } from './fixtures';
import { callOff, cohortOf, send } from './server';

test('a leader types the code seen on the wall, and whoever takes attendance sees it come', async ({
  page,
  pageOf,
  signInAs,
}) => {
  await signInAs('kadri');
  const { request } = page;
  const cohortId = await cohortOf(request);
  // An hour around now: on one day, and not asked about afterwards.
  const now = Date.now();
  const meeting = await send(request, 'POST', `/api/cohorts/${cohortId}/meetings`, {
    title: 'Lisakohtumine koodiga',
    startsAt: new Date(now - 60_000).toISOString(),
    endsAt: new Date(now + 3_600_000).toISOString(),
  });
  const id = String(meeting['id']);

  const leader = await pageOf('triin');
  await leader.setViewportSize({ width: 390, height: 844 });
  // What comes later comes to a page that listens.
  const listening = leader.waitForResponse((answer) => answer.url().endsWith('/events'));
  await leader.goto('/teekond');
  await listening;
  await expect(leader.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(leader.getByRole('heading', { name: 'Kas oled kohal?' })).toHaveCount(0);

  const team = await pageOf('maarja');
  const hearing = team.waitForResponse((answer) => answer.url().endsWith('/events'));
  await team.goto(`/kohtumised/${id}/kohalolek`);
  await hearing;
  await expect(team.locator('.atp__r')).toHaveCount(10);
  const hers = team.getByRole('group', { name: /Triin/ }).getByRole('radio', { name: 'kohal', exact: true });
  await expect(hers).not.toBeChecked();

  await page.goto(`/kohtumised/${id}/kood`);
  await page.getByRole('button', { name: 'Näita koodi' }).click();
  const wall = page.locator('.cip__c');
  await expect(wall).toHaveText(/^\s*\w{3}\s*\w{3}\s*$/);
  const code = ((await wall.textContent()) ?? '').replace(/\s/g, '');

  // It comes to the open page by itself.
  const field = leader.getByLabel('Kood, mida ruumis näidatakse');
  await expect(field).toBeVisible();
  await field.fill(code === 'CCCCCC' ? 'DDDDDD' : 'CCCCCC');
  await leader.getByRole('button', { name: 'Olen kohal' }).click();
  await expect(leader.getByText('See ei ole kood, mida ruumis näidatakse.')).toBeVisible();
  await expect(field).toBeFocused();
  expect(await leader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await field.fill(`${code.slice(0, 3).toLowerCase()} ${code.slice(3).toLowerCase()}`);
  await field.press('Enter');
  await expect(leader.getByText('Oled kohalolijana kirjas')).toBeVisible();
  await expect(field).toHaveCount(0);

  await expect(hers).toBeChecked();
  await team.getByText('Märkimise ajalugu').click();
  await expect(team.locator('op-attendance-history').getByText('ise, koodiga')).toBeVisible();

  await page.getByRole('button', { name: 'Lõpeta registreerimine' }).click();
  await expect(wall).toHaveCount(0);

  await callOff(request, id);
});

test('an agenda is written and put in order by the keyboard alone, published, and read by a leader', async ({
  page,
  pageOf,
  signInAs,
}) => {
  await signInAs('kadri');
  const { request } = page;
  const cohortId = await cohortOf(request);
  const from = Date.now() + 90 * 86_400_000;
  const meeting = await send(request, 'POST', `/api/cohorts/${cohortId}/meetings`, {
    title: 'Kavata kohtumine',
    startsAt: new Date(from).toISOString(),
    endsAt: new Date(from + 3_600_000).toISOString(),
  });
  const id = String(meeting['id']);
  await page.goto(`/kohtumised/${id}/paevakava`);
  const add = page.getByRole('button', { name: 'Lisa samm' });
  await add.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('1. sammu nimi')).toBeFocused();
  await page.keyboard.type('Lõpuring');
  await expect(page.getByText('30 minutit on veel vaba.')).toBeVisible();
  await add.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('2. sammu nimi')).toBeFocused();
  await page.keyboard.type('Avaring');
  await expect(page.getByText('Kava mahub täpselt.')).toBeVisible();
  await page.getByRole('button', { name: 'Liiguta sammu 2: Avaring' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('1. sammu nimi')).toHaveValue('Avaring');
  await expect(page.getByRole('button', { name: 'Liiguta sammu 1: Avaring' })).toBeFocused();
  await expect(page.getByText('Liigutatud 2. kohalt 1. kohale')).toBeAttached();
  await page.getByRole('button', { name: 'Avalda päevakava' }).press('Enter');
  await expect(page.getByText('Päevakava on liikmetele näha')).toBeVisible();

  const leader = await pageOf('ants');
  await leader.goto(`/kohtumised/${id}/paevakava`);
  await expect(leader.locator('.ag li')).toHaveCount(2);
  await expect(leader.locator('.ag li').first()).toContainText('Avaring');
  await expect(leader.getByRole('button', { name: 'Muuda päevakava' })).toHaveCount(0);

  await callOff(request, id);
});
