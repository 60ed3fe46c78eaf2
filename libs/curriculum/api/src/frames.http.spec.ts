import { aCast, type Cast, testApp, type TestApp } from '@opiring/platform/testing';

describe('an activity’s frame', () => {
  let app: TestApp;
  let cast: Cast;
  let module: string;

  beforeAll(async () => {
    app = await testApp();
    cast = await aCast(app);
    module = await cast.world.module(cast.cohort);
  });
  afterAll(() => app.close());

  const make = (more: object = {}) =>
    cast.kadri.says.post(`/modules/${module}/activities`, { kind: 'reflect', title: 'Mõtiskle', ...more });
  const change = (id: string, revision: number, frame: unknown) =>
    cast.kadri.says.patch(`/activities/${id}`, { frame }, { 'If-Match': `"${revision}"` });
  const published = async (id: string) => {
    const { modules } = (await cast.marika.says.get(`/cohorts/${cast.cohort.id}/curriculum`)).body as {
      modules: { activities: { id: string; frame?: string }[] }[];
    };
    return modules.flatMap(({ activities }) => activities).find((activity) => activity.id === id);
  };

  it('is chosen, published with it, changed and taken back by the organizer', async () => {
    const made = await make({ frame: 'circle' });
    expect([made.status, made.body.frame]).toEqual([201, 'circle']);
    await cast.kadri.says.post(`/cohorts/${cast.cohort.id}/editions`, {});
    expect(await published(made.body.id as string)).toMatchObject({ frame: 'circle' });
    expect((await change(made.body.id as string, 1, 'what')).body.frame).toBe('what');
    expect((await change(made.body.id as string, 2, null)).body).not.toHaveProperty('frame');
    await cast.kadri.says.post(`/cohorts/${cast.cohort.id}/editions`, {});
    expect(await published(made.body.id as string)).not.toHaveProperty('frame');
  });

  it('is no other than the three, and nobody else’s to choose', async () => {
    const refused = await make({ frame: 'form' });
    expect([refused.status, Object.keys(refused.body.fields as object)]).toEqual([400, ['frame']]);
    const { body } = await make();
    for (const { says } of [cast.marika, cast.helve]) {
      const answer = await says.patch(`/activities/${body.id}`, { frame: 'what' }, { 'If-Match': '"1"' });
      expect([403, 404]).toContain(answer.status);
    }
  });
});
