import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import { matrix } from './fixtures';
import { ProgressMatrix } from './progress-matrix';

const show = (inputs: { matrix: ProgressMatrixView } = { matrix: matrix() }) =>
  render(ProgressMatrix, { inputs, providers: aroundPages('progress', new PretendServer()) });

/** Marika's row so often, each with a seat of its own. */
function large(people: number, byActivity = false, each = 2): ProgressMatrixView {
  const { members, modules, ...rest } = matrix();
  const activities = modules.flatMap(({ id }) =>
    Array.from({ length: each }, (_, at) => at + 1).map((n) => ({
      id: `${id}-${n}`,
      moduleId: id,
      title: { et: `Tegevus ${n}` },
      kind: 'read',
    })),
  );
  return {
    ...rest,
    modules,
    ...(byActivity && { activities }),
    members: Array.from({ length: people }, (_, n) => ({
      ...members[0]!,
      membershipId: `m${n + 1}`,
      name: `Juht ${n + 1}`,
      seat: n + 1,
      states: byActivity ? activities.map(() => 'done' as const) : ['done', 'begun', 'ahead'],
    })),
  };
}
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const here = () => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex');

it('is a table whose rows are people, in seat order, and whose columns are modules', async () => {
  await show();
  const table = await screen.findByRole('grid');
  const columns = within(table).getAllByRole('columnheader');
  expect(columns.map((each) => each.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
    'Juht',
    '1Kohalejõudmine',
    '2Kuulamine',
    '+Kaasav juhtimine',
    'Kohtumised 4.10',
    'Ringe kodus',
  ]);
  const rows = within(table).getAllByRole('rowheader');
  expect(rows.map((each) => within(each).getByRole('link').getAttribute('href'))).toEqual([
    '/juhid/marika',
    '/juhid/toivo',
  ]);
});

it('says every state in words beside its shape', async () => {
  await show();
  const row = await screen.findByRole('row', { name: /Toivo Urm/ });
  const words = within(row)
    .getAllByRole('cell')
    .map((cell) => {
      const shape = within(cell).queryByRole('img');
      return (shape?.getAttribute('aria-label') ?? cell.textContent)?.replace(/\s+/g, ' ').trim();
    });
  expect(words).toEqual([
    'Läbitud',
    'Kokkulepitud paus',
    'Pole veel avatud',
    '4. oktoober: eemal',
    'veel ei',
  ]);
});

it('is one stop of the Tab key, and its cells are walked with the arrows', async () => {
  await show();
  const grid = await screen.findByRole('grid', { name: /Juhid ja moodulid/ });
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  within(grid)
    .getByRole('link', { name: /Marika/ })
    .focus();
  press('ArrowRight');
  await waitFor(() => expect(document.activeElement?.querySelector('[aria-label="Läbitud"]')).not.toBeNull());
  press('ArrowDown');
  await waitFor(() => expect(here()).toBe('3'));
  press('Home');
  await waitFor(() => expect(document.activeElement?.getAttribute('href')).toBe('/juhid/toivo'));
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

it('draws few rows of five hundred, and says how many there are and which each is', async () => {
  await show({ matrix: large(500) });
  const grid = await screen.findByRole('grid');
  expect(grid.getAttribute('aria-rowcount')).toBe('501');
  expect(within(grid).getAllByRole('rowheader').length).toBeLessThan(60);
  within(grid)
    .getByRole('link', { name: /Juht 1 Kadakmäe/ })
    .focus();
  press('End', { ctrlKey: true });
  await waitFor(() => expect(here()).toBe('501'));
  press('PageUp');
  await waitFor(() => expect(here()).toBe('491'));
  press('Home', { ctrlKey: true });
  await waitFor(() =>
    expect([here(), document.activeElement?.getAttribute('href')]).toEqual(['2', '/juhid/m1']),
  );
});

it('tells of activities under their modules', async () => {
  await show({ matrix: large(2, true) });
  const grid = await screen.findByRole('grid');
  const heads = within(grid)
    .getAllByRole('columnheader')
    .map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
  expect(heads).toEqual(
    expect.arrayContaining([
      '1 Kohalejõudmine',
      '1.1Tegevus 1',
      '1.2Tegevus 2',
      '+ Kaasav juhtimine',
      '+.2Tegevus 2',
    ]),
  );
  expect(grid.getAttribute('aria-rowcount')).toBe('4');
  expect(grid.getAttribute('aria-colcount')).toBe('9');
});

it('draws the columns in sight first, and all of them once those have been painted', async () => {
  const waiting: FrameRequestCallback[] = [];
  const frames = jest
    .spyOn(globalThis, 'requestAnimationFrame')
    .mockImplementation((deed) => waiting.push(deed));
  try {
    await show({ matrix: large(50, true, 20) });
    const grid = await screen.findByRole('grid');
    const first = () => grid.querySelectorAll('tbody tr:first-child td').length;
    expect(first()).toBe(Math.ceil((innerWidth - 272) / 36));
    expect(grid.getAttribute('aria-colcount')).toBe('63');
    // A key that leads to what is yet to be drawn is answered once it is.
    within(grid)
      .getByRole('link', { name: /Juht 1 Kad/ })
      .focus();
    press('End');
    expect(document.activeElement?.getAttribute('data-c')).toBe('0');
    frames.mockRestore();
    waiting.forEach((deed) => deed(0));
    await waitFor(() => expect(first()).toBe(62));
    await waitFor(() => expect(document.activeElement?.getAttribute('data-c')).toBe('62'));
  } finally {
    frames.mockRestore();
  }
});

it('turns its tabs with the arrow keys', async () => {
  await show();
  const [first, second] = await screen.findAllByRole('tab', { hidden: true });
  first?.focus();
  first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
  await new Promise((settle) => setTimeout(settle));
  expect(second?.getAttribute('aria-selected')).toBe('true');
  expect(document.activeElement).toBe(second);
});
