import type { PartnershipView } from '@opiring/contract/circles';
import type { MirrorRoleView, MirrorView } from '@opiring/contract/mirror';
import { aCast, type Actor, type Cast, statementsOf, testApp, type TestApp } from '@opiring/platform/testing';

const QUERIES = '../../../journal/api/src/entry.queries';
const POLICY = './progress.policy';

/** Everything that may be compared: what the mirror tells of one person, and what that person is really given. */
interface Seen {
  entries: [string, string, number][];
  notes: [string, number][];
  row: unknown;
  attendance: unknown[];
  standing: unknown;
  circles: unknown[];
  address: string | null;
  practicum: { heldOn: string; topic: string } | null;
}

async function aLivedCast(app: TestApp): Promise<Cast> {
  const cast = await aCast(app);
  const { marika, ants, helve, tiina, maarja, world, cohort } = cast;
  const module = await world.module(cohort);
  await world.activity(module, { kind: 'reflect' });
  await world.edition(cohort);
  const meeting = await world.meeting(cohort, -5);
  await maarja.says.put(`/meetings/${meeting}/attendance/${marika.membershipId}`, { state: 'online' });
  await marika.says.put(`/cohorts/${cohort.id}/practicum`, { heldOn: '2023-12-01', topic: 'Kuulamine' });
  for (const host of [marika, ants])
    await host.says.post(`/cohorts/${cohort.id}/circles`, {
      heldOn: '2023-12-02',
      place: 'Köök',
      topic: 'Buss',
      people: 7,
    });
  for (const audience of [
    [],
    ['mentor'],
    ['partner'],
    ['cohort'],
    ['team'],
    ['mentor', 'team'],
    ['cohort', 'gone'],
  ]) {
    const path = `/cohorts/${cohort.id}/entries`;
    const { id } = (await marika.says.post(path, { title: `Enne ${audience.join()}`, body: 'Enne.' }))
      .body as { id: string };
    for (const to of audience.filter((ring) => ring !== 'gone'))
      await marika.says.post(`/entries/${id}/shares`, { audience: to });
    await helve.says.post(`/entries/${id}/notes`, { kind: 'asking', body: 'Mis edasi?' });
    await marika.says.patch(`/entries/${id}`, { title: 'Pärast, ainult mulle' }, { 'If-Match': '"1"' });
    if (!audience.includes('gone')) continue;
    const [share] = ((await marika.says.get(`/entries/${id}`)).body as { shares: { id: string }[] }).shares;
    await marika.says.delete(`/entries/${id}/shares/${share?.id ?? ''}`);
  }
  // She had another mentor once, who keeps what was given then and no more.
  await world.assignment(tiina, marika);
  return cast;
}

const othersOf = ({ ants, liis, helve, tiina, kadri, maarja }: Cast): Actor[] => [
  ants,
  liis,
  helve,
  tiina,
  kadri,
  maarja,
];

async function really({ marika, cohort }: Cast, { says }: Actor, ids: string[]): Promise<Seen> {
  const get = async (path: string): Promise<{ status: number; body: Record<string, unknown[]> }> => {
    const { status, body } = await says.get(path);
    return { status, body: body as Record<string, unknown[]> };
  };
  const { membershipId } = marika;
  const listed = (await get(`/cohorts/${cohort.id}/entries?shared=with-me`)).body['items'] as {
    id: string;
    author: { membershipId: string };
  }[];
  const entries: Seen['entries'] = [];
  const notes: Seen['notes'] = [];
  // Whatever a list tells and whatever opens by its id: both count as seen.
  for (const id of new Set([
    ...ids,
    ...listed.filter(({ author }) => author.membershipId === membershipId).map(({ id }) => id),
  ])) {
    const { status, body } = await get(`/entries/${id}`);
    if (status === 200) entries.push([id, String(body['title']), Number(body['version'])]);
    else if (listed.some((entry) => entry.id === id)) entries.push([id, 'listed', 0]);
    const talk = await get(`/entries/${id}/notes`);
    if (talk.status === 200 && talk.body['notes']?.length) notes.push([id, talk.body['notes'].length]);
  }
  const matrix = (await get(`/cohorts/${cohort.id}/progress`)).body['members'] as
    { membershipId: string }[] | undefined;
  const meetings = ((await get(`/cohorts/${cohort.id}/meetings`)).body['meetings'] ?? []) as {
    attendance?: { membershipId: string; state: string }[];
  }[];
  const page = await get(`/cohorts/${cohort.id}/members/${membershipId}/progress`);
  const circles = ((await get(`/cohorts/${cohort.id}/circles`)).body['circles'] ?? []) as {
    host: { membershipId: string };
    heldOn: string;
    place: string;
    topic: string;
    people: number;
  }[];
  const people = (await get(`/cohorts/${cohort.id}/people`)).body['people'] as
    { membershipId: string; email?: string }[] | undefined;
  const partnership = (await get(`/cohorts/${cohort.id}/practicum`))
    .body as unknown as Partial<PartnershipView>;
  const told = partnership.partner?.membershipId === membershipId ? partnership.practicum : null;
  return {
    address: people?.find((person) => person.membershipId === membershipId)?.email ?? null,
    practicum: told ? { heldOn: told.heldOn, topic: told.topic } : null,
    entries: entries.sort(),
    notes: notes.sort(),
    row: matrix?.find((row) => row.membershipId === membershipId) ?? null,
    attendance: meetings.flatMap(({ attendance = [] }) =>
      attendance.filter((told) => told.membershipId === membershipId).map(({ state }) => state),
    ),
    standing: page.status === 200 ? page.body : null,
    circles: circles
      .filter(({ host }) => host.membershipId === membershipId)
      .map(({ heldOn, place, topic, people }) => ({ heldOn, place, topic, people })),
  };
}

