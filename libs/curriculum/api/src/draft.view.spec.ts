import fc from 'fast-check';
import { compareDraft, type DraftModule, unmoved } from './draft.view';
import type { EditionModule } from './edition-content';

const activity = (id: string, moduleId = 'm', title = id) => ({
  id,
  moduleId,
  kind: 'read' as const,
  title: { et: title },
  instructions: {},
  required: true,
  minutes: null,
  opensOn: null,
  link: null,
  questionId: null,
  moment: null,
  meetingId: null,
});
const aModule = (id: string, activities: ReturnType<typeof activity>[] = []): EditionModule => ({
  id,
  title: { et: id },
  purpose: {},
  startsOn: null,
  endsOn: null,
  alongside: false,
  activities,
});
const draftOf = (modules: EditionModule[]): DraftModule[] =>
  modules.map((one) => ({
    ...one,
    revision: 1,
    activities: one.activities.map((each) => ({ ...each, revision: 1 })),
  }));

describe('a draft beside what is published', () => {
  const published = [aModule('m', [activity('a'), activity('b'), activity('c')]), aModule('n')];
  const states = (draft: EditionModule[]) => {
    const { modules, changes } = compareDraft(draftOf(draft), published);
    const seen = modules.flatMap((one) => [
      [one.id, one.draft],
      ...one.activities.map((each) => [each.id, each.draft]),
    ]);
    return { changes, ...Object.fromEntries(seen) };
  };

  it('is the same where nothing was touched', () => {
    expect(states(published)).toEqual({ changes: 0, m: 'same', n: 'same', a: 'same', b: 'same', c: 'same' });
  });

  it('counts one change for one thing moved, not for all it passed', () => {
    const moved = [aModule('m', [activity('c'), activity('a'), activity('b')]), aModule('n')];
    expect(states(moved)).toMatchObject({ changes: 1, c: 'changed', a: 'same', b: 'same' });
    expect(states([aModule('n'), published[0] ?? aModule('m')])).toMatchObject({ changes: 1 });
  });

  it('knows one moved to another module for changed, not for gone and new', () => {
    const moved = [aModule('m', [activity('a'), activity('b')]), aModule('n', [activity('c', 'n')])];
    expect(states(moved)).toMatchObject({ changes: 1, c: 'changed' });
  });

  it('keeps in sight what will go', () => {
    expect(states([aModule('n', [activity('x', 'n')])])).toEqual({
      changes: 5,
      n: 'same',
      x: 'new',
      m: 'retired',
      a: 'retired',
      b: 'retired',
      c: 'retired',
    });
  });

  it('takes the longest run for unmoved, whatever the order', () => {
    const order = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 9 });
    fc.assert(
      fc.property(order, order, (before, after) => {
        const [old, now] = [before.map(String), after.map(String)];
        const kept = unmoved(old, now);
        const inOld = old.filter((id) => kept.has(id));
        expect(now.filter((id) => kept.has(id))).toEqual(inOld);
        expect(kept.size).toBe(longest(old, now));
      }),
    );
  });
});

/** The longest common run by trying every subset: slow, and plainly right. */
function longest(before: string[], after: string[]): number {
  let best = 0;
  for (let mask = 0; mask < 2 ** after.length; mask++) {
    const chosen = after.filter((_, index) => mask & (2 ** index));
    const places = chosen.map((id) => before.indexOf(id));
    const rising = places.every(
      (place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? -1)),
    );
    if (rising) best = Math.max(best, chosen.length);
  }
  return best;
}
