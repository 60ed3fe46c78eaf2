import { expect, test } from './fixtures';
import { expectAccessible } from './accessible';
import { editorOf, expectKept, write } from './pages';

test('an earlier version is read, compared word by word and brought back as a new one', async ({
  page,
  signInAs,
}) => {
  await signInAs('andres');
  await page.goto('/kirjuta');
  const id = await write(page, { title: 'Köögiring', body: 'Istusime kolmekesi saalis.' });
  // Saying that it is done keeps the text as it stands: that is the version one comes back to.
  await page.getByRole('button', { name: 'Valmis' }).click();
  await expect(page).toHaveURL(`/motisklused/${id}`);
  await page.goto(`/kirjuta/${id}`);
  await expect(editorOf(page)).toContainText('saalis');
  await editorOf(page).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Istusime kolmekesi köögis.');
  await expectKept(page, () => id, 'Istusime kolmekesi köögis.');

  await page.reload();
  await page.getByRole('button', { name: 'Varasemad versioonid' }).click();
  await page
    .getByRole('button', { name: /^Vaata versiooni/ })
    .last()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Istusime kolmekesi saalis.');
  await dialog.getByRole('button', { name: 'Võrdle praegusega' }).click();
  await expect(dialog.locator('del')).toContainText('saalis');
  await expect(dialog.locator('ins')).toContainText('köögis');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Too see versioon tagasi' }).click();
  await expect(editorOf(page)).toContainText('Istusime kolmekesi saalis.');
  await expect
    .poll(async () => (await page.request.get(`/api/entries/${id}`)).text())
    .toContain('Istusime kolmekesi saalis.');
  const kept = await page.request.get(`/api/entries/${id}/versions`);
  const { items } = (await kept.json()) as { items: { number: number }[] };
  expect(items.length).toBeGreaterThan(1);
});
