import type { ReleaseLeaf, ReleaseRule } from '@opiring/contract/release';
import fc from 'fast-check';
import type { EditionModule } from '../edition-content';
import { faultsOf, type ReleaseWorld } from './release-faults';

type Activity = EditionModule['activities'][number];
const deed = (id: string, more: Partial<Activity> = {}): Activity => ({
  id,
  moduleId: '',
  kind: 'read',
  title: { et: id },
  instructions: {},
  required: true,
  minutes: null,
  opensOn: null,
  link: null,
  questionId: null,
  moment: null,
  meetingId: null,
  ...more,
});
const part = (id: string, activities: Activity[], release?: ReleaseRule): EditionModule => ({
  id,
  title: { et: id },
  purpose: {},
  startsOn: null,
  endsOn: null,
  alongside: false,
  ...(release && { release }),
  activities,
});
const world = (modules: EditionModule[]): ReleaseWorld => ({
  modules,
  meetings: [
    { id: 'met', title: { et: 'Esimene' }, cancelled: false, day: '2026-12-01' },
    { id: 'off', title: { et: 'Teine' }, cancelled: true, day: '2026-12-02' },
  ],
  retired: { gone: { et: 'Endine' } },
  endsOn: '2026-12-31',
});
const done = (activityId: string): ReleaseLeaf => ({ when: 'activity', activityId });
const passed = (moduleId: string): ReleaseLeaf => ({ when: 'module', moduleId });
const codes = (modules: EditionModule[]) => faultsOf(world(modules)).map(({ code, id }) => [code, id]);

describe('rules that can never be met', () => {
  it.each<[string, ReleaseLeaf, string[], string[]]>([
    ['a cancelled meeting', { when: 'meeting', meetingId: 'off', days: 0 }, ['meeting-cancelled'], ['Teine']],
    ['a meeting that is nowhere', { when: 'meeting', meetingId: 'x', days: 0 }, ['meeting-gone'], []],
    ['a day after the end', { when: 'date', on: '2027-01-01' }, ['after-end'], []],
    [
      'days after a meeting that end later',
      { when: 'meeting', meetingId: 'met', days: 31 },
      ['after-end'],
      ['Esimene'],
    ],
    ['a retired activity', done('gone'), ['activity-gone'], ['Endine']],
    ['a module that is nowhere', passed('x'), ['module-gone'], []],
    ['an empty module', passed('empty'), ['module-empty'], ['empty']],
    ['itself', done('mine'), ['itself'], ['mine']],
    ['an activity whose meeting is off', done('came'), ['activity-cancelled'], ['came']],
  ])('%s', (_, release, found, names) => {
    const faults = faultsOf(
      world([
        part('m', [deed('mine', { release }), deed('came', { kind: 'attend', meetingId: 'off' })]),
        part('empty', []),
      ]),
    );
    expect(faults.map(({ code }) => code)).toEqual(found);
    expect(faults[0]?.names.map(({ et }) => et)).toEqual(names);
    expect(faults[0]).toMatchObject({ what: 'activity', id: 'mine', leaf: 0 });
  });

  it('says which condition of a rule it is, and takes the last day and what can be met', () => {
    const release: ReleaseRule = {
      when: 'any',
      of: [
        { when: 'date', on: '2026-12-31' },
        { when: 'plan-read' },
        done('gone'),
        { when: 'meeting', meetingId: 'met', days: 30 },
      ],
    };
    const faults = faultsOf(world([part('m', [deed('a', { release })])]));
    expect(faults.map(({ leaf, code }) => [leaf, code])).toEqual([[2, 'activity-gone']]);
  });

  it('looks at plain days too', () => {
    expect(
      codes([part('m', [deed('late', { opensOn: '2027-01-01' }), deed('last', { opensOn: '2026-12-31' })])]),
    ).toEqual([['after-end', 'late']]);
  });
});

describe('circles of rules', () => {
  it('are found through what a module holds, and named in turn', () => {
    const faults = faultsOf(world([part('m', [deed('a')], done('a'))]));
    expect(faults.map(({ code, names }) => [code, names.map(({ et }) => et)])).toEqual([
      ['circle', ['m', 'a']],
    ]);
    expect(
      codes([part('m', [deed('a')], passed('n')), part('n', [deed('b', { release: done('a') })])]),
    ).toEqual([
      ['circle', 'm'],
      ['circle', 'b'],
    ]);
  });

  it('are none where only what does not count waits', () => {
    const more = deed('more', { required: false, release: passed('m') });
    expect(codes([part('m', [deed('a'), more])])).toEqual([]);
    expect(codes([part('m', [more])])).toEqual([['circle', 'more']]);
  });

  const shape = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 });
  const randoms = fc.array(fc.nat(999), { minLength: 40, maxLength: 40 });
  /** Modules in order, each thing waiting only for what comes before it: nothing of it can be a circle. */
  const forward = (sizes: number[], picks: number[]): EditionModule[] => {
    let next = 0;
    const pick = (n: number): number => (picks[next++ % picks.length] ?? 0) % n;
    const modules: EditionModule[] = [];
    sizes.forEach((size, m) => {
      const before = (): ReleaseLeaf | undefined => {
        const target = modules[pick(m || 1)];
        if (!target) return undefined;
        return pick(2)
          ? passed(target.id)
          : done(target.activities[pick(target.activities.length)]?.id ?? '');
      };
      const activities: Activity[] = [];
      for (let a = 0; a < size; a++) {
        const sibling = a > 0 && pick(2) ? done(`${m}-${pick(a)}`) : before();
        const two = before();
        const release: ReleaseRule | undefined =
          sibling && two && pick(2) ? { when: 'any', of: [sibling, two] } : sibling;
        activities.push(deed(`${m}-${a}`, { required: pick(3) > 0, ...(release && { release }) }));
      }
      modules.push(part(`${m}`, activities, pick(2) ? before() : undefined));
    });
    return modules;
  };

  it('are never seen where there is none', () => {
    fc.assert(
      fc.property(shape, randoms, (sizes, picks) => {
        expect(codes(forward(sizes, picks))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('are found wherever one is planted, at every thing that waits in it', () => {
    fc.assert(
      fc.property(shape, randoms, fc.integer({ min: 2, max: 5 }), (sizes, picks, length) => {
        const ring = Array.from({ length }, (_, n) =>
          deed(`ring${n}`, {
            release: { when: 'all', of: [{ when: 'plan-read' }, done(`ring${(n + 1) % length}`)] },
          }),
        );
        const faults = faultsOf(world([...forward(sizes, picks), part('ring', ring)]));
        expect(faults.map(({ code, id, leaf }) => [code, id, leaf])).toEqual(
          ring.map(({ id }) => ['circle', id, 1]),
        );
        for (const { names } of faults) expect(new Set(names.map(({ et }) => et)).size).toBe(length);
      }),
      { numRuns: 300 },
    );
  });

  it('are looked for in two thousand activities without a stack that ends', () => {
    const chain = Array.from({ length: 2_000 }, (_, n) =>
      deed(`c${n}`, { required: false, ...(n > 0 && { release: done(`c${n - 1}`) }) }),
    );
    expect(codes([part('m', chain)])).toEqual([]);
  });
});
