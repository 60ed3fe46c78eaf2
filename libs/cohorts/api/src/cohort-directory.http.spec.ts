import { testApp, type TestApp, World, type WorldCohort, type WorldMember } from '@opiring/platform/testing';
import { DataSource } from 'typeorm';
import type { OpenTx } from '@opiring/platform/api';
import { CohortDirectory } from './cohort-directory';

describe('the cohort directory', () => {
  let app: TestApp;
  let cohort: WorldCohort;
  let tx: OpenTx;
  const directory = new CohortDirectory();
  const who: Record<string, WorldMember> = {};
  const of = (name: string): WorldMember => {
    const member = who[name];
    if (!member) throw new Error(`nobody is called ${name}`);
    return member;
  };
  const names = (members: { name: string }[]): string[] => members.map(({ name }) => name).sort();

  beforeAll(async () => {
    app = await testApp();
    const world = new World(app.database);
    cohort = await world.aCohort();
    for (const name of ['Marika', 'Ants', 'Liis']) who[name] = await world.participant(cohort, name);
    for (const name of ['Helve', 'Tiina']) who[name] = await world.mentor(cohort, name);
    who['Kadri'] = await world.organizer(cohort);
    who['Maarja'] = await world.programLeader(cohort);
    await world.participant(await world.aCohort(), 'Võõras');
    await world.assignment(of('Tiina'), of('Marika'));
    await world.assignment(of('Helve'), of('Marika'));
    await world.pair(of('Marika'), of('Ants'));
    await world.meeting(cohort, -7);
    tx = { manager: app.nest.get(DataSource).manager, now: new Date() };
  });
  afterAll(() => app.close());

  it('names the present mentor alone, and the participants from the mentor’s side', async () => {
    expect((await directory.mentorOf(tx, of('Marika').membershipId))?.name).toBe('Helve');
    expect(await directory.mentorOf(tx, of('Ants').membershipId)).toBeNull();
    expect(await directory.participantsOf(tx, of('Helve').membershipId)).toEqual([of('Marika').membershipId]);
    expect(await directory.participantsOf(tx, of('Tiina').membershipId)).toEqual([]);
  });

  it('names the learning partner from either side', async () => {
    expect((await directory.partnerOf(tx, of('Marika').membershipId))?.name).toBe('Ants');
    expect((await directory.partnerOf(tx, of('Ants').membershipId))?.name).toBe('Marika');
    expect(await directory.partnerOf(tx, of('Liis').membershipId)).toBeNull();
  });

  it('names each ring as it is today, without oneself and without the other cohort', async () => {
    const ring = async (audience: 'mentor' | 'partner' | 'cohort' | 'team') =>
      names(await directory.audience(tx, of('Marika').membershipId, audience));
    expect(await ring('mentor')).toEqual(['Helve']);
    expect(await ring('partner')).toEqual(['Ants']);
    expect(await ring('cohort')).toEqual(['Ants', 'Helve', 'Liis', 'Tiina']);
    expect(await ring('team')).toEqual(['Ants', 'Helve', 'Kadri', 'Liis', 'Maarja', 'Tiina']);
  });

  it('leaves out who has left, and knows their name still', async () => {
    const world = new World(app.database);
    const rein = await world.participant(cohort, 'Rein');
    await world.endMembership(rein);
    expect(names(await directory.audience(tx, of('Marika').membershipId, 'cohort'))).not.toContain('Rein');
    expect((await directory.people(tx, [rein.membershipId])).get(rein.membershipId)).toMatchObject({
      name: 'Rein',
      role: 'participant',
    });
  });

  it('gives the whole of a cohort, or what is nearest to one', async () => {
    const { cohort: facts, roster, meetings } = await directory.overview(tx, cohort.id);
    expect(facts).toMatchObject({ id: cohort.id, timeZone: 'Europe/Tallinn', language: 'et' });
    expect(facts.completionRule.attendanceShare).toBe(0.8);
    expect(names(roster)).toEqual(['Ants', 'Helve', 'Kadri', 'Liis', 'Maarja', 'Marika', 'Tiina']);
    expect(roster.find(({ name }) => name === 'Marika')).toMatchObject({
      mentorId: of('Helve').membershipId,
      partnerId: of('Ants').membershipId,
      pausedUntil: null,
    });
    expect(meetings).toEqual([expect.objectContaining({ state: 'held', attendance: {} })]);
    expect(meetings).toEqual(await directory.meetings(tx, cohort.id));
    const near = await directory.overview(tx, cohort.id, of('Marika').membershipId);
    expect(names(near.roster)).toEqual(['Ants', 'Helve', 'Marika']);
  });
});
