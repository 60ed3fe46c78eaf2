import {
  type TestApp,
  World,
  type WorldAccount,
  type WorldCohort,
  type WorldMember,
} from '@opiring/platform/testing';
import request from 'supertest';

/** Everyone the walk sends, by what they are to Marika, whose texts are looked for. */
export const CALLERS = [
  'anonymous',
  'outsider',
  'author',
  'partner',
  'participant',
  'mentor',
  'otherMentor',
  'organizer',
  'programLeader',
  'admin',
  'exMember',
] as const;
export type Caller = (typeof CALLERS)[number];

/** One secret per object, and who may find it in an answer. */
export interface Canary {
  word: string;
  readers: Caller[];
}

export interface Stage {
  app: TestApp;
  cohort: WorldCohort;
  cookies: Record<Caller, string | undefined>;
  canaries: Canary[];
  /** Ids of things in Marika's cohort, for every place an id can stand. */
  ids: Record<
    | 'cohort'
    | 'private'
    | 'shared'
    | 'share'
    | 'note'
    | 'reply'
    | 'membership'
    | 'activity'
    | 'meeting'
    | 'module'
    | 'circle'
    | 'exception',
    string
  >;
}

const THEIR_TEAM: Caller[] = ['author', 'mentor'];

/** Marika writes one text for herself alone and one for her mentor, who answers; everybody else stands around. */
export async function setStage(app: TestApp): Promise<Stage> {
  const world = new World(app.database);
  const [cohort, elsewhere] = [await world.aCohort(), await world.aCohort()];
  const author = await world.participant(cohort, 'Marika');
  const people: Record<Exclude<Caller, 'anonymous'>, WorldAccount> = {
    author,
    partner: await world.participant(cohort, 'Ants'),
    participant: await world.participant(cohort, 'Liis'),
    mentor: await world.mentor(cohort, 'Helve'),
    otherMentor: await world.mentor(cohort, 'Tiina'),
    organizer: await world.organizer(cohort),
    programLeader: await world.programLeader(cohort),
    admin: await world.admin(),
    exMember: await world.participant(cohort, 'Endine'),
    outsider: await world.participant(elsewhere, 'Kaugelt'),
  };
  await world.pair(author, people.partner as WorldMember);
  await world.assignment(people.mentor as WorldMember, author);
  const moduleId = await world.module(cohort);
  const activity = await world.activity(moduleId, { kind: 'reflect' });
  await world.edition(cohort);
  const meeting = await world.meeting(cohort);
  const cookies = { anonymous: undefined } as Stage['cookies'];
  for (const [who, account] of Object.entries(people)) cookies[who as Caller] = await world.signIn(account);
  const written = await writeCanaries(app, cookies, {
    cohort: cohort.id,
    author: author.membershipId,
    activity,
  });
  await world.endMembership(people.exMember as WorldMember);
  return {
    app,
    cohort,
    cookies,
    ...written,
    ids: {
      ...written.ids,
      cohort: cohort.id,
      membership: author.membershipId,
      activity,
      meeting,
      module: moduleId,
    },
  };
}

type Written = Pick<Stage, 'canaries'> & {
  ids: Pick<Stage['ids'], 'private' | 'shared' | 'share' | 'note' | 'reply' | 'circle' | 'exception'>;
};

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

async function writeCanaries(
  app: TestApp,
  cookies: Stage['cookies'],
  { cohort, author, activity: activityId }: { cohort: string; author: string; activity: string },
): Promise<Written> {
  const canaries: Canary[] = [];
  const secret = (readers: Caller[]): string => {
    const word = `kanaarilind${canaries.length}x${Math.random().toString(36).slice(2, 10)}`;
    canaries.push({ word, readers });
    return word;
  };
  const post = async (who: Caller, path: string, body: object): Promise<string> => {
    const answer = await request(app.url)
      .post(path)
      .set('cookie', cookies[who] ?? '')
      .send(body)
      .expect(201);
    return (answer.body as { id: string }).id;
  };
  const own = await post('author', `/api/cohorts/${cohort}/entries`, {
    title: secret(['author']),
    body: secret(['author']),
    activityId,
  });
  const shared = await post('author', `/api/cohorts/${cohort}/entries`, {
    title: secret(THEIR_TEAM),
    body: {
      type: 'doc',
      content: [paragraph(secret(THEIR_TEAM)), { type: 'fold', content: [paragraph(secret(['author']))] }],
    },
  });
  const share = await post('author', `/api/entries/${shared}/shares`, { audience: 'mentor' });
  // What is written after the share stays the author's until shared again.
  const { body: now } = await request(app.url)
    .get(`/api/entries/${shared}`)
    .set('cookie', cookies.author ?? '')
    .expect(200);
  await request(app.url)
    .patch(`/api/entries/${shared}`)
    .set('cookie', cookies.author ?? '')
    .set('if-match', `"${(now as { revision: number }).revision}"`)
    .send({ title: secret(['author']) })
    .expect(200);
  const note = await post('mentor', `/api/entries/${shared}/notes`, {
    kind: 'noticing',
    body: secret(THEIR_TEAM),
  });
  const reply = await post('author', `/api/notes/${note}/replies`, { body: secret(THEIR_TEAM) });
  const circle = await post('author', `/api/cohorts/${cohort}/circles`, {
    heldOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    place: 'Köök',
    topic: 'Buss',
    people: 7,
  });
  const exception = await post('organizer', `/api/cohorts/${cohort}/members/${author}/exceptions`, {
    kind: 'excused',
    activityId,
    reason: secret(['author', 'organizer', 'programLeader']),
  });
  return { canaries, ids: { private: own, shared, share, note, reply, circle, exception } };
}
