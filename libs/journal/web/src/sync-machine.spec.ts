import fc from 'fast-check';
import { type Step, World } from './sync-world';

const device = fc.constantFrom(0, 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), device }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pause' as const), device }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('flush' as const), device }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lose-request' as const), device }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lose-answer' as const), device }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('offline' as const), device }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lapse' as const), device }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('return' as const), device }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('crash' as const), device }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      device,
      which: fc.constantFrom('mine' as const, 'theirs' as const, 'both' as const),
    }),
  },
);
const schedules = fc.array(step, { minLength: 5, maxLength: 45 });

/** Plays a schedule; what it says is wrong with it, or nothing. */
async function play(steps: Step[], fault: ConstructorParameters<typeof World>[0] = null): Promise<string> {
  const world = new World(fault);
  for (const each of steps) {
    await world.take(each);
    const wrong = world.wrong();
    if (wrong) return wrong;
  }
  await world.comeHome();
  return world.wrong() || world.unsent();
}

describe('writing is never lost', () => {
  it('over 1,500 random schedules of two devices, losses, crashes and returns', async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async (steps) => {
        expect(await play(steps)).toBe('');
      }),
      { numRuns: 1500 },
    );
  }, 120_000);

  it.each(['no-412', 'no-device', 'says-too-early'] as const)(
    'the harness finds a planted fault: %s',
    async (fault) => {
      const found = await fc.check(
        fc.asyncProperty(schedules, async (steps) => (await play(steps, fault)) === ''),
        { numRuns: 1500 },
      );
      expect(found.failed).toBe(true);
    },
    120_000,
  );
});
