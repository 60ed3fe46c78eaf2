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
  await expect(page.locator('op-receipt li')).toHaveCount(1);
  await expect(page.locator('op-receipt li')).toContainText('Helve');
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
