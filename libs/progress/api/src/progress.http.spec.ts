import {
  dayFromNow,
  testApp,
  type TestApp,
  World,
  type WorldCohort,
  type WorldMember,
} from '@opiring/platform/testing';
import request from 'supertest';

describe('how everybody stands', () => {
  let app: TestApp;
  let cohort: WorldCohort;
  const people: Record<string, WorldMember> = {};
  const cookies: Record<string, string> = {};
  const ids: Record<string, string> = {};

  const get = (who: string, path: string) =>
    request(app.url)
      .get(`/api/cohorts/${cohort.id}/${path}`)
      .set('cookie', cookies[who] ?? '');
  const idOf = (who: string): string => people[who]?.membershipId ?? '';
  const page = (of: string): string => `members/${idOf(of)}/progress`;
  const fact = (who: string, activity: string, done: boolean) =>
    app.database.query(
      `INSERT INTO activity_facts (membership_id, activity_id, cohort_id, done_at) VALUES ($1, $2, $3, CASE WHEN $4 THEN now() END)`,
      [idOf(who), ids[activity], cohort.id, done],
    );
  const attend = (who: string, meeting: string, state: string) =>
    app.database.query(
      'INSERT INTO attendances (meeting_id, membership_id, cohort_id, state) VALUES ($1, $2, $3, $4)',
      [ids[meeting], idOf(who), cohort.id, state],
    );

  beforeAll(async () => {
    app = await testApp();
    const world = new World(app.database);
    cohort = await world.aCohort();
    const other = await world.aCohort();
    for (const name of ['marika', 'ants', 'liis']) people[name] = await world.participant(cohort, name);
    people['helve'] = await world.mentor(cohort);
    people['tiina'] = await world.mentor(cohort, 'Tiina');
    people['kadri'] = await world.organizer(cohort);
    people['maarja'] = await world.programLeader(cohort);
    people['elsewhere'] = await world.programLeader(other);
    people['gone'] = await world.participant(cohort, 'Gone');
    await world.endMembership(people['gone']);
    for (const [name, who] of Object.entries(people)) cookies[name] = await world.signIn(who);
    cookies['admin'] = await world.signIn(await world.admin());
    const [marika, ants, helve] = [people['marika'], people['ants'], people['helve']];
    if (!marika || !ants || !helve) throw new Error('nobody came');
    await world.assignment(helve, marika);
    await world.pair(marika, ants);
    ids['held1'] = await world.meeting(cohort, -40);
    ids['held2'] = await world.meeting(cohort, -10);
    ids['next'] = await world.meeting(cohort, 9);
    ids['first'] = await world.module(cohort, dayFromNow(-60));
    ids['read'] = await world.activity(ids['first'], { kind: 'read' });
    ids['answer'] = await world.activity(ids['first'], {
      kind: 'answer',
      questionId: cohort.questions[0] ?? '',
      moment: 'start',
    });
    ids['second'] = await world.module(cohort, dayFromNow(-20));
    ids['attend'] = await world.activity(ids['second'], { kind: 'attend', meetingId: ids['held2'] });
    ids['retired'] = await world.activity(ids['second']);
    ids['later'] = await world.module(cohort, dayFromNow(20));
    ids['circle'] = await world.activity(ids['later'], { kind: 'circle' });
    await app.database.query('UPDATE activities SET retired_at = now() WHERE id = $1', [ids['retired']]);
    await world.edition(cohort);
    await fact('marika', 'read', true);
    await fact('marika', 'answer', true);
    await fact('ants', 'answer', false);
    await fact('ants', 'retired', true);
    await fact('liis', 'retired', false);
    await attend('marika', 'held1', 'present');
    await attend('marika', 'held2', 'online');
    await attend('ants', 'held1', 'excused');
    await attend('ants', 'held2', 'absent');
    await app.database.query(
      `INSERT INTO agreed_pauses (cohort_id, membership_id, from_on, until_on) VALUES ($1, $2, $3, $4)`,
      [cohort.id, idOf('liis'), dayFromNow(-5), dayFromNow(5)],
    );
    await app.database.query(
      `INSERT INTO circles (cohort_id, host_id, held_on, place, topic, people) VALUES ($1, $2, $3, 'Rahvamaja', 'Lasteaed', 14)`,
      [cohort.id, idOf('marika'), dayFromNow(-4)],
    );
    await app.database.query(
      `INSERT INTO entries (cohort_id, author_id, account_id, activity_id, question_id, question_version, moment, title, body)
      VALUES ($1, $2, $3, $4, $5, 1, 'start', 'CANARY-TITLE', '{"type":"doc"}')`,
      [cohort.id, idOf('marika'), people['marika']?.accountId, ids['answer'], cohort.questions[0]],
    );
  });
  afterAll(() => app.close());

  it('is one table for the program leader and the organizer', async () => {
    const { body } = await get('maarja', 'progress').expect(200);
    expect(
      body.modules.map((module: { id: string; current: boolean }) => [module.id, module.current]),
    ).toEqual([
      [ids['first'], false],
      [ids['second'], true],
      [ids['later'], false],
    ]);
    expect(body.mentors).toEqual([{ membershipId: idOf('helve'), name: expect.any(String) }]);
    expect(body.members.map(({ mentorId }: { mentorId: string | null }) => mentorId)).toEqual([
      idOf('helve'),
      null,
      null,
    ]);
    expect(body.cohort.week).toBe(10);
    expect(body.meetings.map(({ state }: { state: string }) => state)).toEqual(['held', 'held', 'planned']);
    expect(body.members).toEqual([
      expect.objectContaining({
        membershipId: idOf('marika'),
        name: 'marika',
        seat: 1,
        states: ['done', 'done', 'done'],
        attendance: ['present', 'online', null],
        circles: 1,
        certificate: 'open',
        pausedUntil: null,
      }),
      expect.objectContaining({
        membershipId: idOf('ants'),
        states: ['begun', 'begun', 'closed'],
        attendance: ['excused', 'absent', null],
        circles: 0,
      }),
      expect.objectContaining({
        membershipId: idOf('liis'),
        states: ['paused', 'paused', 'closed'],
        attendance: [null, null, null],
        pausedUntil: dayFromNow(5),
      }),
    ]);
    expect(body.totals).toEqual({ circles: 1, people: 14, lastMeetingAttended: 1 });
  });

  it('is told by activity on asking', async () => {
    const { body } = await get('maarja', 'progress?by=activity').expect(200);
    expect(body.activities.map(({ id }: { id: string }) => id)).toEqual([
      ids['read'],
      ids['answer'],
      ids['attend'],
      ids['circle'],
    ]);
    expect(body.members[0].states).toEqual(['done', 'done', 'done', 'done']);
    expect(body.members[1].states).toEqual(['ahead', 'begun', 'ahead', 'closed']);
    await get('maarja', 'progress?by=name').expect(400);
  });

  it('shows a mentor the leaders they accompany', async () => {
    const { body } = await get('helve', 'progress').expect(200);
    expect(body.members.map(({ membershipId }: { membershipId: string }) => membershipId)).toEqual([
      idOf('marika'),
    ]);
    expect((await get('tiina', 'progress').expect(200)).body.members).toEqual([]);
  });

  it('is the same for the leader, their mentor and the program leader (rule 11)', async () => {
    const { body: journey } = await get('marika', 'journey').expect(200);
    const pages = await Promise.all(
      ['marika', 'helve', 'maarja'].map((who) => get(who, page('marika')).expect(200)),
    );
    const abilities = pages.map(({ body }) => body.can.agree);
    expect(abilities).toEqual([false, false, true]);
    const [first, ...others] = pages.map(({ body: { can: _can, ...read } }) => read);
    others.forEach((other) => expect(other).toEqual(first));
    const { body: matrix } = await get('maarja', 'progress').expect(200);
    const states = (modules: { state: string }[]): string[] => modules.map(({ state }) => state);
    expect(states(first.modules)).toEqual(matrix.members[0].states);
    expect(states(journey.modules)).toEqual(matrix.members[0].states);
    expect(journey.certificate).toEqual(first.certificate);
    expect(first).toMatchObject({
      circles: [{ place: 'Rahvamaja', people: 14 }],
      mentor: { name: 'Helve' },
      partner: { name: 'ants' },
    });
    const { body: ants } = await get('maarja', page('ants')).expect(200);
    expect(states(ants.modules)).toEqual(matrix.members[1].states);
  });

  it('tells no word of what was written, to anybody but in one’s own journey where it stands', async () => {
    for (const path of ['progress', 'progress?by=activity', page('marika')]) {
      const { text } = await get('maarja', path).expect(200);
      expect(text).not.toContain('CANARY');
      expect(text).not.toContain('entryId');
    }
    const { body } = await get('marika', 'journey').expect(200);
    expect(body.modules[0].activities[1].entryId).toEqual(expect.any(String));
    expect(body.questions).toHaveLength(4);
    expect(body.questions[0].moments).toEqual([
      {
        moment: 'start',
        state: 'done',
        at: expect.any(String),
        opensOn: dayFromNow(-60),
        activityId: ids['answer'],
        entryId: body.modules[0].activities[1].entryId,
      },
      { moment: 'middle', state: 'closed', at: null, opensOn: null, activityId: null, entryId: null },
      { moment: 'end', state: 'closed', at: null, opensOn: null, activityId: null, entryId: null },
    ]);
  });

  it('leads a leader on from what was begun', async () => {
    const { body } = await get('ants', 'journey').expect(200);
    expect(
      body.next.map((thing: { kind: string; activity?: { id: string } }) => [thing.kind, thing.activity?.id]),
    ).toEqual([
      ['activity', ids['answer']],
      ['activity', ids['read']],
      ['meeting', undefined],
    ]);
    expect(body).toMatchObject({
      week: 10,
      mentor: null,
      partner: { name: 'marika' },
      attendance: ['excused', 'absent', null],
    });
    expect(body.meetings[2]).toMatchObject({ state: 'planned', myReply: null, can: { reply: true } });
  });

  it.each(['marika', 'kadri', 'elsewhere', 'admin', 'gone'])('the matrix is not there for %s', (who) =>
    get(who, 'progress').expect(404),
  );
  it.each(['helve', 'kadri', 'maarja', 'elsewhere', 'admin', 'gone'])('there is no journey of %s', (who) =>
    get(who, 'journey').expect(404),
  );
  it.each(['ants', 'tiina', 'kadri', 'elsewhere', 'admin', 'gone'])(
    'Marika’s page is not there for %s',
    (who) => get(who, page('marika')).expect(404),
  );
  it.each(['helve', 'gone', 'maarja'])('there is no page of %s, who is no participant now', (of) =>
    get('maarja', page(of)).expect(404),
  );
  it('strangers are asked to sign in, and what is no id names nothing', async () => {
    for (const path of ['progress', 'journey', page('marika')]) await get('nobody', path).expect(401);
    await get('maarja', 'members/nobody/progress').expect(404);
    await request(app.url)
      .get('/api/cohorts/x/progress')
      .set('cookie', cookies['maarja'] ?? '')
      .expect(404);
  });
});
