import { aCast, type Cast, testApp, type TestApp } from '@opiring/platform/testing';

describe('what is kept of an entry', () => {
  let app: TestApp;
  let cast: Cast;
  let activity: string;
  let question: string;

  beforeAll(async () => {
    app = await testApp();
    cast = await aCast(app);
    question = cast.cohort.questions[0] ?? '';
    const module = await cast.world.module(cast.cohort);
    activity = await cast.world.activity(module, { kind: 'answer', questionId: question, moment: 'start' });
    await cast.world.edition(cast.cohort);
  });
  afterAll(() => app.close());

  const write = async (more: object = {}): Promise<string> => {
    const path = `/cohorts/${cast.cohort.id}/entries`;
    return (
      (await cast.marika.says.post(path, { title: 'Vastus', body: 'Vana vastus.', ...more })).body as {
        id: string;
      }
    ).id;
  };
  const patch = (id: string, revision: number, body: string) =>
    cast.marika.says.patch(`/entries/${id}`, { body }, { 'If-Match': `"${revision}"` });
  const versions = async (id: string) =>
    (await cast.marika.says.get(`/entries/${id}/versions`)).body.items as {
      number: number;
      keptFor: string;
    }[];
  const doneAt = async () =>
    (await app.database.query('SELECT done_at FROM activity_facts WHERE activity_id = $1', [activity]))
      .rows[0]?.done_at as Date | null;

  it('Valmis keeps the text and writes the fact, privately; said again it changes neither', async () => {
    const id = await write({ activityId: activity });
    expect(await doneAt()).toBeNull();
    const answer = await cast.marika.says.post(`/entries/${id}/done`);
    expect([answer.status, answer.body.version, answer.body.shares]).toEqual([200, 1, []]);
    const first = await doneAt();
    expect(answer.body.doneAt).toBe(first?.toISOString());
    await cast.marika.says.post(`/entries/${id}/done`);
    expect(await versions(id)).toMatchObject([{ number: 1, keptFor: 'done' }]);
    expect(await doneAt()).toEqual(first);
    await cast.marika.says.delete(`/entries/${id}`);
    expect(await doneAt()).toEqual(first);
  });

  it('an answer is never edited in place: the old words stay with the old question', async () => {
    const id = await write({ questionId: question, moment: 'middle' });
    await cast.marika.says.post(`/entries/${id}/done`);
    await app.database.query(
      'INSERT INTO guiding_question_versions (question_id, version, text) VALUES ($1, 2, $2)',
      [question, { et: 'Uues sõnastuses?' }],
    );
    await patch(id, 1, 'Uus vastus.');
    await cast.marika.says.post(`/entries/${id}/done`);
    expect(await versions(id)).toMatchObject([{ number: 2 }, { number: 1 }]);
    expect(JSON.stringify((await cast.marika.says.get(`/entries/${id}/versions/1`)).body)).toContain(
      'Vana vastus.',
    );
    const { body } = await cast.marika.says.get(`/entries/${id}`);
    expect(body).toMatchObject({ questionVersion: 1, questionText: { et: 'Keda me tavaliselt ei kuule?' } });
  });

  it('an earlier text is restored as a new save, and what stood until then is kept', async () => {
    const id = await write();
    await cast.marika.says.post(`/entries/${id}/done`);
    await patch(id, 1, 'Uus vastus.');
    const answer = await cast.marika.says.post(`/entries/${id}/versions/1/restorations`, undefined, {
      'Idempotency-Key': id,
    });
    expect([answer.status, answer.body.revision, answer.headers['etag']]).toEqual([201, 3, '"3"']);
    expect(JSON.stringify(answer.body.body)).toContain('Vana vastus.');
    await cast.marika.says.post(`/entries/${id}/versions/1/restorations`, undefined, {
      'Idempotency-Key': id,
    });
    expect(await versions(id)).toMatchObject([
      { number: 3, keptFor: 'restore' },
      { number: 2, keptFor: 'restore' },
      { number: 1, keptFor: 'done' },
    ]);
    expect(JSON.stringify((await cast.marika.says.get(`/entries/${id}/versions/2`)).body)).toContain(
      'Uus vastus.',
    );
  });

  it('is listed from the newest, after a number', async () => {
    const id = await write();
    for (let at = 1; at <= 3; at++) {
      await cast.marika.says.post(`/entries/${id}/done`);
      await patch(id, at, `Vastus ${at}.`);
    }
    const { body } = await cast.marika.says.get(`/entries/${id}/versions?after=3`);
    expect(body.items).toMatchObject([{ number: 2, title: 'Vastus' }, { number: 1 }]);
    expect(body.items[0]).not.toHaveProperty('body');
    expect((await cast.marika.says.get(`/entries/${id}/versions?after=x`)).status).toBe(400);
  });

  it.each(['0', '-1', 'x', '99', '9999999999'])('has no version %s', async (number) => {
    const id = await write();
    expect((await cast.marika.says.get(`/entries/${id}/versions/${number}`)).status).toBe(404);
    expect((await cast.marika.says.post(`/entries/${id}/versions/${number}/restorations`)).status).toBe(404);
  });

  it('is the author’s alone, even of what was shared', async () => {
    const id = await write();
    await cast.marika.says.post(`/entries/${id}/shares`, { audience: 'team' });
    const { ants, helve, kadri, maarja, haldur, stranger } = cast;
    for (const { says } of [ants, helve, kadri, maarja, haldur, stranger]) {
      for (const path of ['versions', 'versions/1']) {
        expect((await says.get(`/entries/${id}/${path}`)).status).toBe(404);
      }
      for (const path of ['done', 'versions/1/restorations']) {
        expect((await says.post(`/entries/${id}/${path}`)).status).toBe(404);
      }
    }
    for (const path of ['versions', 'versions/1']) {
      expect((await cast.anonymous.get(`/entries/${id}/${path}`)).status).toBe(401);
    }
    for (const path of ['done', 'versions/1/restorations']) {
      expect((await cast.anonymous.post(`/entries/${id}/${path}`)).status).toBe(401);
    }
  });
});
