import { render, screen, within } from '@testing-library/angular';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { matrix } from './fixtures';
import { ProgressMatrix } from './progress-matrix';

const show = () =>
  render(ProgressMatrix, {
    inputs: { matrix: matrix() },
    providers: aroundPages('progress', new PretendServer()),
  });

it('is a table whose rows are people, in seat order, and whose columns are modules', async () => {
  await show();
  const table = await screen.findByRole('table');
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
    .map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim());
  expect(words).toEqual([
    'Läbitud',
    'Kokkulepitud paus',
    'Pole veel avatud',
    '4. oktoober: eemal',
    'veel ei',
  ]);
});

it('is a named region one can reach and scroll with the keyboard', async () => {
  await show();
  const region = await screen.findByRole('region', { name: /Juhid ja moodulid/ });
  expect(region.tabIndex).toBe(0);
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
