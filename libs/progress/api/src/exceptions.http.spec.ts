import { type ExceptionsView, type ExceptionView, MOST_EXCEPTIONS } from '@opiring/contract/exceptions';
import { aCast, type Actor, type Cast, dayFromNow, testApp, type TestApp } from '@opiring/platform/testing';

const REASON = 'Marika on detsembris lähetuses.';

describe('what is agreed beside the curriculum', () => {
  let app: TestApp;
  let cast: Cast;
  const ids: Record<string, string> = {};
  const at = (who: Actor = cast.marika): string => `/cohorts/${cast.cohort.id}/members/${who.membershipId}`;
  const agree = (what: object, who: Actor = cast.marika, by: Actor = cast.maarja) =>
    by.says.post(`${at(who)}/exceptions`, { reason: REASON, ...what });
  const opening = (more: object = {}) => ({
    kind: 'opens',
    activityId: ids['later'],
    opensOn: dayFromNow(-1),
    ...more,
  });
  const page = async (by: Actor, who: Actor = cast.marika) => (await by.says.get(`${at(who)}/progress`)).body;
  const list = async (by: Actor): Promise<ExceptionView[]> =>
    (await by.says.get(`/cohorts/${cast.cohort.id}/exceptions`)).body.exceptions;
  const row = async (by: Actor, who: Actor = cast.marika) => {
    const { body } = await by.says.get(`/cohorts/${cast.cohort.id}/progress?by=activity`);
    return body.members.find(
      ({ membershipId }: { membershipId: string }) => membershipId === who.membershipId,
    );
  };

  beforeAll(async () => {
    app = await testApp();
    cast = await aCast(app);
    const { world, cohort } = cast;
    ids['meeting'] = await world.meeting(cohort, -3);
    ids['first'] = await world.module(cohort);
    ids['read'] = await world.activity(ids['first'], { kind: 'read' });
    ids['attend'] = await world.activity(ids['first'], { kind: 'attend', meetingId: ids['meeting'] });
    ids['last'] = await world.module(cohort, dayFromNow(30));
    ids['later'] = await world.activity(ids['last'], { kind: 'watch' });
    ids['also'] = await world.activity(ids['last'], { kind: 'read' });
    await world.edition(cohort);
  });
  afterEach(() => app.database.query('DELETE FROM agreed_exceptions; DELETE FROM agreed_pauses'));
  afterAll(() => app.close());

  it('opens earlier for a pair, whatever the rule says, and for nobody else', async () => {
    const { status, body } = await agree(opening({ withPartner: true }));
    expect([status, body.revision, body.reason]).toEqual([201, 1, REASON]);
    for (const who of [cast.marika, cast.ants]) {
      expect((await row(cast.maarja, who)).states).toEqual(['ahead', 'ahead', 'ahead', 'closed']);
      expect((await who.says.put(`/activities/${ids['later']}/done`)).status).toBe(200);
      await who.says.delete(`/activities/${ids['later']}/done`);
      expect((await who.says.put(`/activities/${ids['also']}/done`)).body.code).toBe('not-open');
    }
    expect((await row(cast.maarja, cast.liis)).states.at(2)).toBe('closed');
    expect((await cast.liis.says.put(`/activities/${ids['later']}/done`)).body.code).toBe('not-open');
    // The leader reads who, when, why and with whom, beside the thing itself.
    const { body: journey } = await cast.marika.says.get(`/cohorts/${cast.cohort.id}/journey`);
    expect(journey.modules[1].activities[0]).toMatchObject({
      state: 'ahead',
      exception: { kind: 'opens', fromOn: dayFromNow(-1), reason: REASON, by: 'Maarja', with: 'Ants' },
    });
    expect(journey.modules[1].activities[1]).not.toHaveProperty('exception');
    expect(journey.next.map((thing: { activity?: { id: string } }) => thing.activity?.id)).toContain(
      ids['later'],
    );
    const [told] = (await page(cast.ants, cast.ants)).exceptions;
    expect(told.people.map(({ name }: { name: string }) => name)).toEqual(['Marika', 'Ants']);
    expect(told).toMatchObject({
      reason: REASON,
      by: 'Maarja',
      title: { et: 'Tegevus' },
      ended: null,
      changes: [],
    });
  });

  it('opens a whole module, only from its day on', async () => {
    const { body } = await agree({ kind: 'opens', moduleId: ids['last'], opensOn: dayFromNow(5) });
    expect((await row(cast.maarja)).states).toEqual(['ahead', 'ahead', 'closed', 'closed']);
    const sooner = { opensOn: dayFromNow(-2) };
    const path = `/exceptions/${body.id}`;
    expect((await cast.kadri.says.patch(path, sooner, { 'if-match': '"1"' })).body.revision).toBe(2);
    expect((await row(cast.maarja)).states).toEqual(['ahead', 'ahead', 'ahead', 'ahead']);
    expect((await page(cast.maarja)).modules[1].state).toBe('ahead');
    expect((await cast.marika.says.put(`/activities/${ids['also']}/done`)).status).toBe(200);
    await cast.marika.says.delete(`/activities/${ids['also']}/done`);
  });

  it('leaves out what one is excused from: participant, mentor and program leader read the same (rule 11)', async () => {
    await cast.marika.says.put(`/activities/${ids['read']}/done`);
    await agree({ kind: 'excused', activityId: ids['also'] });
    await agree({ kind: 'excused', activityId: ids['read'] }, cast.ants);
    const again = await cast.marika.says.put(`/activities/${ids['also']}/done`);
    expect(again.body).toMatchObject({ status: 409, code: 'excused' });
    expect((await cast.ants.says.put(`/activities/${ids['read']}/done`)).body.code).toBe('excused');
    expect((await cast.marika.says.put(`/activities/${ids['read']}/done`)).status).toBe(200);
    expect((await row(cast.helve)).states).toEqual(['done', 'ahead', 'closed', 'excused']);
    expect((await row(cast.maarja, cast.ants)).states[0]).toBe('excused');
    const statesOf = (view: { modules: { state: string; activities: { state: string }[] }[] }) =>
      view.modules.flatMap(({ state, activities }) => [state, ...activities.map((told) => told.state)]);
    const seen = await Promise.all(
      [cast.marika, cast.helve, cast.maarja].map(async (by) => statesOf(await page(by))),
    );
    const journey = (await cast.marika.says.get(`/cohorts/${cast.cohort.id}/journey`)).body;
    for (const states of [...seen, statesOf(journey)])
      expect(states).toEqual(['begun', 'done', 'ahead', 'closed', 'closed', 'excused']);
    await cast.maarja.says.put(`/meetings/${ids['meeting']}/attendance/${cast.marika.membershipId}`, {
      state: 'excused',
    });
    // Being away with a reason and being excused from the activity are two things; neither makes one have been there.
    expect((await page(cast.maarja)).modules[0].state).toBe('begun');
    await agree({ kind: 'excused', activityId: ids['attend'] });
    expect(await page(cast.maarja)).toMatchObject({
      modules: [{ state: 'done', activities: [{}, { state: 'excused' }] }, {}],
      certificate: { reasons: { attendance: { attended: 0 } } },
    });
    await cast.maarja.says.put(`/meetings/${ids['meeting']}/attendance/${cast.marika.membershipId}`, {
      state: 'absent',
    });
    await cast.marika.says.delete(`/activities/${ids['read']}/done`);
  });

  it('is corrected and ended, and keeps who, when, before and after (rule 13); ending gives the rule its word back', async () => {
    const { body } = await agree(opening({ withPartner: true }));
    const path = `/exceptions/${body.id}`;
    const say = (sent: object, revision = 1) =>
      cast.kadri.says.patch(path, sent, { 'if-match': `"${revision}"` });
    expect((await cast.kadri.says.patch(path, { reason: 'x' })).status).toBe(428);
    expect((await say({ reason: 'Kokku lepitud telefonis.' })).body).toMatchObject({ revision: 2 });
    expect((await say({ reason: 'Teine' })).body.code).toBe('stale');
    for (const bad of [
      { reason: ' ' },
      { reason: null },
      { opensOn: '2026-02-31' },
      { opensOn: null },
      { kind: 'excused' },
    ])
      expect((await say(bad, 2)).status).toBe(400);
    expect((await cast.kadri.says.delete(path)).status).toBe(204);
    expect((await cast.maarja.says.delete(path)).status).toBe(204);
    expect((await say({ reason: 'Hilja' }, 3)).body.code).toBe('exception-ended');
    const [told] = await list(cast.maarja);
    expect(told).toMatchObject({
      by: 'Maarja',
      reason: 'Kokku lepitud telefonis.',
      ended: { by: 'Kadri' },
      changes: [{ by: 'Kadri', before: { reason: REASON }, after: { reason: 'Kokku lepitud telefonis.' } }],
    });
    expect((await page(cast.ants, cast.ants)).exceptions).toEqual([told]);
    expect((await row(cast.maarja)).states[2]).toBe('closed');
  });

  it('holds pauses too, with their reason and history', async () => {
    const days = { fromOn: dayFromNow(-2), untilOn: dayFromNow(9) };
    const { body } = await cast.kadri.says.post(`${at()}/pauses`, {
      ...days,
      reason: REASON,
      withPartner: true,
    });
    expect((await list(cast.maarja)).map(({ people }) => people[0]?.name).sort()).toEqual(['Ants', 'Marika']);
    const path = `/pauses/${body.id}`;
    const longer = { untilOn: dayFromNow(20) };
    expect((await cast.maarja.says.patch(path, longer, { 'if-match': '"1"' })).body).toMatchObject({
      ...longer,
      revision: 2,
    });
    expect((await cast.maarja.says.patch(path, longer, { 'if-match': '"1"' })).status).toBe(412);
    expect(
      (await cast.maarja.says.patch(path, { untilOn: dayFromNow(-9) }, { 'if-match': '"2"' })).status,
    ).toBe(400);
    const [told] = (await page(cast.marika)).exceptions;
    expect(told).toMatchObject({
      kind: 'pause',
      reason: REASON,
      by: 'Kadri',
      untilOn: dayFromNow(20),
      changes: [{ by: 'Maarja', before: { untilOn: dayFromNow(9) }, after: { untilOn: dayFromNow(20) } }],
    });
    expect((await cast.kadri.says.delete(path)).status).toBe(204);
    expect((await cast.kadri.says.patch(path, longer, { 'if-match': '"2"' })).body.code).toBe('pause-ended');
    expect((await page(cast.marika)).exceptions[0].ended).toMatchObject({ by: 'Kadri' });
    for (const [by, status] of [
      [cast.marika, 403],
      [cast.helve, 403],
      [cast.stranger, 404],
    ] as const) {
      expect((await by.says.delete(path)).status).toBe(status);
      expect((await by.says.patch(path, longer, { 'if-match': '"2"' })).status).toBe(status);
    }
  });

  it('is found by a name however much there is, says how much that is, and leaves out what is over first', async () => {
    await agree(opening({ withPartner: true })).then(({ status }) => expect(status).toBe(201));
    // A pause of long ago for each of 1,200 days: more than one list holds.
    await app.database.query(
      `INSERT INTO agreed_pauses (cohort_id, membership_id, from_on, until_on, reason, agreed_by, created_at, ended_at, ended_by)
       SELECT $1, $2, d, d, 'Ammu', $3, now() - interval '1 hour', now(), $3
         FROM generate_series(date '2020-01-01', date '2020-01-01' + 1199, interval '1 day') AS days (d)`,
      [cast.cohort.id, cast.ants.membershipId, cast.maarja.accountId],
    );
    const found = async (name?: string) => {
      const query = name === undefined ? '' : `?name=${encodeURIComponent(name)}`;
      return (await cast.maarja.says.get(`/cohorts/${cast.cohort.id}/exceptions${query}`))
        .body as ExceptionsView;
    };
    const all = await found();
    expect([all.total, all.exceptions.length]).toEqual([1201, MOST_EXCEPTIONS]);
    expect(all.exceptions[0]).toMatchObject({ kind: 'opens', ended: null });
    const hers = await found('  MARIKA ');
    expect([hers.total, hers.exceptions.length]).toEqual([1, 1]);
    expect(await found('100%_')).toEqual({ exceptions: [], total: 0 });
    const answer = await cast.maarja.says.get(
      `/cohorts/${cast.cohort.id}/exceptions?name=${'a'.repeat(101)}`,
    );
    expect(answer.status).toBe(400);
  });

  it('tells a mentor that it holds, not why; nobody else anything (rule 4)', async () => {
    await agree(opening());
    const [told] = (await page(cast.helve)).exceptions;
    expect(told).toMatchObject({ kind: 'opens', fromOn: dayFromNow(-1) });
    for (const hidden of ['reason', 'by', 'changes']) expect(told).not.toHaveProperty(hidden);
    expect((await cast.tiina.says.get(`${at()}/progress`)).status).toBe(404);
    const { body: mirror } = await cast.marika.says.get(`/cohorts/${cast.cohort.id}/mirror`);
    const seen = Object.fromEntries(
      mirror.roles.map(({ role, exceptions }: { role: string; exceptions: ExceptionView[] }) => [
        role,
        exceptions,
      ]),
    );
    expect(seen['mentor']).toEqual((await page(cast.helve)).exceptions);
    expect(seen['organizer']).toEqual(await list(cast.kadri));
    expect(seen['program_leader']).toEqual((await page(cast.maarja)).exceptions);
    expect([seen['partner'], seen['cohort']]).toEqual([[], []]);
    expect(
      JSON.stringify((await cast.ants.says.get(`/cohorts/${cast.cohort.id}/journey`)).body),
    ).not.toContain(REASON);
  });

  it('is for organizers and program leaders to agree', async () => {
    const { body } = await agree(opening());
    const paths = [
      () => agree(opening({ activityId: ids['also'] }), cast.marika),
      () => cast.kadri.says.get(`/cohorts/${cast.cohort.id}/exceptions`),
    ];
    for (const ask of paths) expect((await ask()).status).toBeLessThan(300);
    for (const [by, status] of [
      [cast.marika, 403],
      [cast.ants, 403],
      [cast.helve, 403],
      [cast.haldur, 404],
      [cast.gone, 404],
      [cast.stranger, 404],
    ] as const) {
      const { says } = by;
      expect((await says.post(`${at()}/exceptions`, { ...opening(), reason: REASON })).status).toBe(status);
      expect(
        (await says.patch(`/exceptions/${body.id}`, { reason: 'x' }, { 'if-match': '"1"' })).status,
      ).toBe(status);
      expect((await says.delete(`/exceptions/${body.id}`)).status).toBe(status);
      expect((await says.get(`/cohorts/${cast.cohort.id}/exceptions`)).status).toBe(status);
    }
    expect((await cast.anonymous.get(`/cohorts/${cast.cohort.id}/exceptions`)).status).toBe(401);
    expect((await cast.anonymous.delete(`/exceptions/${body.id}`)).status).toBe(401);
  });

  it('refuses what cannot be agreed, and does nothing by halves', async () => {
    const elsewhere = await cast.world.module(await cast.world.aCohort());
    const refused: [object, number, string, Actor?][] = [
      [{ kind: 'opens', activityId: ids['later'] }, 400, 'bad-input'],
      [{ kind: 'excused', activityId: ids['later'], opensOn: dayFromNow(1) }, 400, 'bad-input'],
      [{ kind: 'excused', moduleId: ids['last'] }, 400, 'bad-input'],
      [opening({ moduleId: ids['last'] }), 400, 'bad-input'],
      [opening({ opensOn: '2026-02-30' }), 400, 'bad-input'],
      [opening({ reason: '   ' }), 400, 'bad-input'],
      [opening({ reason: 'x'.repeat(501) }), 400, 'bad-input'],
      [{ kind: 'opens', moduleId: elsewhere, opensOn: dayFromNow(1) }, 404, 'not-found'],
      [opening({ withPartner: true }), 409, 'no-partner', cast.liis],
      [opening(), 404, 'not-found', cast.gone],
      [opening(), 404, 'not-found', cast.helve],
      [opening(), 404, 'not-found', cast.stranger],
    ];
    for (const [what, status, code, who] of refused)
      expect((await agree(what, who)).body).toMatchObject({ status, code });
    expect((await agree(opening(), cast.ants)).status).toBe(201);
    expect((await agree(opening({ withPartner: true }))).body.code).toBe('already-agreed');
    expect(await list(cast.maarja)).toHaveLength(1);
  });

  it('is agreed once with one Idempotency-Key, and once by two at the same moment', async () => {
    const key = { 'idempotency-key': 'erand-1' };
    const send = () => cast.maarja.says.post(`${at()}/exceptions`, { ...opening(), reason: REASON }, key);
    expect((await send()).body).toEqual((await send()).body);
    const both = await Promise.all(
      [cast.kadri, cast.maarja].map((by) => agree(opening({ activityId: ids['also'] }), cast.marika, by)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('leaves with whom it is about, and stays for the partner', async () => {
    const { rows } = await app.database.query<{ id: string }>(
      `INSERT INTO memberships (cohort_id, account_id, role, seat)
       SELECT $1, id, 'participant', 900 FROM accounts WHERE email = $2 RETURNING id`,
      [cast.cohort.id, cast.stranger.email],
    );
    await agree(opening({ withPartner: true }));
    await app.database.query('UPDATE agreed_exceptions SET membership_id = $1 WHERE membership_id = $2', [
      rows[0]?.id,
      cast.marika.membershipId,
    ]);
    await app.database.query('DELETE FROM memberships WHERE id = $1', [rows[0]?.id]);
    expect((await list(cast.maarja)).map(({ people }) => people.map(({ name }) => name))).toEqual([['Ants']]);
  });
});
