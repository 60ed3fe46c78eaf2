import type { CertificatesView } from '@opiring/contract/certificates';
import type { CertificateView, JourneyView } from '@opiring/contract/progress';
import { type Actor, aCast, type Cast, dayFromNow, testApp, type TestApp } from '@opiring/platform/testing';

/** Rule 12 at its edges, through the API: what the rule asks, what the facts give, and that both pages say the same (rule 11). */
describe('a completion rule at its edges', () => {
  let app: TestApp;
  let cast: Cast;
  let meetings: string[];
  let revision: number;
  let at: string;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    cast = await aCast(app);
    at = `/cohorts/${cast.cohort.id}`;
    revision = 0;
    meetings = [];
    for (const days of [-50, -40, -30, -20, -10]) meetings.push(await cast.world.meeting(cast.cohort, days));
  });

  const rule = async (more: object): Promise<void> => {
    const asks = {
      attendanceShare: 0.8,
      meetings: null,
      practicum: false,
      circles: 0,
      requiredActivities: false,
      hours: null,
      ...more,
    };
    const { status } = await cast.maarja.says.put(`${at}/completion`, asks, {
      'If-Match': `"${revision++}"`,
    });
    expect(status).toBe(200);
  };
  const came = async (who: Actor, states: string[]): Promise<void> => {
    for (const [index, state] of states.entries())
      await cast.maarja.says.put(`/meetings/${meetings[index]}/attendance/${who.membershipId}`, { state });
  };
  const changes = async (index: number, body: object): Promise<void> => {
    const { body: list } = await cast.kadri.says.get(`${at}/meetings`);
    const met = (list as { meetings: { id: string; revision: number }[] }).meetings.find(
      ({ id }) => id === meetings[index],
    );
    const headers = { 'If-Match': `"${met?.revision}"` };
    expect((await cast.kadri.says.patch(`/meetings/${met?.id}`, body, headers)).status).toBe(200);
  };
  /** As the leader reads it, and the program leader with them. */
  const standing = async (who: Actor): Promise<CertificateView> => {
    const { certificate } = (await who.says.get(`${at}/journey`)).body as JourneyView;
    const { members } = (await cast.maarja.says.get(`${at}/certificates`)).body as CertificatesView;
    expect(members.find(({ membershipId }) => membershipId === who.membershipId)?.certificate).toEqual(
      certificate,
    );
    return certificate;
  };
  const says = async (who: Actor) => {
    const { state, reasons } = await standing(who);
    const { attended, total, needed } = reasons.attendance;
    return `${state} ${attended}/${total}, needs ${needed}`;
  };

  it.each([
    ['four of five', {}, ['present', 'online', 'part', 'absent', 'present'], 'certificate 4/5, needs 4'],
    ['three of five', {}, ['present', 'present', 'present', 'absent', 'absent'], 'statement 3/5, needs 4'],
    [
      'excused from two',
      {},
      ['present', 'excused', 'excused', 'present', 'present'],
      'statement 3/5, needs 4',
    ],
    [
      'three where three are asked',
      { meetings: 3 },
      ['present', 'part', 'online', 'excused', 'absent'],
      'certificate 3/5, needs 3',
    ],
    [
      'two where three are asked',
      { meetings: 3 },
      ['present', 'part', 'absent', 'absent', 'absent'],
      'statement 2/5, needs 3',
    ],
    [
      'all where more are asked than there are',
      { meetings: 9 },
      ['present', 'part', 'online', 'present', 'present'],
      'certificate 5/5, needs 5',
    ],
  ])('%s', async (_, asks, states, told) => {
    await rule(asks);
    await came(cast.marika, states);
    expect(await says(cast.marika)).toBe(told);
  });

  it('asks nobody for a meeting that was called off, and asks again once it is not', async () => {
    await rule({});
    await came(cast.marika, ['present', 'present', 'present', 'absent', 'present']);
    await came(cast.ants, ['present', 'present', 'present', 'absent', 'absent']);
    await changes(3, { cancelled: true, reason: 'Haigus' });
    expect([await says(cast.marika), await says(cast.ants)]).toEqual([
      'certificate 4/4, needs 4',
      'statement 3/4, needs 4',
    ]);
    await rule({ meetings: 3 });
    expect(await says(cast.ants)).toBe('certificate 3/4, needs 3');
    await changes(3, { cancelled: false });
    await changes(0, { cancelled: true, reason: 'Haigus' });
    // What was written down for a meeting that is called off counts for nobody.
    expect(await says(cast.ants)).toBe('statement 2/4, needs 3');
  });

  it('waits for a meeting that was moved ahead', async () => {
    await rule({});
    await came(cast.marika, ['present', 'present', 'present', 'absent']);
    expect(await says(cast.marika)).toBe('statement 3/5, needs 4');
    const startsAt = new Date(Date.now() + 86_400_000).toISOString();
    const endsAt = new Date(Date.now() + 90_000_000).toISOString();
    await changes(4, { startsAt, endsAt, reason: 'Torm' });
    expect(await says(cast.marika)).toBe('open 3/5, needs 4');
  });

  it('takes the practicum by the word of both, and not by one', async () => {
    await rule({ practicum: true });
    await came(cast.marika, ['present', 'present', 'present', 'present', 'absent']);
    const told = await cast.marika.says.put(`${at}/practicum`, { heldOn: dayFromNow(-15) });
    const { id } = (told.body as { practicum: { id: string } }).practicum;
    expect(await standing(cast.marika)).toMatchObject({
      state: 'statement',
      reasons: { practicum: { confirmed: 1, met: false, asked: true } },
    });
    await cast.ants.says.put(`/practicums/${id}/confirmation`, {});
    expect(await standing(cast.marika)).toMatchObject({
      state: 'certificate',
      reasons: { practicum: { confirmed: 2, met: true } },
    });
    await cast.ants.says.delete(`/practicums/${id}/confirmation`);
    expect((await standing(cast.marika)).state).toBe('statement');
  });

  it('asks for what the published curriculum requires, and for nothing that was retired', async () => {
    await rule({ requiredActivities: true });
    await came(cast.marika, ['present', 'present', 'present', 'present', 'absent']);
    const module = await cast.world.module(cast.cohort);
    const [read, watch] = [
      await cast.world.activity(module, { kind: 'read' }),
      await cast.world.activity(module, { kind: 'watch' }),
    ];
    await cast.world.activity(module, { kind: 'talk', required: false });
    await cast.world.edition(cast.cohort);
    const tally = async () => {
      const { state, reasons } = await standing(cast.marika);
      return [state, reasons.activities];
    };
    expect(await tally()).toEqual(['statement', { done: 0, total: 2, met: false }]);
    await cast.marika.says.put(`/activities/${read}/done`, {});
    expect(await tally()).toEqual(['statement', { done: 1, total: 2, met: false }]);
    // Retired, it stops counting for who had not done it.
    await app.database.query('UPDATE activities SET retired_at = now() WHERE id = $1', [watch]);
    await cast.world.edition(cast.cohort);
    expect(await tally()).toEqual(['certificate', { done: 1, total: 1, met: true }]);
    await rule({ requiredActivities: false });
    expect((await standing(cast.marika)).reasons.activities).toBeNull();
  });
});
