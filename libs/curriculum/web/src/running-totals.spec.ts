import { render, screen } from '@testing-library/angular';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { curriculumTotals } from './curriculum-totals';
import { aModule, anActivity } from './fixtures';
import { RunningTotals } from './running-totals';

/** The real programme: 35 academic hours in meetings and 15 alone. */
const modules = [
  aModule('one', 'Kohalejõudmine', [
    anActivity('m', 'Kohtumine', { kind: 'attend', minutes: 35 * 45 }),
    anActivity('gone', 'Vana', { kind: 'read', minutes: 600, draft: 'retired' }),
  ]),
  aModule('two', 'Kuulamine', [
    anActivity('r', 'Loe', { minutes: 10 * 45 }),
    anActivity('c', 'Hoia ringi', { kind: 'circle', minutes: 5 * 45 }),
    anActivity('t', 'Räägi', { kind: 'talk', minutes: null }),
  ]),
  { ...aModule('old', 'Välja võetud', [anActivity('x', 'Loe', { minutes: 90 })]), draft: 'retired' as const },
];

it('adds up hours in meetings and alone, without what is retired', () => {
  expect(curriculumTotals(modules)).toEqual({
    academic: { all: 50, meetings: 35, alone: 15 },
    byKind: [
      { kind: 'read', count: 1, minutes: 450 },
      { kind: 'attend', count: 1, minutes: 1575 },
      { kind: 'circle', count: 1, minutes: 225 },
      { kind: 'talk', count: 1, minutes: 0 },
    ],
    untimed: 1,
  });
});

it('says them, and follows an edit', async () => {
  const { rerender } = await render(RunningTotals, {
    inputs: { modules },
    providers: aroundPages('curriculum', new PretendServer({})),
  });
  await screen.findByText('Kokku 50 akadeemilist tundi: 35 kohtumistel, 15 iseseisvalt');
  expect(screen.getByText('1 tegevus · 7 t 30 min')).toBeTruthy();
  expect(screen.getByText('Ühel tegevusel ei ole aega märgitud.')).toBeTruthy();
  await rerender({ inputs: { modules: modules.slice(0, 1) } });
  await screen.findByText('Kokku 35 akadeemilist tundi: 35 kohtumistel, 0 iseseisvalt');
});

it('says nothing where there is nothing yet', async () => {
  const { container } = await render(RunningTotals, {
    inputs: { modules: [aModule('one', 'Tühi', [])] },
    providers: aroundPages('curriculum', new PretendServer({})),
  });
  expect(container.textContent?.trim()).toBe('');
});
