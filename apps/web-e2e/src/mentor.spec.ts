import { expect, test } from './fixtures';
import { choosePassage } from './pages';

test('a mentor opens the oldest letter, answers a passage of it, and its author sees that', async ({
  page,
  signInAs,
  pageOf,
}) => {
  await signInAs('juri');
  await page.goto('/laud');
  const waiting = page.locator('.wq');
  await expect(waiting.first()).toHaveAttribute('aria-current', 'true');
  const days = await page.locator('.wq__w').allInnerTexts();
  const numbers = days.map((each) => Number(/\d+/.exec(each)?.[0] ?? 0));
  expect(numbers).toEqual([...numbers].sort((one, other) => other - one));

  const title = await page.locator('#letter-h').innerText();
  const author = (await page.locator('.md__e header b').first().innerText()).split(' ')[0] ?? '';
  const sentence = (await page.locator('.pk__b').first().textContent())?.trim() ?? '';
  await choosePassage(page, sentence);
  await page.getByRole('radio', { name: 'Küsin' }).check();
  const note = 'Mis sind selle juures kõige rohkem üllatas?';
  await page.getByRole('textbox', { name: 'Märkus' }).fill(note);
  const id = await page.getByRole('link', { name: 'Ava tervikuna' }).getAttribute('href');
  await page.getByRole('button', { name: /^Saada / }).click();
  await expect(page.locator('#letter-h', { hasText: title })).toHaveCount(0);

  const leader = await pageOf(author.toLowerCase() as 'rein');
  await leader.goto(id ?? '');
  const card = leader.locator('op-note-card', { hasText: note });
  await expect(card).toBeVisible();
  await expect(card).toContainText('Küsin');
  await expect(leader.locator('op-entry-body .an').first()).toContainText(sentence.slice(0, 20));

  await card.getByRole('button', { name: 'Aitäh' }).click();
  await card.getByRole('button', { name: 'Vasta' }).click();
  await card.getByRole('textbox').fill('Et keegi jäi pärast edasi rääkima.');
  await card.getByRole('button', { name: /^Vasta / }).click();
  await page.goto(id ?? '');
  await expect(page.locator('op-note-card', { hasText: note })).toContainText('jäi pärast edasi rääkima');
});
