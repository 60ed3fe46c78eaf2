import type { AttendanceState } from '@opiring/contract/cohorts';
import type { JourneyView, MemberProgressView, ProgressMatrixView } from '@opiring/contract/progress';
import { dayFromNow, testApp, type TestApp, World, type WorldMember } from '@opiring/platform/testing';
import fc from 'fast-check';
import request from 'supertest';

const KINDS = ['read', 'watch', 'reflect', 'attend', 'practicum', 'circle', 'talk'] as const;
const STATES: AttendanceState[] = ['present', 'online', 'part', 'absent', 'excused'];
const PEOPLE = 4;
const MEETINGS = [-30, -12, -3, 9];

/** A random cohort: what is published, and what each of four people did with it. */
const worlds = fc.record({
  modules: fc.array(
    fc.record({
      startsIn: fc.constantFrom(null, -40, -5, 0, 1, 20),
      activities: fc.array(
        fc.record({
          kind: fc.constantFrom(...KINDS),
          required: fc.boolean(),
          opensIn: fc.constantFrom(null, -9, 0, 1),
          retired: fc.boolean(),
          /** For each person: nothing, begun, done. */
          marks: fc.array(fc.constantFrom(0, 1, 2), { minLength: PEOPLE, maxLength: PEOPLE }),
          meeting: fc.nat(MEETINGS.length - 1),
        }),
        { maxLength: 5 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  attendance: fc.array(
    fc.array(fc.constantFrom(null, ...STATES), {
      minLength: MEETINGS.length,
      maxLength: MEETINGS.length,
    }),
    { minLength: PEOPLE, maxLength: PEOPLE },
  ),
  cancelled: fc.constantFrom(null, 0, 1),
  circles: fc.array(fc.nat(2), { minLength: PEOPLE, maxLength: PEOPLE }),
  confirmed: fc.nat(2),
  paused: fc.nat(PEOPLE),
  share: fc.constantFrom(0.5, 0.8, 1),
});
type Drawn = typeof worlds extends fc.Arbitrary<infer T> ? T : never;

describe('one figure for everybody (rule 11)', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
  }, 120_000);
  afterAll(() => app.close());

  const run = (sql: string, values: unknown[]): Promise<unknown> => app.database.query(sql, values);

  /** Writes the world down; gives its cohort and those in it. */
  async function settle(drawn: Drawn) {
    const cohort = await world.aCohort();
    await run(
      `UPDATE programmes SET completion_rule = completion_rule || jsonb_build_object('attendanceShare', $2::numeric) WHERE id = $1`,
      [cohort.programmeId, drawn.share],
    );
    const leaders: WorldMember[] = [];
    for (let n = 0; n < PEOPLE; n++) leaders.push(await world.participant(cohort, `Juht ${n}`));
    const [helve, maarja] = [await world.mentor(cohort), await world.programLeader(cohort)];
    for (const leader of leaders) await world.assignment(helve, leader);
    const meetings: string[] = [];
    for (const days of MEETINGS) meetings.push(await world.meeting(cohort, days));
    if (drawn.cancelled !== null)
      await run('UPDATE meetings SET cancelled_at = now() WHERE id = $1', [meetings[drawn.cancelled]]);
    for (const module of drawn.modules) {
      const starts = module.startsIn === null ? null : dayFromNow(module.startsIn);
      const moduleId = await world.module(cohort, starts);
      for (const { kind, required, opensIn, retired, marks, meeting } of module.activities) {
        const id = await world.activity(moduleId, {
          kind,
          required,
          ...(opensIn !== null && { opensOn: dayFromNow(opensIn) }),
          ...(kind === 'attend' && { meetingId: meetings[meeting] ?? '' }),
        });
        if (retired) await run('UPDATE activities SET retired_at = now() WHERE id = $1', [id]);
        for (const [n, mark] of marks.entries()) {
          if (mark === 0) continue;
          await run(
            'INSERT INTO activity_facts (membership_id, activity_id, cohort_id, done_at) VALUES ($1, $2, $3, CASE WHEN $4 THEN now() END)',
            [leaders[n]?.membershipId, id, cohort.id, mark === 2],
          );
        }
      }
    }
    await world.edition(cohort);
    await deeds(drawn, cohort.id, leaders, meetings);
    return { cohort, leaders, helve, maarja };
  }

  async function deeds(drawn: Drawn, cohortId: string, leaders: WorldMember[], meetings: string[]) {
    for (const [n, leader] of leaders.entries()) {
      for (const [at, state] of (drawn.attendance[n] ?? []).entries()) {
        if (state === null) continue;
        await run(
          'INSERT INTO attendances (meeting_id, membership_id, cohort_id, state) VALUES ($1, $2, $3, $4)',
          [meetings[at], leader.membershipId, cohortId, state],
        );
      }
      for (let circle = 0; circle < (drawn.circles[n] ?? 0); circle++) {
        await run(
          `INSERT INTO circles (cohort_id, host_id, held_on, place, topic, people) VALUES ($1, $2, $3, 'Rahvamaja', 'Lasteaed', 9)`,
          [cohortId, leader.membershipId, dayFromNow(-2 - circle)],
        );
      }
    }
    const [first, second] = leaders;
    if (!first || !second) throw new Error('nobody came');
    const pair = await world.pair(first, second);
    const { rows } = await app.database.query<{ id: string }>(
      'INSERT INTO practicums (cohort_id, pair_id, held_on) VALUES ($1, $2, $3) RETURNING id',
      [cohortId, pair, dayFromNow(-3)],
    );
    for (const { membershipId } of [first, second].slice(0, drawn.confirmed)) {
      await run(
        'INSERT INTO practicum_confirmations (practicum_id, membership_id, cohort_id) VALUES ($1, $2, $3)',
        [rows[0]?.id, membershipId, cohortId],
      );
    }
    const paused = leaders[drawn.paused];
    if (paused) {
      await run(
        'INSERT INTO agreed_pauses (cohort_id, membership_id, from_on, until_on) VALUES ($1, $2, $3, $4)',
        [cohortId, paused.membershipId, dayFromNow(-1), dayFromNow(3)],
      );
    }
  }

  async function read<T>(who: WorldMember, path: string): Promise<T> {
    const cookie = await world.signIn(who);
    return (await request(app.url).get(path).set('cookie', cookie).expect(200)).body as T;
  }

  it('is what participant, mentor and program leader read, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (drawn) => {
        const { cohort, leaders, helve, maarja } = await settle(drawn);
        const at = `/api/cohorts/${cohort.id}`;
        const modules = await read<ProgressMatrixView>(maarja, `${at}/progress`);
        const activities = await read<ProgressMatrixView>(maarja, `${at}/progress?by=activity`);
        expect(await read(helve, `${at}/progress`)).toEqual(modules);
        expect(modules.members.map(({ seat }) => seat)).toEqual([1, 2, 3, 4]);
        for (const [n, leader] of leaders.entries()) {
          const journey = await read<JourneyView>(leader, `${at}/journey`);
          const row = modules.members[n];
          expect(journey.modules.map(({ state }) => state)).toEqual(row?.states);
          expect(journey.modules.flatMap((module) => module.activities.map(({ state }) => state))).toEqual(
            activities.members[n]?.states,
          );
          expect(journey.attendance).toEqual(row?.attendance);
          expect(journey.certificate.state).toBe(row?.certificate);
          const page = `${at}/members/${leader.membershipId}/progress`;
          const own = await read<MemberProgressView>(leader, page);
          expect(own.modules.map(({ state }) => state)).toEqual(row?.states);
          expect(own.certificate).toEqual(journey.certificate);
          expect(own.meetings.map(({ state }) => state)).toEqual(modules.meetings.map(({ state }) => state));
          expect(own.circles).toHaveLength(row?.circles ?? 0);
          // Why something was agreed, and who may agree more, differs by reader; the figures do not.
          const { exceptions: _reasons, can: _can, ...figures } = own;
          expect(await read(helve, page)).toMatchObject(figures);
          expect(await read(maarja, page)).toMatchObject(figures);
        }
      }),
      { numRuns: 12 },
    );
  }, 300_000);
});
