import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Programme } from '@opiring/curriculum/api';
import { Accounts } from '@opiring/identity/api';
import { Work } from '@opiring/platform/api';
import type { Client } from 'pg';
import { Actor } from './actor';
import { liveArcs, liveEarlierArcs } from './arcs';
import { Backdate } from './backdate';
import { Calendar, weeksSince } from './calendar';
import { issueEarlier, liveEarlier } from './earlier-intake';
import {
  assignMentors,
  type Intake,
  makePairs,
  need,
  planMeetings,
  publishCurriculum,
  seatPeople,
} from './intake';
import { live } from './lives';
import {
  ADMIN,
  EARLIER_LEADERS,
  EARLIER_PAIRS,
  type Guide,
  type Leader,
  LEADERS,
  MENTORS,
  ORGANIZER,
  PAIRS,
  PROGRAM_LEADER,
} from './people';
import { SLUG } from './programme';
import { onDaysOf, programmeIn, withoutWriting } from './programme-folder';
import { fillShelf } from './programme-shelf';

/** Everybody's password in the demo; it is in the README. */
export const DEMO_PASSWORD = 'opiring-demo-2023';

const TEAM = [
  { ...ORGANIZER, role: 'organizer' },
  { ...PROGRAM_LEADER, role: 'program_leader' },
];

interface Loader {
  app: NestFastifyApplication;
  owner: Client;
  admin: Actor;
  programmeId: string;
  programme: Programme;
  questions: string[];
}

/** Loads both intakes of the real programme with invented people, through the API as those people. */
export async function loadDemo(app: NestFastifyApplication, owner: Client, now: Date): Promise<void> {
  const admin = await makeAdmin(app);
  const programme = programmeIn(SLUG);
  const { id: programmeId } = await admin.does('POST', '/programmes', {
    slug: SLUG,
    title: programme.title,
    language: 'et',
    questions: programme.questions.flatMap(({ strand, text }) => (strand === 'main' ? [text] : [])),
  });
  await fillShelf(owner, programmeId);
  const { rows } = await owner.query<{ id: string }>(
    `SELECT id FROM guiding_questions WHERE programme_id = $1 AND strand = 'main' ORDER BY position`,
    [programmeId],
  );
  const loader = { app, owner, admin, programmeId, programme, questions: rows.map(({ id }) => id) };

  const first = new Calendar(0, now);
  const earlier = await openIntake(
    loader,
    'Esimene lend 2023/24',
    first,
    EARLIER_LEADERS,
    [],
    withoutWriting(programme),
  );
  await makePairs(
    need(earlier.actors, PROGRAM_LEADER.key),
    earlier.intake,
    EARLIER_PAIRS.map(([a, b]) => [`e${a + 1}`, `e${b + 1}`]),
  );
  await liveEarlier(earlier.intake, first, earlier.actors);
  const backdate = new Backdate(owner);
  await backdate.facts(earlier.intake, first, '2024-01-31');
  await issueEarlier(earlier.intake, earlier.actors);
  await backdate.papers(earlier.intake, first.day('2024-01-31'));
  await liveEarlierArcs({ ...earlier, calendar: first, backdate, questions: loader.questions });
  await backdate.cohort(earlier.intake.cohortId, first.day('2023-10-04'));

  const calendar = new Calendar(weeksSince(now), now);
  const current = await openIntake(loader, 'Praegune lend', calendar, LEADERS, MENTORS, programme);
  await assignMentors(need(current.actors, PROGRAM_LEADER.key), current.intake, MENTORS);
  await makePairs(need(current.actors, PROGRAM_LEADER.key), current.intake, PAIRS);
  await live({ ...current, calendar, backdate });
  await liveArcs({ ...current, calendar, backdate, questions: loader.questions });
  await backdate.cohort(current.intake.cohortId, calendar.day('2023-10-04'));
  // The program leader last looked three weeks ago.
  await need(current.actors, PROGRAM_LEADER.key).does(
    'PUT',
    `/cohorts/${current.intake.cohortId}/progress/changes/mark`,
    { until: new Date(now.getTime() - 21 * 24 * 3_600_000).toISOString() },
  );
  await givePasswords(loader);
}

async function makeAdmin(app: NestFastifyApplication): Promise<Actor> {
  const accounts = app.get(Accounts);
  const id = await app.get(Work).open(async (tx) => {
    const account = await accounts.ensure(tx, `${ADMIN.key}@opiring.example`, ADMIN.name);
    await accounts.makeAdmin(tx, account);
    return account;
  });
  return Actor.signIn(app, id);
}

async function openIntake(
  { app, owner, admin, programmeId }: Loader,
  name: string,
  calendar: Calendar,
  leaders: Leader[],
  mentors: Guide[],
  programme: Programme,
): Promise<{ intake: Intake; actors: Map<string, Actor> }> {
  const dates = { startsOn: calendar.day('2023-10-04'), endsOn: calendar.day('2024-01-31') };
  const { id: cohortId } = await admin.does('POST', '/cohorts', {
    programmeId,
    name,
    timeZone: 'Europe/Tallinn',
    ...dates,
  });
  const members = await seatPeople(admin, cohortId, leaders, mentors, TEAM);
  const actors = new Map<string, Actor>();
  for (const [key, member] of members) {
    const { rows } = await owner.query<{ account_id: string }>(
      'SELECT account_id FROM memberships WHERE id = $1',
      [member],
    );
    actors.set(key, await Actor.signIn(app, rows[0]?.account_id ?? ''));
  }
  const organizer = need(actors, ORGANIZER.key);
  const meetings = await planMeetings(organizer, cohortId, calendar);
  const activities = await publishCurriculum(organizer, cohortId, onDaysOf(calendar, programme));
  return { intake: { cohortId, members, meetings, activities }, actors };
}

/** People of the first intake come in by nobody's password: they are history. One of them shows what their ring read. */
async function givePasswords({ app, owner }: Loader): Promise<void> {
  const keys = [...LEADERS, ...EARLIER_LEADERS.slice(0, 1), ...MENTORS, ORGANIZER, PROGRAM_LEADER, ADMIN].map(
    ({ key }) => `${key}@opiring.example`,
  );
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM accounts WHERE email::text = ANY($1)', [
    keys,
  ]);
  await app.get(Work).open(async (tx) => {
    for (const { id } of rows) await app.get(Accounts).setPassword(tx, id, DEMO_PASSWORD);
  });
  // The demo's own sessions and links served to load it and are nobody's.
  await owner.query('DELETE FROM sessions');
  await owner.query('DELETE FROM sign_in_links');
  await owner.query('DELETE FROM sign_in_attempts');
}
