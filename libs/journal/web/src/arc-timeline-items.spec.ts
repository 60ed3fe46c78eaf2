import { answer, arc } from './arc-fixtures';
import { hangs, itemsOf, occasionsOf } from './arc-timeline-items';

const dayOf = (instant: string): string => instant.slice(0, 10);

it('stands in the order of days, a thought behind what it came after', () => {
  const thought = answer({ entryId: 'e9', moment: null, createdAt: '2026-10-12T18:00:00Z' });
  const items = itemsOf(arc({ between: [thought] }), dayOf);
  expect(items.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['meeting k1', 'moment e9', 'circle r1']);
});

it('offers meetings and circles to come after, the newest first, and never a module', () => {
  const module = { kind: 'module' as const, id: 'm1', day: '2026-11-20', title: { et: 'Kuulamine' } };
  const offered = occasionsOf(arc({ facts: [...arc().facts, module] }));
  expect(offered.map(({ id }) => id)).toEqual(['r1', 'k1']);
});

it('hangs the beads on the arc: low at its ends, high in the middle', () => {
  const heights = [0, 1, 2, 3, 4].map((n) => hangs(n, 5));
  expect(Math.min(...heights)).toBe(heights[2]);
  expect(heights[0]).toBe(62);
});
