import { expect, test } from './fixtures';
import { callOff, cohortOf, send } from './server';

test.use({ viewport: { width: 390, height: 844 } });

test('attendance is taken on a phone: everybody at once, then the few by one tap each, and what was put right can be read', async ({
  page,
  signInAs,
}) => {
  await signInAs('kadri');
  const { request } = page;
  const cohortId = await cohortOf(request);
  // Long enough ago that nobody is asked about it today.
  const from = Date.now() - 20 * 86_400_000;
  const meeting = await send(request, 'POST', `/api/cohorts/${cohortId}/meetings`, {
    title: 'Lisakohtumine',
    startsAt: new Date(from).toISOString(),
    endsAt: new Date(from + 3_600_000).toISOString(),
  });
  const id = String(meeting['id']);
  await page.goto(`/kohtumised/${id}/kohalolek`);
  const rows = page.locator('.atp__r');
  await expect(rows).toHaveCount(10);

  // The page shows a mark before the server has it: what was kept is counted by its answers.
  let kept = 0;
  page.on('response', (answer) => {
    if (answer.request().method() === 'PUT' && answer.ok()) kept += 1;
  });
  await page.getByRole('button', { name: 'Kõik on kohal' }).click();
  await expect(page.getByText('Märgitud 10, kokku 10')).toBeVisible();
  await expect.poll(() => kept).toBe(10);
  const states = ['veebis', 'osa ajast kohal', 'eemal', 'eemal, põhjus teada'];
  for (const [at, state] of states.entries()) {
    const label = rows
      .nth(at + 1)
      .locator('label')
      .filter({ has: page.getByRole('radio', { name: state, exact: true }) });
    const target = await label.boundingBox();
    expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await label.click();
    await expect.poll(() => kept).toBe(11 + at);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await page.getByText('Märkimise ajalugu').click();
  const history = page.locator('op-attendance-history');
  await expect(history.getByRole('listitem')).toHaveCount(14);
  await expect(history.getByText(/kohal\s+→\s+eemal, põhjus teada/)).toBeVisible();
  await expect(history.getByText(/Kadri/).first()).toBeVisible();
  await page.reload();
  for (const [at, state] of states.entries())
    await expect(rows.nth(at + 1).getByRole('radio', { name: state, exact: true })).toBeChecked();

  await callOff(request, id);
});
