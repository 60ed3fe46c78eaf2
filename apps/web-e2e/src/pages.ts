import { expect, type Locator, type Page } from '@playwright/test';
import { addressOf, password, type Person } from './people';

/** Signs in as a person does: on the page, by password. */
export async function signInOnPage(page: Page, person: Person): Promise<void> {
  await page.goto('/sisene');
  await page.locator('[aria-controls="password-form"]').click();
  const form = page.locator('#password-form form');
  await form.locator('#email2').fill(addressOf(person));
  await form.locator('#password').fill(password);
  await form.getByRole('button').click();
}

/** Writes into the page of a new entry and waits until it says the text is kept. */
export async function write(page: Page, { title, body }: { title: string; body: string }): Promise<string> {
  await page.locator('#title').fill(title);
  const text = editorOf(page);
  await text.click();
  await text.pressSequentially(body);
  // A new text has an address of its own before the server gives it another.
  const id = () => new URL(page.url()).pathname.split('/')[2] ?? '';
  await expectKept(page, id, body);
  return id();
}

export const editorOf = (page: Page): Locator => page.locator('.wr__ed[role="textbox"]');

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('op-save-state')).toContainText('Salvestatud');
}

/** The words are on the server, and the page says so: what it said a moment ago may have been about fewer of them. */
export async function expectKept(page: Page, id: () => string, words: string): Promise<void> {
  const kept = JSON.stringify(words).slice(1, -1);
  await expect.poll(async () => (await page.request.get(`/api/entries/${id()}`)).text()).toContain(kept);
  await expectSaved(page);
}

/** The sentence to point at in the text that lies open. */
export async function choosePassage(page: Page, words: string): Promise<void> {
  await page.locator('op-passage-picker details summary').click();
  await page.locator('.pk__b', { hasText: words }).first().click();
  await expect(page.locator('.cmp__sel q')).toContainText(words);
}
