import type { ArcView } from '@opiring/contract/arc';
import { aCast, type Cast, statementsOf, testApp, type TestApp } from '@opiring/platform/testing';

describe('an arc', () => {
  let app: TestApp;
  let cast: Cast;
  let question: string;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    cast = await aCast(app);
    question = cast.cohort.questions[0] ?? '';
  });
  afterAll(() => app.close());

  const write = async (body: object): Promise<string> => {
    const answer = await cast.marika.says.post(`/cohorts/${cast.cohort.id}/entries`, body);
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    return (answer.body as { id: string }).id;
  };
  const path = () => `/cohorts/${cast.cohort.id}/questions/${question}`;
  const arc = async (): Promise<ArcView> => (await cast.marika.says.get(`${path()}/arc`)).body as ArcView;
  const circle = async (): Promise<string> => {
    const told = { heldOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10), place: 'Köök' };
    const { body } = await cast.marika.says.post(`/cohorts/${cast.cohort.id}/circles`, {
      ...told,
      topic: 'Buss',
      people: 7,
    });
    return (body as { id: string }).id;
  };

  it('stands empty with three places before anything is answered', async () => {
    const view = await arc();
    expect(view.places.map(({ moment, answer }) => [moment, answer])).toEqual([
      ['start', null],
      ['middle', null],
      ['end', null],
    ]);
    expect(view).toMatchObject({ between: [], facts: [], words: null, moved: { text: '', revision: 0 } });
  });

  it('holds the answers with the words each was asked in, what came between, and words that came and went', async () => {
    const held = await circle();
    const start = await write({
      questionId: question,
      moment: 'start',
      body: 'Olen selgitaja. Info jõuab kohale.',
    });
    await cast.marika.says.post(`/entries/${start}/shares`, { audience: 'mentor' });
    await app.database.query(
      `INSERT INTO guiding_question_versions (question_id, version, text) VALUES ($1, 2, '{"et":"Uute sõnadega?"}')`,
      [question],
    );
    const meeting = await cast.world.meeting(cast.cohort, -3);
    await cast.maarja.says.put(`/meetings/${meeting}/attendance/${cast.marika.membershipId}`, {
      state: 'present',
    });
    const after = await write({ questionId: question, body: 'Köögis räägiti.', circleId: held });
    await write({ questionId: question, body: 'Kohtumisel vaikisin.', meetingId: meeting });
    await write({ questionId: question, moment: 'end', body: 'Küsin ja jään ootama vaikust. Info ootab.' });
    const view = await arc();
    expect(view.question).toMatchObject({ version: 2, text: { et: 'Uute sõnadega?' } });
    const [first, middle, last] = view.places.map(({ answer }) => answer);
    expect(first).toMatchObject({
      entryId: start,
      asked: { version: 1 },
      shares: [{ audience: 'mentor', version: 1 }],
    });
    expect(middle).toBeNull();
    expect(last).toMatchObject({ asked: { version: 2 }, shares: [] });
    expect(view.between).toMatchObject([
      { entryId: after, moment: null, after: { kind: 'circle', id: held } },
      { after: { kind: 'meeting', id: meeting } },
    ]);
    expect(view.facts).toMatchObject([
      { kind: 'meeting', id: meeting },
      { kind: 'circle', id: held, topic: 'Buss' },
    ]);
    expect(view.words).toMatchObject({ from: 'start', to: 'end', stayed: ['info'] });
    expect(view.words?.went).toContain('selgitaja');
    expect(view.words?.came).toEqual(expect.arrayContaining(['ootama', 'vaikust']));
    expect(view.words?.came).not.toContain('ootab');
  });

  it('takes no circle of another’s and no meeting of another cohort’s for a moment in between', async () => {
    const { body } = await cast.ants.says.post(`/cohorts/${cast.cohort.id}/circles`, {
      heldOn: '2023-12-02',
      place: 'Õu',
      topic: 'Tee',
      people: 5,
    });
    const elsewhere = await cast.world.meeting(await cast.world.aCohort());
    for (const occasion of [{ circleId: (body as { id: string }).id }, { meetingId: elsewhere }]) {
      const answer = await cast.marika.says.post(`/cohorts/${cast.cohort.id}/entries`, {
        questionId: question,
        body: 'x',
        ...occasion,
      });
      expect(answer.status).toBe(409);
    }
  });

  it('is the leader’s alone: for others there is none, or their own', async () => {
    await write({ questionId: question, moment: 'start', body: 'kanaarilind' });
    for (const { says } of [cast.helve, cast.kadri, cast.maarja, cast.haldur, cast.stranger, cast.gone]) {
      expect((await says.get(`${path()}/arc`)).status).toBe(404);
    }
    expect(JSON.stringify((await cast.ants.says.get(`${path()}/arc`)).body)).not.toContain('kanaarilind');
    expect((await cast.anonymous.get(`${path()}/arc`)).status).toBe(401);
    const foreign = `/cohorts/${cast.cohort.id}/questions/${cast.marika.membershipId}/arc`;
    expect((await cast.marika.says.get(foreign)).status).toBe(404);
  });

  it('asks as many statements for much as for little', async () => {
    await write({ questionId: question, moment: 'start', body: 'Esimene sõna.' });
    await write({ questionId: question, moment: 'end', body: 'Viimane sõna.' });
    const few = await statementsOf(arc);
    for (let index = 0; index < 6; index++) await write({ questionId: question, body: `Vahepeal ${index}` });
    for (let index = 0; index < 3; index++) await circle();
    expect(await statementsOf(arc)).toHaveLength(few.length);
    expect(few.length).toBeLessThanOrEqual(9);
  });
});
