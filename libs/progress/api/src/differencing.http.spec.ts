import {
  dayFromNow,
  testApp,
  type TestApp,
  World,
  type WorldCohort,
  type WorldMember,
} from '@opiring/platform/testing';
import type { ReportView } from '@opiring/contract/report';
import request from 'supertest';

/** Attacks on rule 7: two totals laid side by side, or cut small, are to tell of no single person. */
describe('totals laid side by side', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  let maarja: string;
  let leaders: WorldMember[];
  let meeting: string;

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
  });
  afterAll(() => app.close());

  const get = (path: string) =>
    request(app.url).get(`/api/cohorts/${cohort.id}/${path}`).set('cookie', maarja);
  const report = async (asOf?: string): Promise<ReportView> =>
    (await get(`report${asOf ? `?asOf=${asOf}` : ''}`).expect(200)).body as ReportView;
  const sql = (text: string, values: unknown[] = []) => app.database.query(text, values);
  const totals = ({ meetings, circles }: ReportView) => ({
    meetings: meetings.map(({ attendance, attended, pulse }) => ({ attendance, attended, pulse })),
    circles,
  });

  /** A meeting a month ago with everybody recorded then, and a circle held by each soon after. */
  const lived = async (people: number): Promise<void> => {
    cohort = await world.aCohort();
    maarja = await world.signIn(await world.programLeader(cohort));
    leaders = [];
    for (let n = 0; n < people; n++) leaders.push(await world.participant(cohort, `Juht${n}`));
    await sql(`UPDATE memberships SET created_at = now() - interval '60 days' WHERE cohort_id = $1`, [
      cohort.id,
    ]);
    meeting = await world.meeting(cohort, -30);
    await sql(`UPDATE meetings SET created_at = now() - interval '60 days' WHERE id = $1`, [meeting]);
    await world.module(cohort);
    await world.edition(cohort);
    await sql(`UPDATE editions SET published_at = now() - interval '59 days' WHERE cohort_id = $1`, [
      cohort.id,
    ]);
    for (const [n, { membershipId }] of leaders.entries()) {
      const state = ['present', 'online', 'absent', 'present', 'excused', 'part', 'present'][n % 7];
      const values = [meeting, membershipId, cohort.id, state];
      await sql(
        `INSERT INTO attendances (meeting_id, membership_id, cohort_id, state) VALUES ($1, $2, $3, $4)`,
        values,
      );
      await sql(
        `INSERT INTO attendance_changes (meeting_id, membership_id, cohort_id, after, changed_at) VALUES ($1, $2, $3, $4, now() - interval '29 days')`,
        values,
      );
      await sql(
        `INSERT INTO circles (cohort_id, host_id, held_on, place, topic, people, recorded_at)
         VALUES ($1, $2, current_date - 25, 'Köök', 'Buss', $3, now() - interval '24 days')`,
        [cohort.id, membershipId, 10 + n],
      );
    }
  };
  const leaves = (n: number, days: number) =>
    sql(`UPDATE memberships SET ended_at = now() - make_interval(days => $2) WHERE id = $1`, [
      leaders[n]?.membershipId,
      days,
    ]);

  it.each([0, 1, 2, 4, 5])(
    'tell nothing of leader %i who left: day by day they stay as they were',
    async (who) => {
      await lived(7);
      const before = totals(await report(dayFromNow(-12)));
      expect(before.circles).toEqual({ held: 7, people: 91 });
      expect(before.meetings[0]).toMatchObject({
        attended: 5,
        attendance: { present: 3, absent: 1, unknown: 0 },
      });
      await leaves(who, 10);
      for (const days of [-12, -11, -10, -9, -1]) {
        const told = await report(dayFromNow(days));
        expect(totals(told)).toEqual(before);
        expect(told.participants).toHaveLength(days < -10 ? 7 : 6);
      }
      const now = await report();
      expect(totals(now)).toEqual(before);
      expect(now).toMatchObject({ gone: 1 });
      expect((await report(dayFromNow(-12))).gone).toBe(0);
    },
  );

  it.each([0, 2, 4])(
    'tell nothing of leader %i who was erased: no day before or after says less',
    async (who) => {
      await lived(7);
      // Put right twice since: each day keeps what it said.
      await sql(
        `INSERT INTO attendance_changes (meeting_id, membership_id, cohort_id, before, after, changed_at)
       VALUES ($1, $2, $3, 'present', 'part', now() - interval '9 days')`,
        [meeting, leaders[who]?.membershipId, cohort.id],
      );
      await sql('UPDATE attendances SET state = $2 WHERE membership_id = $1', [
        leaders[who]?.membershipId,
        'part',
      ]);
      await sql(
        `INSERT INTO circle_changes (circle_id, cohort_id, before, after, changed_at)
       SELECT id, cohort_id, jsonb_build_object('people', people), '{"people": 40}', now() - interval '5 days'
         FROM circles WHERE host_id = $1`,
        [leaders[who]?.membershipId],
      );
      await sql('UPDATE circles SET people = 40, revision = 2 WHERE host_id = $1', [
        leaders[who]?.membershipId,
      ]);
      const days = [-61, -40, -30, -29, -28, -25, -24, -10, -9, -8, -6, -5, -4, -1];
      const told = async () => {
        const all: ReportView[] = [];
        for (const day of days) all.push(await report(dayFromNow(day)));
        return [...all, await report()];
      };
      const before = await told();
      await sql('DELETE FROM accounts WHERE id = $1', [leaders[who]?.accountId]);
      const after = await told();
      expect(after.map(totals)).toEqual(before.map(totals));
      after.forEach(({ participants, gone }, day) =>
        expect(participants.length + gone).toBe(before[day]?.participants.length),
      );
      expect(after.at(-1)).toMatchObject({ gone: 1 });
      expect(JSON.stringify(after)).not.toContain(`Juht${who}`);
    },
  );

  it('say none of fewer than five, also where a sixth and a fifth have left', async () => {
    await lived(6);
    await leaves(0, 10);
    await leaves(1, 8);
    const [full, few] = [await report(dayFromNow(-9)), await report(dayFromNow(-7))];
    expect(totals(full)).toEqual(totals(await report(dayFromNow(-11))));
    expect(totals(few)).toEqual({
      meetings: [{ attendance: null, attended: null, pulse: null }],
      circles: null,
    });
    expect(few.gone).toBe(0);
    await lived(4);
    expect(totals(await report())).toEqual(totals(few));
  });

  it('cannot be cut smaller: no filter is taken, by name, place or seat', async () => {
    await lived(6);
    for (const cut of [
      'municipality=Kose',
      'seat=1',
      'membershipId=x',
      'asOf=2026-01-01&asOf=2026-01-02',
      'limit=1',
    ])
      for (const file of ['report', 'report.csv', 'report.xlsx', 'report.pdf'])
        expect(`${cut} ${(await get(`${file}?${cut}`)).status}`).toBe(`${cut} 400`);
  });

  it('count leaders in public from five on, and say of the fifth’s leaving only that they are few', async () => {
    await lived(5);
    const intakes = async () =>
      (await request(app.url).get(`/api/programmes/${cohort.slug}`).expect(200)).body.intakes;
    expect(await intakes()).toMatchObject([{ leaders: 5, municipalities: 0 }]);
    await leaves(0, 1);
    expect(await intakes()).toMatchObject([{ leaders: null, municipalities: null }]);
  });
});
