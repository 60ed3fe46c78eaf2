import {
  flat,
  ReadPdf,
  testApp,
  type TestApp,
  World,
  type WorldCohort,
  type WorldMember,
  dayFromNow,
} from '@opiring/platform/testing';
import { readSheet } from 'read-excel-file/node';
import request from 'supertest';

describe('the report for the funder', () => {
  let app: TestApp;
  let cohort: WorldCohort;
  const cookies: Record<string, string> = {};
  const leaders: WorldMember[] = [];
  let meeting = '';

  const get = (path: string, who = 'maarja') =>
    request(app.url)
      .get(`/api/cohorts/${cohort.id}/${path}`)
      .set('cookie', cookies[who] ?? '');
  const bytes = async (path: string): Promise<Buffer> =>
    (
      await get(path)
        .buffer(true)
        .parse((answer, done) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => done(null, Buffer.concat(parts)));
        })
        .expect(200)
    ).body as Buffer;

  beforeAll(async () => {
    app = await testApp();
    const world = new World(app.database);
    cohort = await world.aCohort();
    for (const name of ['=Marika()', 'Ants', 'Liis', 'Toomas', 'Õie'])
      leaders.push(await world.participant(cohort, name));
    cookies['maarja'] = await world.signIn(await world.programLeader(cohort));
    cookies['kadri'] = await world.signIn(await world.organizer(cohort));
    cookies['marika'] = await world.signIn(leaders[0]!);
    cookies['elsewhere'] = await world.signIn(await world.programLeader(await world.aCohort()));
    await app.database.query(`UPDATE memberships SET municipality = 'Kose vald' WHERE cohort_id = $1`, [
      cohort.id,
    ]);
    await app.database.query(
      `UPDATE memberships SET created_at = now() - interval '60 days' WHERE cohort_id = $1`,
      [cohort.id],
    );
    meeting = await world.meeting(cohort, -30);
    await app.database.query(`UPDATE meetings SET created_at = now() - interval '60 days' WHERE id = $1`, [
      meeting,
    ]);
    await world.module(cohort);
    await world.edition(cohort);
    for (const [index, state] of ['present', 'online', 'part', 'absent', 'excused'].entries())
      await request(app.url)
        .put(`/api/meetings/${meeting}/attendance/${leaders[index]!.membershipId}`)
        .set('cookie', cookies['maarja'] ?? '')
        .send({ state })
        .expect(200);
    await app.database.query(
      `INSERT INTO pulse_totals (meeting_id, answer, people) VALUES ($1, 'fully', 4), ($1, 'little', 1)`,
      [meeting],
    );
  });
  afterAll(() => app.close());

  it('says what the overview says', async () => {
    const { body: report } = await get('report').expect(200);
    const { body: matrix } = await get('progress').expect(200);
    expect(report).toMatchObject({
      municipalities: ['Kose vald'],
      meetings: [
        {
          attended: matrix.totals.lastMeetingAttended,
          attendance: { present: 1, online: 1, part: 1, absent: 1, excused: 1, unknown: 0 },
          pulse: { fully: 4, mostly: 0, little: 1, not: 0 },
        },
      ],
      circles: { held: matrix.totals.circles, people: matrix.totals.people },
    });
    expect(report.participants).toHaveLength(5);
    expect(report.meetings[0].attended).toBe(3);
  });

  it('gives no pulse away by the day: none, then the whole of it', async () => {
    const at = async (days: number) => (await get(`report?asOf=${dayFromNow(days)}`).expect(200)).body;
    const told = new Set<string>();
    for (const days of [-31, -30, -29, -24, -23, -22, -21, -1]) {
      const [first] = (await at(days)).meetings;
      told.add(JSON.stringify(first?.pulse ?? null));
    }
    expect([...told]).toEqual(['null', JSON.stringify({ fully: 4, mostly: 0, little: 1, not: 0 })]);
    // Recorded today: at yesterday's end nobody had been marked.
    expect((await at(-1)).meetings[0].attendance).toMatchObject({ present: 0, unknown: 5 });
    await get(`report?asOf=${dayFromNow(2)}`).expect(400);
    await get('report.csv?asOf=eile').expect(400);
    await get('report.pdf?lang=ru').expect(400);
  });

  it('is a CSV nobody’s name can run in, and sheets one can add up', async () => {
    const csv = (await bytes('report.csv')).toString('utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv).toContain(`"'=Marika()",Kose vald\r\n`);
    const sheet = await bytes('report.xlsx?lang=en');
    const people = await readSheet(sheet, 1);
    expect(people.flat()).toContain('=Marika()');
    const meetings = await readSheet(sheet, 2);
    expect(meetings[0]).toContain('Meetings and attendance');
    expect(meetings[2]?.slice(2)).toEqual(['held', 3, 1, 1, 1, 1, 1, 0]);
  });

  it.each(['et', 'en'])(
    'is a PDF in %s that says its language and title and reads aloud in order',
    async (lang) => {
      const pdf = new ReadPdf(await bytes(`report.pdf?lang=${lang}`));
      expect(pdf.catalogue).toMatch(new RegExp(`/Lang \\(${lang}\\)`));
      expect(pdf.says('MarkInfo')).toMatch(/\/Marked true/);
      expect(pdf.says('ViewerPreferences')).toMatch(/\/DisplayDocTitle true/);
      expect(pdf.text).toContain('pdfuaid:part');
      const all = flat(pdf.spoken);
      expect(all[0]?.tag).toBe('Document');
      const headings = all.map(({ tag }) => tag).filter((tag) => /^H\d$/.test(tag));
      expect(headings[0]).toBe('H1');
      expect(headings.slice(1).length).toBeGreaterThan(2);
      expect(new Set(headings.slice(1))).toEqual(new Set(['H2']));
      const tables = all.filter(({ tag }) => tag === 'Table');
      expect(tables.length).toBeGreaterThan(1);
      for (const { parts } of tables) {
        const [head, ...rows] = parts.map((row) =>
          row.parts.map(({ tag, scope }) => `${tag} ${scope ?? ''}`),
        );
        expect(new Set(head)).toEqual(new Set(['TH Column']));
        for (const [first, ...others] of rows) {
          expect(first).toBe('TH Row');
          expect(new Set([...others, 'TD '])).toEqual(new Set(['TD ']));
        }
      }
      for (const figure of all.filter(({ tag }) => tag === 'Figure')) expect(figure.alt).toBeTruthy();
      // A number stands on each page and is read aloud on none.
      const numbered = pdf.drawn.match(/\/Artifact <<\s*\/Type \/Pagination/g) ?? [];
      expect(numbered).toHaveLength(pdf.pages);
      expect(pdf.drawn).toContain('BDC');
    },
  );

  it.each([
    [
      'et',
      { attended: 'Osales', circles: 'Ringe peetud', people: 'Inimesi ringides', none: 'Neid veel ei ole.' },
    ],
    [
      'en',
      {
        attended: 'Took part',
        circles: 'Circles held',
        people: 'People in circles',
        none: 'There are none yet.',
      },
    ],
  ])('is a PDF in %s whose tables say what the screen says', async (lang, words) => {
    const { body: report } = await get('report').expect(200);
    const all = flat(new ReadPdf(await bytes(`report.pdf?lang=${lang}`)).spoken);
    const [people, meetings, circles, pulse] = all
      .filter(({ tag }) => tag === 'Table')
      .map(({ parts }) => parts.map((row) => row.parts.map(({ text }) => text)));
    expect(people?.slice(1)).toEqual(
      report.participants.map((one: { name: string; municipality: string }) => [one.name, one.municipality]),
    );
    const [told] = report.meetings;
    expect(meetings?.[0]?.[3]).toBe(words.attended);
    expect(meetings?.[1]?.slice(3)).toEqual(
      [
        told.attended,
        ...['present', 'online', 'part', 'absent', 'excused', 'unknown'].map((each) => told.attendance[each]),
      ].map(String),
    );
    expect(circles?.slice(1)).toEqual([
      [words.circles, String(report.circles.held)],
      [words.people, String(report.circles.people)],
    ]);
    expect(pulse?.[1]?.slice(2)).toEqual(
      ['fully', 'mostly', 'little', 'not'].map((each) => String(told.pulse[each])),
    );
    // No story is there to tell; that is said too.
    expect(all.at(-1)?.text).toBe(words.none);
  });

  it.each(['kadri', 'marika', 'elsewhere'])('is not there for %s', async (who) => {
    for (const path of ['report', 'report.csv', 'report.xlsx', 'report.pdf'])
      await get(path, who).expect(404);
  });

  it('shows no totals of fewer than five', async () => {
    await app.database.query('UPDATE memberships SET ended_at = now() WHERE id = $1', [
      leaders[4]!.membershipId,
    ]);
    await app.database.query(
      `UPDATE pulse_totals SET people = 3 WHERE meeting_id = $1 AND answer = 'fully'`,
      [meeting],
    );
    const { body } = await get('report').expect(200);
    expect(body.meetings[0]).toMatchObject({ attendance: null, attended: null, pulse: null });
    expect(body.circles).toBeNull();
  });
});
