import fc from 'fast-check';
import { ALL_AT_ONCE, rangeOf, slotsOf } from './row-window';

const worlds = fc.record({
  total: fc.nat(600),
  scrolled: fc.nat(40_000),
  height: fc.integer({ min: 50, max: 1_200 }),
  rowHeight: fc.integer({ min: 20, max: 90 }),
  focused: fc.integer({ min: -1, max: 700 }),
});
const heightOf = (slot: ReturnType<typeof slotsOf>[number]): number => ('gap' in slot ? slot.gap : 1);

it('is as high with gaps as with all its rows, which stand in order', () => {
  fc.assert(
    fc.property(worlds, ({ total, scrolled, height, rowHeight, focused }) => {
      const slots = slotsOf(total, rangeOf(scrolled, height, rowHeight, total), focused);
      expect(slots.reduce((sum, slot) => sum + heightOf(slot), 0)).toBe(total);
      const rows = slots.flatMap((slot) => ('row' in slot ? [slot.row] : []));
      expect(rows).toEqual([...new Set(rows)].sort((one, other) => one - other));
      expect(rows.includes(focused)).toBe(focused >= 0 && focused < total);
    }),
  );
});

it('has every row that is in sight, and few more', () => {
  fc.assert(
    fc.property(worlds, ({ total, scrolled, height, rowHeight }) => {
      const within = Math.min(scrolled, Math.max(0, total * rowHeight - height));
      const { from, to } = rangeOf(within, height, rowHeight, total);
      const first = Math.floor(within / rowHeight);
      const last = Math.min(total - 1, Math.floor((within + height - 1) / rowHeight));
      if (total > 0) expect([from <= first, to > last]).toEqual([true, true]);
      expect(to - from).toBeLessThanOrEqual(Math.max(ALL_AT_ONCE, Math.ceil(height / rowHeight) + 16));
    }),
  );
});

it('leaves nothing out of a cohort as they are', () => {
  expect(slotsOf(10, rangeOf(0, 0, 0, 10), 3)).toHaveLength(10);
});
