import type { ReleaseLeaf, ReleaseRule } from '@opiring/contract/release';
import { leavesOf } from '@opiring/contract/release.values';
import fc from 'fast-check';
import {
  draftOf,
  openingOf,
  placesOf,
  ruleIn,
  ruleOf,
  ruleText,
  without,
  withLeaf,
  withMore,
} from './rule-draft';

const leaf = (n: number): ReleaseLeaf => ({ when: 'activity', activityId: `a${n}` });
const [one, two, three, four] = [leaf(1), leaf(2), leaf(3), leaf(4)];

describe('a rule in hand', () => {
  it.each<[string, ReleaseRule | null]>([
    ['nothing', null],
    ['one condition', one],
    ['two', { when: 'any', of: [one, two] }],
    ['a group within', { when: 'all', of: [one, { when: 'any', of: [two, three] }] }],
  ])('comes back as it was: %s', (_, rule) => {
    expect(ruleOf(draftOf(rule))).toEqual(rule);
    expect(ruleIn(ruleText(rule))).toEqual(rule);
  });

  it('grows at the end and beside, and shrinks to what is left', () => {
    const both = withMore(draftOf(one), two);
    expect(ruleOf(both)).toEqual({ when: 'all', of: [one, two] });
    const beside = withMore(both, three, 1);
    expect(ruleOf(beside)).toEqual({ when: 'all', of: [one, { when: 'any', of: [two, three] }] });
    expect(ruleOf(without(beside, { item: 0, part: 0 }))).toEqual({ when: 'any', of: [two, three] });
    expect(ruleOf(without(beside, { item: 1, part: 0 }))).toEqual({ when: 'all', of: [one, three] });
    expect(ruleOf(withLeaf(beside, { item: 1, part: 1 }, four))).toEqual({
      when: 'all',
      of: [one, { when: 'any', of: [two, four] }],
    });
  });

  it('says each condition’s place in the order of its sentence, and never loses another by taking one out', () => {
    const drafts = fc.record({
      outer: fc.constantFrom('all' as const, 'any' as const),
      items: fc.array(fc.array(fc.nat(99).map(leaf), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(drafts, fc.nat(8), (draft, pick) => {
        const places = placesOf(draft);
        const told = places.map(({ item, part }) => draft.items[item]?.[part]);
        expect(leavesOf(ruleOf(draft) ?? { when: 'all', of: [] })).toEqual(told);
        const at = pick % places.length;
        const place = places[at];
        const rest = place ? ruleOf(without(draft, place)) : null;
        expect(rest ? leavesOf(rest) : []).toEqual(told.filter((_, index) => index !== at));
      }),
    );
  });

  it('sends a plain day as one, and never both', () => {
    expect(openingOf('')).toEqual({ opensOn: null, release: null });
    expect(openingOf(ruleText({ when: 'date', on: '2026-12-14' }))).toEqual({
      opensOn: '2026-12-14',
      release: null,
    });
    expect(openingOf(ruleText(one))).toEqual({ opensOn: null, release: one });
  });
});
