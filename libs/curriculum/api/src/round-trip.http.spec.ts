import { aPdf, testApp, type TestApp, World, type WorldCohort } from '@opiring/platform/testing';
import fc from 'fast-check';
import request from 'supertest';
import { type Programme, readProgramme, unzip, writeProgramme, zip } from './archive';
import { programmes } from './archive/testing-programmes';

const QUESTIONS = [
  'Keda me tavaliselt ei kuule?',
  'Mida ma kuulates märkan?',
  'Mis hoiab meid koos?',
  'Mis edasi?',
].map((et, at) => ({ id: `main-${at + 1}`, strand: 'main' as const, text: { et } }));
const MEETINGS = 3;
const AGENDA = [{ at: '10:00', minutes: 45, what: { et: 'Ring', ru: 'Круг' } }];
const drawn = programmes({
  title: { et: 'Dialoogid kogukonnas' },
  questions: QUESTIONS,
  meetings: MEETINGS,
  content: fc.nat(99).map((n) => aPdf(`${n}`)),
});

describe('any programme, through the database', () => {
  let app: TestApp;
  let world: World;
  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
  });
  afterAll(() => app.close());

  /** A cohort that has what the programmes name, its organizer signed in. */
  async function place(): Promise<{ cohort: WorldCohort; cookie: string }> {
    const cohort = await world.aCohort();
    for (let n = 0; n < MEETINGS; n++) await world.meeting(cohort, n);
    await app.database.query('UPDATE meetings SET agenda = $2 WHERE cohort_id = $1', [
      cohort.id,
      JSON.stringify(AGENDA),
    ]);
    return { cohort, cookie: await world.signIn(await world.organizer(cohort)) };
  }
  const path = ({ cohort }: { cohort: WorldCohort }, end: string) =>
    `/api/cohorts/${cohort.id}/curriculum/${end}`;
  const take = async (where: Awaited<ReturnType<typeof place>>, bytes: Buffer) =>
    (
      await request(app.url)
        .post(path(where, 'import?replace=1'))
        .set('cookie', where.cookie)
        .set('content-type', 'application/zip')
        .send(bytes)
        .expect(200)
    ).body;
  const give = async (where: Awaited<ReturnType<typeof place>>): Promise<Buffer> =>
    (
      await request(app.url)
        .get(path(where, 'export.zip'))
        .set('cookie', where.cookie)
        .buffer(true)
        .parse((answer, done) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => done(null, Buffer.concat(chunks)));
        })
        .expect(200)
    ).body;
  const read = async (bytes: Buffer): Promise<Programme> => readProgramme(await unzip(bytes)).programme;

  it('comes out as it went in, goes on as itself, and is the same bytes here and in another cohort', async () => {
    const [here, there] = [await place(), await place()];
    await fc.assert(
      fc.asyncProperty(drawn, async (programme) => {
        const sent = zip(writeProgramme(programme));
        const things = programme.modules.reduce((sum, { activities }) => sum + activities.length + 1, 0);
        await take(here, sent);
        const first = await give(here);
        expect(await read(first)).toEqual(programme);
        expect(await take(here, first)).toMatchObject({
          added: 0,
          kept: things,
          retired: 0,
          adapted: [],
          leftOut: [],
        });
        expect((await give(here)).equals(first)).toBe(true);
        await take(there, first);
        expect((await give(there)).equals(first)).toBe(true);
      }),
      { numRuns: 12 },
    );
    const { rows } = await app.database.query(
      'SELECT DISTINCT agenda FROM meetings WHERE cohort_id = ANY($1)',
      [[here.cohort.id, there.cohort.id]],
    );
    expect(rows).toEqual([{ agenda: AGENDA }]);
  }, 90_000);
});
