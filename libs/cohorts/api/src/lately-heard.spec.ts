import { LatelyHeard } from './lately-heard';
import type { Listener } from './live.policy';

const leader: Listener = {
  sessionId: 's',
  accountId: 'a',
  cohortId: 'c',
  own: ['m1'],
  near: [],
  team: false,
  leads: false,
};
const MINUTE = 60_000;

describe('what was heard lately', () => {
  let lately: LatelyHeard;
  beforeEach(() => (lately = new LatelyHeard()));

  it('is told with how long ago it last changed, and for how long nothing is missing', () => {
    lately.keep([{ cohort: 'c', topic: 'meetings' }], MINUTE);
    lately.keep([{ cohort: 'c', topic: 'meetings' }], MINUTE + 1_000);
    lately.keep([{ cohort: 'c', topic: 'facts', of: 'm1' }], MINUTE + 2_000);
    expect(lately.toldTo(leader, 0, MINUTE + 3_000)).toEqual({
      knows: 20_000,
      lately: [
        { topic: 'meetings', ago: 2_000 },
        { topic: 'facts', ago: 1_000 },
      ],
    });
  });

  it('is not told to those whom it does not concern', () => {
    lately.keep([{ cohort: 'c', topic: 'facts', of: 'm2' }], MINUTE);
    lately.keep([{ cohort: 'other', topic: 'meetings' }], MINUTE);
    expect(lately.toldTo(leader, 0, MINUTE).lately).toEqual([]);
  });

  it('claims to know no more than it heard: the line’s beginning, and a broken line', () => {
    lately.keep([{ cohort: 'c', topic: 'meetings' }], MINUTE);
    expect(lately.toldTo(leader, MINUTE + 500, MINUTE + 600)).toEqual({ knows: 100, lately: [] });
    expect(lately.toldTo(leader, undefined, MINUTE + 600)).toEqual({ knows: 0, lately: [] });
  });

  it('forgets what is old, and what is too much, and says from when on it knows', () => {
    const flood = Array.from({ length: 10_001 }, (_, n) => ({
      cohort: 'c',
      topic: 'facts' as const,
      of: `m${n}`,
    }));
    lately.keep(flood, MINUTE);
    lately.keep([{ cohort: 'c', topic: 'meetings' }], MINUTE + 5_000);
    expect(lately.toldTo({ ...leader, own: ['m500'] }, 0, MINUTE + 6_000)).toEqual({
      knows: 6_000,
      lately: [
        { topic: 'facts', ago: 6_000 },
        { topic: 'meetings', ago: 1_000 },
      ],
    });
    expect(lately.toldTo(leader, 0, MINUTE + 30_000)).toEqual({ knows: 20_000, lately: [] });
  });
});
