import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const MANY = 500;
interface Matrix {
  members: { membershipId: string; name: string; seat: number }[];
}

/** The overview of so many people: what the server says of ten, told fifty times over. */
async function openLarge(page: Page, by: '' | '?vaade=tegevused'): Promise<void> {
  await page.route('**/api/cohorts/*/progress*', async (route) => {
    const answer = await route.fetch();
    const matrix = (await answer.json()) as Matrix;
    const { members: few } = matrix;
    const members = Array.from({ length: MANY }, (_, at) => ({
      ...few[at % few.length],
      membershipId: `m${at + 1}`,
      name: `Juht ${at + 1} Pikanimelisest-Omavalitsusest`,
      seat: at + 1,
    }));
    await route.fulfill({ response: answer, json: { ...matrix, members } });
  });
  await page.goto(`/ulevaade${by}`);
  await expect(page.getByRole('grid')).toBeVisible();
  await page.locator('op-progress-matrix tbody th a').first().focus();
}

/** Where the focus is, and whether all of it can be seen: not beneath the head, the names, a bar, nor outside the window. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const cell = document.activeElement as HTMLElement;
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    const inset = 3;
    const corners = [left + inset, right - inset].flatMap((x) =>
      [top + inset, bottom - inset].map((y) => document.elementFromPoint(x, y)),
    );
    const head = document.querySelector('op-progress-matrix thead')?.getBoundingClientRect();
    return {
      row: Number(cell.closest('tr')?.getAttribute('aria-rowindex')),
      col: Number(cell.dataset['c']),
      seen: corners.every((found) => found !== null && (cell.contains(found) || found.contains(cell))),
      head: head !== undefined && head.top >= 0 && head.bottom <= innerHeight,
    };
  });

for (const [width, height, by, heads] of [
  [1440, 900, '?vaade=tegevused', 2],
  [390, 844, '', 1],
] as const)
  test(`five hundred rows are walked by keyboard, and the focus is always seen: ${width}`, async ({
    page,
    signInAs,
  }) => {
    await page.setViewportSize({ width, height });
    await signInAs('maarja');
    await openLarge(page, by);
    const grid = page.getByRole('grid');
    await expect(grid).toHaveAttribute('aria-rowcount', String(MANY + heads));
    const first = 1 + heads;
    const last = MANY + heads;
    for (const [key, row] of [
      ['Control+End', last],
      ['PageUp', last - 10],
      ['PageUp', last - 20],
      ['Home', last - 20],
      ['ArrowRight', last - 20],
      ['End', last - 20],
      ['Control+Home', first],
      ['PageDown', first + 10],
      ['PageDown', first + 20],
      ['ArrowUp', first + 19],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => focused(page), { message: key }).toMatchObject({ row, seen: true, head: true });
    }
    // One stop of the Tab key, whatever was walked through; few rows of the many are there.
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
    expect(await grid.locator('tbody tr[data-r]').count()).toBeLessThan(60);
  });
