import {
  dayFromNow,
  testApp,
  type TestApp,
  World,
  type WorldCohort,
  type WorldMember,
} from '@opiring/platform/testing';
import type { AttentionView, OwnCallView } from '@opiring/contract/attention';
import request from 'supertest';

describe('who could use a call', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  const people: Record<string, WorldMember> = {};
  const cookies: Record<string, string> = {};
  const meetings: string[] = [];

  const send = (who: string, method: 'get' | 'post' | 'put' | 'delete', path: string) =>
    request(app.url)
      [method](`/api/cohorts/${cohort.id}/${path}`)
      .set('cookie', cookies[who] ?? '');
  const idOf = (who: string): string => people[who]?.membershipId ?? '';
  const list = async (): Promise<AttentionView> =>
    (await send('maarja', 'get', 'attention').expect(200)).body;
  const told = ({ cards }: AttentionView): string[] => cards.map(({ name, reason }) => `${name} ${reason}`);
  const attend = (who: string, meeting: number, state: string) =>
    app.database.query(
      'INSERT INTO attendances (meeting_id, membership_id, cohort_id, state) VALUES ($1, $2, $3, $4)',
      [meetings[meeting], idOf(who), cohort.id, state],
    );
  /** A letter to the mentor, shared so many days ago. */
  const letter = async (who: string, days: number): Promise<string> => {
    const path = `/api/cohorts/${cohort.id}/entries`;
    const entry = await request(app.url)
      .post(path)
      .set('cookie', cookies[who] ?? '')
      .send({ title: 'CANARY-TITLE', body: 'CANARY-BODY' })
      .expect(201);
    const share = await request(app.url)
      .post(`/api/entries/${entry.body.id}/shares`)
      .set('cookie', cookies[who] ?? '')
      .send({ audience: 'mentor' })
      .expect(201);
    await app.database.query(
      'UPDATE entry_shares SET granted_at = now() - make_interval(days => $2) WHERE id = $1',
      [share.body.id, days],
    );
    return entry.body.id;
  };

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
    cohort = await world.aCohort();
    for (const name of ['marika', 'ants', 'liis', 'toivo'])
      people[name] = await world.participant(cohort, name);
    people['helve'] = await world.mentor(cohort);
    people['kadri'] = await world.organizer(cohort);
    people['maarja'] = await world.programLeader(cohort);
    people['elsewhere'] = await world.programLeader(await world.aCohort());
    for (const [name, who] of Object.entries(people)) cookies[name] = await world.signIn(who);
    const [helve, marika] = [people['helve'], people['marika']];
    if (!helve || !marika) throw new Error('nobody came');
    await world.assignment(helve, marika);
    for (const days of [-40, -20, -6, 9]) meetings.push(await world.meeting(cohort, days));
    await attend('ants', 0, 'absent');
    await attend('ants', 1, 'excused');
    await attend('liis', 1, 'absent');
    await app.database.query(
      'INSERT INTO agreed_pauses (cohort_id, membership_id, from_on, until_on) VALUES ($1, $2, $3, $4)',
      [cohort.id, idOf('toivo'), dayFromNow(-5), dayFromNow(4)],
    );
  });
  afterAll(() => app.close());

  it('is said with a plain reason, in seat order', async () => {
    const { cards, rules } = await list();
    expect(cards).toEqual([
      expect.objectContaining({ name: 'ants', seat: 2, reason: 'missed' }),
      expect.objectContaining({ name: 'toivo', seat: 4, reason: 'pause-ends', day: dayFromNow(4) }),
    ]);
    expect(rules).toMatchObject({ missedMeetings: 2, unansweredDays: 10, asked: true, revision: 0 });
  });

  it('knows that a shared text waits, and nothing else of it', async () => {
    const late = await letter('marika', 12);
    await letter('marika', 3);
    const { text, body } = await send('maarja', 'get', 'attention').expect(200);
    expect(told(body)).toEqual(['marika unanswered', 'ants missed', 'toivo pause-ends']);
    expect(body.cards[0].day).toBe(dayFromNow(-12));
    expect(Object.keys(body.cards[0]).sort()).toEqual(
      ['day', 'membershipId', 'municipality', 'name', 'reason', 'seat'].sort(),
    );
    expect(text).not.toContain('CANARY');
    expect(text).not.toContain(late);
    await request(app.url)
      .post(`/api/entries/${late}/notes`)
      .set('cookie', cookies['helve'] ?? '')
      .send({ kind: 'noticing', body: 'Kuulen.' })
      .expect(201);
    expect(told(await list())).toEqual(['ants missed', 'toivo pause-ends']);
  });

  it('is set aside with a note, and comes back only with a new occasion', async () => {
    const card = (await list()).cards[0];
    const aside = { membershipId: card?.membershipId, reason: 'missed', day: card?.day, note: 'Rääkisime.' };
    const post = () =>
      send('maarja', 'post', 'attention/set-asides').set('idempotency-key', 'once-1').send(aside);
    const { body } = await post().expect(201);
    expect(told(body)).toEqual(['toivo pause-ends']);
    expect(body.setAside).toEqual([
      expect.objectContaining({ name: 'ants', reason: 'missed', note: 'Rääkisime.', by: 'Maarja' }),
    ]);
    expect((await post().expect(201)).body.setAside).toHaveLength(1);
    await send('maarja', 'post', 'attention/set-asides').send(aside).expect(404);
    expect((await send('ants', 'get', 'call').expect(200)).body).toMatchObject({
      reasons: [],
      setAside: [{ note: 'Rääkisime.' }],
    });
    await attend('ants', 2, 'absent');
    expect(told(await list())).toEqual(['ants missed', 'toivo pause-ends']);
    await app.database.query('DELETE FROM attendances WHERE meeting_id = $1', [meetings[2]]);
    expect(told(await list())).toEqual(['toivo pause-ends']);
    const undo = () => send('maarja', 'delete', `attention/set-asides/${body.setAside[0].id}`);
    expect(told((await undo().expect(200)).body)).toEqual(['ants missed', 'toivo pause-ends']);
    await undo().expect(404);
    const { rows } = await app.database.query('SELECT note, taken_back_by FROM attention_set_asides');
    expect(rows).toEqual([{ note: 'Rääkisime.', taken_back_by: people['maarja']?.accountId }]);
  });

  it('is asked for by a participant, who learns that it was seen, and takes it back', async () => {
    const call = async (): Promise<OwnCallView> => (await send('liis', 'get', 'call').expect(200)).body;
    expect(await call()).toMatchObject({ asked: null, canAsk: true, leaders: ['Maarja'], reasons: [] });
    await send('liis', 'post', 'call').expect(200);
    const { body } = await send('liis', 'post', 'call').expect(200);
    expect(body.asked.seenBy).toEqual([]);
    const { cards } = await list();
    expect(told({ cards } as AttentionView)).toContain('liis asked');
    expect((await call()).asked?.seenBy).toEqual([{ name: 'Maarja', at: expect.any(String) }]);
    expect((await call()).reasons).toEqual([{ reason: 'asked', day: expect.any(String) }]);
    const day = cards.find(({ reason }) => reason === 'asked')?.day;
    const aside = { membershipId: idOf('liis'), reason: 'asked', day };
    await send('maarja', 'post', 'attention/set-asides').send(aside).expect(201);
    expect(told(await list())).not.toContain('liis asked');
    await send('liis', 'delete', 'call').expect(200);
    await send('liis', 'post', 'call').expect(200);
    expect(told(await list())).toContain('liis asked');
    await send('liis', 'delete', 'call').expect(200);
    expect(told(await list())).not.toContain('liis asked');
  });

  it('goes by rules that leader and organizer read and change, each seeing what the other did', async () => {
    const path = 'attention/rules';
    const { body: first } = await send('kadri', 'get', path).expect(200);
    expect(first).toEqual({
      missedMeetings: 2,
      unansweredDays: 10,
      asked: true,
      pauseEndsDays: 7,
      revision: 0,
      changedAt: null,
      changedBy: null,
    });
    const wish = { missedMeetings: 1, unansweredDays: null, asked: false, pauseEndsDays: 2 };
    await send('kadri', 'put', path).send(wish).expect(428);
    const { body } = await send('kadri', 'put', path).set('if-match', '"0"').send(wish).expect(200);
    expect(body).toMatchObject({ ...wish, revision: 1, changedBy: 'Kadri' });
    await send('maarja', 'put', path).set('if-match', '"0"').send(wish).expect(412);
    expect(told(await list())).toEqual(['ants missed', 'liis missed']);
    await send('liis', 'post', 'call').expect(200);
    expect((await send('liis', 'get', 'call').expect(200)).body).toMatchObject({
      asked: null,
      canAsk: false,
    });
    for (const bad of [
      { missedMeetings: 0 },
      { unansweredDays: 'x' },
      { pauseEndsDays: -1 },
      { asked: null },
    ])
      await send('maarja', 'put', path)
        .set('if-match', '"1"')
        .send({ ...wish, ...bad })
        .expect(400);
  });

  it('is nobody else’s', async () => {
    for (const who of ['kadri', 'helve', 'marika', 'elsewhere']) {
      await send(who, 'get', 'attention').expect(404);
      await send(who, 'post', 'attention/set-asides')
        .send({ membershipId: idOf('ants'), reason: 'missed', day: dayFromNow(-20) })
        .expect(404);
    }
    for (const who of ['helve', 'marika', 'elsewhere']) await send(who, 'get', 'attention/rules').expect(404);
    for (const who of ['maarja', 'helve', 'kadri', 'elsewhere']) await send(who, 'get', 'call').expect(404);
    await send('nobody', 'get', 'attention').expect(401);
    await send('maarja', 'post', 'attention/set-asides')
      .send({ membershipId: idOf('ants'), reason: 'silent', day: 'today' })
      .expect(400);
  });
});
