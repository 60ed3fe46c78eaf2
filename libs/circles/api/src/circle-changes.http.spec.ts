import { aCast, type Cast, dayFromNow, testApp, type TestApp } from '@opiring/platform/testing';

describe('the corrections of a circle', () => {
  let app: TestApp;
  let cast: Cast;
  let id: string;

  beforeAll(async () => {
    app = await testApp();
    cast = await aCast(app);
    const told = { heldOn: dayFromNow(-5), place: 'Köök', topic: 'Buss', people: 7 };
    const { body } = await cast.marika.says.post(`/cohorts/${cast.cohort.id}/circles`, told);
    id = (body as { id: string }).id;
    await cast.marika.says.patch(`/circles/${id}`, { people: 8, place: 'Saal' }, { 'If-Match': '"1"' });
    await cast.marika.says.patch(`/circles/${id}`, { missingVoices: 'noored' }, { 'If-Match': '"2"' });
  });
  afterAll(() => app.close());

  it('are read by whoever sees the circle: who, when, before and after (rule 13)', async () => {
    for (const who of [cast.marika, cast.helve, cast.maarja]) {
      const { status, body } = await who.says.get(`/circles/${id}/changes`);
      expect(status).toBe(200);
      expect(body).toEqual({
        changes: [
          {
            id: expect.any(String),
            changedBy: 'Marika',
            changedAt: expect.any(String),
            what: [{ field: 'missingVoices', before: '', after: 'noored' }],
          },
          {
            id: expect.any(String),
            changedBy: 'Marika',
            changedAt: expect.any(String),
            what: [
              { field: 'place', before: 'Köök', after: 'Saal' },
              { field: 'people', before: 7, after: 8 },
            ],
          },
        ],
      });
    }
  });

  it('are nobody else’s', async () => {
    for (const who of [cast.ants, cast.tiina, cast.stranger, cast.haldur, cast.gone])
      expect((await who.says.get(`/circles/${id}/changes`)).status).toBe(404);
    expect((await cast.anonymous.get(`/circles/${id}/changes`)).status).toBe(401);
    expect((await cast.marika.says.get('/circles/x/changes')).status).toBe(404);
  });
});
