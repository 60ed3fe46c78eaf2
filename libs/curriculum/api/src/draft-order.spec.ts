import fc from 'fast-check';
import { rearranged } from './draft-order';

describe('a rearranged list', () => {
  it('has everything at the place it was told, counted as it is in the end', () => {
    expect(
      rearranged(
        ['a', 'b', 'c', 'd'],
        [
          { id: 'd', position: 0 },
          { id: 'b', position: 1 },
        ],
      ),
    ).toEqual(['d', 'b', 'a', 'c']);
    expect(rearranged(['a', 'b'], [{ id: 'a', position: 99 }])).toEqual(['b', 'a']);
    expect(rearranged(['a', 'b'], [{ id: 'x' }])).toEqual(['a', 'b', 'x']);
  });

  it('goes by a neighbour where there is one, and by the position where it left', () => {
    expect(rearranged(['a', 'b', 'c'], [{ id: 'c', position: 0, after: 'a' }])).toEqual(['a', 'c', 'b']);
    expect(rearranged(['b', 'c'], [{ id: 'c', position: 0, after: 'gone' }])).toEqual(['c', 'b']);
    expect(rearranged(['a', 'b'], [{ id: 'b', position: 1, after: null }])).toEqual(['b', 'a']);
  });

  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });
  const shuffledPart = ids.chain((standing) =>
    fc.tuple(fc.constant(standing), fc.shuffledSubarray(standing)),
  );

  it('goes back to what it was when everything that moved goes back to its neighbour', () => {
    fc.assert(
      fc.property(shuffledPart, fc.nat(12), ([standing, moving], at) => {
        const placed = rearranged(
          standing,
          moving.map((id, n) => ({ id, position: at + n })),
        );
        expect([...placed].sort()).toEqual([...standing].sort());
        const back = moving.map((id) => {
          const position = standing.indexOf(id);
          return { id, position, after: standing[position - 1] ?? null };
        });
        expect(rearranged(placed, back)).toEqual(standing);
      }),
    );
  });

  it('loses nothing and adds nothing, even where neighbours point at one another', () => {
    fc.assert(
      fc.property(shuffledPart, fc.func(fc.nat(12)), ([standing, moving], pick) => {
        const placings = moving.map((id) => {
          const after = standing[pick(id) % standing.length];
          return { id, ...(after !== undefined && { after }) };
        });
        expect(rearranged(standing, placings).sort()).toEqual([...standing].sort());
      }),
    );
  });
});
