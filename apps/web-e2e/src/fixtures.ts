import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import type { Person } from './people';

interface Fixtures {
  /** Faults the browser itself reported: uncaught errors, failed scripts, refusals by the content policy. */
  faults: string[];
  /** Signs the page's browser in; the first `goto` after it is that person's. */
  signInAs: (person: Person) => Promise<void>;
  /** A page in a browser of somebody else, who sees it at the same time. */
  pageOf: (person: Person) => Promise<Page>;
}

/** A refused sign-in or a missing page is an answer, not a fault of the page. */
const expected = /Failed to load resource: the server responded with a status of 4\d\d/;

function listen(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) faults.push(message.text());
  });
}

/** The cookie that `start-server.mjs` was given for this person. */
export async function enter(context: BrowserContext, person: Person, url: string): Promise<void> {
  const jar = JSON.parse(process.env['E2E_COOKIES'] ?? '{}') as Partial<Record<Person, string>>;
  const [name, ...value] = (jar[person] ?? '').split('=');
  expect(name, `${person} has a session`).toBeTruthy();
  await context.addCookies([
    { name: name ?? '', value: value.join('='), url, httpOnly: true, sameSite: 'Lax' },
  ]);
}

export const test = base.extend<Fixtures>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      listen(page, faults);
      await use(faults);
      expect(faults, 'the browser found fault').toEqual([]);
    },
    { auto: true },
  ],
  signInAs: async ({ context, baseURL }, use) => {
    await use((person) => enter(context, person, baseURL ?? ''));
  },
  pageOf: async ({ browser, baseURL, faults }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (person) => {
      const context = await browser.newContext();
      opened.push(context);
      await enter(context, person, baseURL ?? '');
      const page = await context.newPage();
      listen(page, faults);
      return page;
    });
    for (const context of opened) await context.close();
  },
});

export { expect } from '@playwright/test';
