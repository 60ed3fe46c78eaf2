import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { leaders, type Person } from './people';
import { cohortOf, rowsOf, send } from './server';

/** What leaders wrote for others than the team, and a way to ask which of it has reached this page so far. */
async function listening(page: Page, pageOf: (person: Person) => Promise<Page>) {
  const canary = 'kanaarilind-7f3a';
  const theirs = new Set<string>([canary]);
  for (const person of leaders) {
    const { request } = await pageOf(person);
    const cohortId = await cohortOf(request);
    if (person === 'marika') {
      const entry = { title: `Pealkiri ${canary}`, body: `Minu ${canary} mõte.` };
      const made = await send(request, 'POST', `/api/cohorts/${cohortId}/entries`, entry);
      await send(request, 'POST', `/api/entries/${String(made['id'])}/shares`, { audience: 'mentor' });
    }
    for (const entry of await rowsOf(request, `/api/cohorts/${cohortId}/entries`)) {
      const shared = entry['audiences'] as string[];
      const [title, opening] = [String(entry['title']).trim(), String(entry['opening']).trim()];
      // A title may be an activity's own name, which is public; the opening words are the leader's.
      if (!shared.includes('team'))
        [opening, title].filter((words) => words.length > 24).forEach((words) => theirs.add(words));
    }
  }
  expect(theirs.size).toBeGreaterThan(10);

  const answers: string[] = [];
  page.on('response', async (answer) => {
    if (!/json|html|text\/plain|calendar/.test(answer.headers()['content-type'] ?? '')) return;
    answers.push(await answer.text().catch(() => ''));
  });
  const leaks = async () => {
    const heard = [
      ...answers,
      await page.content(),
      JSON.stringify(await page.context().storageState()),
    ].join('\n');
    return [...theirs].filter((words) => heard.includes(words));
  };
  return { answers, leaks };
}

test('a program leader sees how ten leaders stand and not a word of what they wrote', async ({
  page,
  signInAs,
  pageOf,
}) => {
  const { answers, leaks } = await listening(page, pageOf);
  await signInAs('maarja');
  await page.goto('/ulevaade');
  await expect(page.locator('op-progress-matrix tbody tr')).toHaveCount(10);
  expect(await leaks()).toEqual([]);
  const rows = page.locator('op-progress-matrix tbody th a');
  for (let at = 0; at < 10; at += 1) {
    await rows.nth(at).click();
    await expect(page).toHaveURL(/\/juhid\/./);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('op-loader')).toHaveCount(0);
    expect(await leaks()).toEqual([]);
    await page.goBack();
    await expect(page.locator('op-progress-matrix tbody tr')).toHaveCount(10);
  }
  expect(answers.length).toBeGreaterThan(20);
});

test('no other page of a program leader says a word of what leaders wrote', async ({
  page,
  signInAs,
  pageOf,
}) => {
  const { answers, leaks } = await listening(page, pageOf);
  await signInAs('maarja');
  for (const path of [
    '/juhid',
    '/inimesed',
    '/kohtumised',
    '/ringid',
    '/kava',
    '/materjalid',
    '/motisklused',
  ]) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await leaks(), path).toEqual([]);
  }
  expect(answers.length).toBeGreaterThan(20);
});