function mirrored(view: MirrorView, { membershipId }: Actor): Seen {
  const role = view.roles.find(({ people }) => people.some((person) => person.membershipId === membershipId));
  if (!role) throw new Error('The mirror does not know this person.');
  const is = (person: MirrorRoleView['people'][number]): boolean => person.membershipId === membershipId;
  return {
    entries: role.entries
      .filter(({ readers }) => readers.some(is))
      .map(({ entryId, title, version }): [string, string, number] => [entryId, title, version])
      .sort(),
    notes: role.conversations
      .filter((talk) => is(talk.with))
      .map(({ entryId, notes }): [string, number] => [entryId, notes])
      .sort(),
    row: role.row,
    attendance: role.attendance?.filter((state) => state !== null) ?? [],
    standing: role.standing,
    circles: role.circles ?? [],
    address: role.address,
    practicum: role.practicum,
  };
}

/** Where the mirror and what people really get part, by name and thing. */
async function differences(cast: Cast): Promise<string[]> {
  const view = (await cast.marika.says.get(`/cohorts/${cast.cohort.id}/mirror`)).body as MirrorView;
  const mine = (await cast.marika.says.get(`/cohorts/${cast.cohort.id}/entries`)).body as {
    items: { id: string }[];
  };
  const found: string[] = [];
  for (const who of othersOf(cast)) {
    const [told, real] = [
      mirrored(view, who),
      await really(
        cast,
        who,
        mine.items.map(({ id }) => id),
      ),
    ];
    for (const thing of Object.keys(told) as (keyof Seen)[])
      if (JSON.stringify(told[thing]) !== JSON.stringify(real[thing]))
        found.push(`${who.name} ${thing}: ${JSON.stringify(told[thing])} ≠ ${JSON.stringify(real[thing])}`);
  }
  return found;
}

describe('what others see of me', () => {
  let app: TestApp;
  afterEach(async () => {
    await app.close();
    jest.dontMock(QUERIES).dontMock(POLICY).resetModules();
  });

  it('is exactly what each of them is really given', async () => {
    app = await testApp();
    const cast = await aLivedCast(app);
    expect(await differences(cast)).toEqual([]);
    const { body } = await cast.marika.says.get(`/cohorts/${cast.cohort.id}/mirror`);
    const view = body as MirrorView;
    expect(
      view.roles.map(({ role, people, entries }) => [role, people.map(({ name }) => name), entries.length]),
    ).toEqual([
      ['mentor', ['Tiina'], 3],
      ['partner', ['Ants'], 4],
      ['cohort', ['Liis', 'Helve'], 4],
      ['organizer', ['Kadri'], 2],
      ['program_leader', ['Maarja'], 2],
    ]);
    // What an organizer sees of the way is who was there, and no more.
    const organizer = view.roles.find(({ role }) => role === 'organizer');
    expect(organizer).toMatchObject({ row: null, attendance: ['online'], circles: null, standing: null });
    expect(JSON.stringify(view)).not.toContain('Pärast');
    // What is taken back is gone from the mirror with the next request, as from their lists.
    await cast.world.endMembership(cast.tiina);
    const after = (await cast.marika.says.get(`/cohorts/${cast.cohort.id}/mirror`)).body as MirrorView;
    expect(JSON.stringify(after)).not.toContain('Tiina');
  }, 60_000);

  it('is one’s own, and a participant’s', async () => {
    app = await testApp();
    const cast = await aCast(app);
    for (const { says } of [cast.helve, cast.kadri, cast.maarja, cast.haldur, cast.stranger, cast.gone])
      expect((await says.get(`/cohorts/${cast.cohort.id}/mirror`)).status).toBe(404);
    expect((await cast.anonymous.get(`/cohorts/${cast.cohort.id}/mirror`)).status).toBe(401);
    const look = () => cast.marika.says.get(`/cohorts/${cast.cohort.id}/mirror`);
    const few = await statementsOf(look);
    for (let index = 0; index < 5; index++) await cast.world.mentor(cast.cohort, `Mentor ${index}`);
    expect(await statementsOf(look)).toHaveLength(few.length);
  });

  it.each([
    [
      'a list of what is shared with anybody',
      QUERIES,
      'WITH_ME',
      ['r.membership_id = ANY($1)', '$1::uuid[] IS NOT NULL'],
    ],
    ['a text open to anybody', QUERIES, 'READ', ['WHERE r.account_id = $2 AND', 'WHERE']],
  ] as const)(
    'would differ by %s',
    async (_, module, name, [narrow, wide]) => {
      jest.resetModules();
      jest.doMock(module, () => {
        const real = jest.requireActual<Record<string, string>>(module);
        return { ...real, [name]: real[name]?.replaceAll(narrow, wide) };
      });
      const testing = await import('@opiring/platform/testing');
      app = await testing.testApp();
      for (const table of ['entry_versions', 'entry_shares', 'entry_share_recipients'])
        await app.database.query(`CREATE POLICY planted ON ${table} USING (true)`);
      expect((await differences(await aLivedCast(app))).length).toBeGreaterThan(0);
    },
    60_000,
  );
});
