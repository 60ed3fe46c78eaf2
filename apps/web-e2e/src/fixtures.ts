import { test as base, expect, type Page } from '@playwright/test';
import { addressOf, password, type Person } from './people';

interface Fixtures {
  /** Faults the browser itself reported: uncaught errors, failed scripts, refusals by the content policy. */
  faults: string[];
  /** Signs the page's browser in through the API; the first `goto` after it is that person's. */
  signInAs: (person: Person) => Promise<void>;
}

export async function signIn(page: Page, person: Person, origin: string): Promise<void> {
  const answer = await page.request.post('/api/session', {
    data: { email: addressOf(person), password },
    headers: { origin },
  });
  expect(answer.status(), await answer.text()).toBe(201);
}

export const test = base.extend<Fixtures>({
  faults: async ({ page }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // A refused sign-in or a missing page is an answer, not a fault of the page.
      const expected = /Failed to load resource: the server responded with a status of 4\d\d/;
      if (message.type() === 'error' && !expected.test(message.text())) faults.push(message.text());
    });
    await use(faults);
  },
  signInAs: async ({ page, baseURL }, use) => {
    await use((person) => signIn(page, person, baseURL ?? ''));
  },
});

export { expect } from '@playwright/test';
