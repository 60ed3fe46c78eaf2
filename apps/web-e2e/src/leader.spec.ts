import { expect, test } from './fixtures';
import { editorOf, expectSaved, signInOnPage, write } from './pages';

test('a leader signs in, writes, shares with the mentor and sees that she has read it', async ({
  page,
  pageOf,
}) => {
  await signInOnPage(page, 'marika');
  await expect(page).toHaveURL(/\/teekond$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Marika');

  await page.goto('/kirjuta');
  const title = 'Mida vaikus koosolekul ütles';
  const id = await write(page, { title, body: 'Täna jäin esimest korda vait ja ootasin.' });
  await page.reload();
  await expect(page.locator('#title')).toHaveValue(title);
  await expect(editorOf(page)).toContainText('jäin esimest korda vait');

  const share = page.getByRole('button', { name: 'Jaga Helvega' });
  await expect(share).toHaveCount(0);
  await page.getByRole('radio', { name: /Mina ja mentor/ }).check();
  await expect(page.locator('#who-reads')).toContainText('Helve');
  await share.click();
  await expect(page).toHaveURL(`/motisklused/${id}`);
  await expect(page.locator('op-receipt')).toContainText('Keegi ei ole veel lugenud.');

  const helve = await pageOf('helve');
  await helve.goto(`/motisklused/${id}`);
  await expect(helve.getByRole('heading', { level: 1 })).toHaveText(title);

  await page.reload();
  await expect(page.locator('op-receipt .rc__o li')).toHaveCount(1);
  await expect(page.locator('op-receipt .rc__o li')).toContainText('Helve');
});

test('what is written later stays private until it is shared again', async ({ page, signInAs, pageOf }) => {
  await signInAs('triin');
  await page.goto('/kirjuta');
  const id = await write(page, { title: 'Kaks seisu', body: 'Seda tohib mentor lugeda.' });
  await page.getByRole('radio', { name: /Mina ja mentor/ }).check();
  await page.getByRole('button', { name: 'Jaga Helvega' }).click();
  await expect(page).toHaveURL(`/motisklused/${id}`);

  await page.goto(`/kirjuta/${id}`);
  await editorOf(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok());
  await page.keyboard.type(' Seda lauset veel mitte.');
  await saved;
  await expectSaved(page);

  const helve = await pageOf('helve');
  await helve.goto(`/motisklused/${id}`);
  await expect(helve.locator('op-entry-body')).toContainText('Seda tohib mentor lugeda.');
  await expect(helve.locator('body')).not.toContainText('Seda lauset veel mitte');
});

test('what is folded stays the author’s, and the preview shows just what the mentor gets', async ({
  page,
  signInAs,
  pageOf,
}) => {
  await signInAs('toivo');
  await page.goto('/kirjuta');
  await page.getByRole('button', { name: 'Pärast ringi' }).click();
  await expect(editorOf(page)).toContainText('Mis juhtus?');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  const id = await write(page, { title: 'Kaks lõiku', body: 'Seda võib Helve lugeda.' });
  await page.keyboard.press('Enter');
  await page.keyboard.type('See siin on ainult minule.');
  await page.getByRole('button', { name: /^Ainult minule/ }).click();
  await expectSaved(page);
  await page.reload();
  await expect(editorOf(page).locator('section.fold')).toHaveText('See siin on ainult minule.');

  await page.getByRole('radio', { name: /Mina ja mentor/ }).check();
  await page.getByText('Lisa kaasa mõte või lõpupäev').click();
  await page.getByLabel('Mida sa lugejalt ootad?').fill('Kas siit kostab midagi?');
  await page.getByRole('button', { name: 'Vaata, mida lugeja saab' }).click();
  const preview = page.getByRole('dialog');
  await expect(preview).toContainText('Seda võib Helve lugeda.');
  await expect(preview).toContainText('Üks lõik jääb ainult sulle.');
  await expect(preview).not.toContainText('ainult minule');
  const shown = (await preview.locator('op-entry-body').textContent()) ?? '';
  await preview.getByRole('button', { name: 'Sulge' }).click();
  await page.getByRole('button', { name: 'Jaga Helvega' }).click();
  await expect(page).toHaveURL(`/motisklused/${id}`);
  await expect(page.locator('op-entry-body .fold')).toContainText('ainult minule');

  const helve = await pageOf('helve');
  await helve.goto(`/motisklused/${id}`);
  await expect(helve.locator('op-entry-body')).toHaveText(shown);
  await expect(helve.locator('body')).not.toContainText('ainult minule');

  // What is written after that is offered to Helve, never given to her by itself.
  await page.goto(`/kirjuta/${id}`);
  await editorOf(page).locator('p').first().click();
  await page.keyboard.press('End');
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok());
  await page.keyboard.type(' Ja seda ka.');
  await saved;
  await page.goto(`/motisklused/${id}`);
  await page.getByRole('button', { name: 'Muuda luba' }).click();
  await page.getByRole('button', { name: 'Jaga praegust versiooni' }).click();
  await helve.reload();
  await expect(helve.locator('op-entry-body')).toContainText('Ja seda ka.');
});
