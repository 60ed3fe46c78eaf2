import type { CurriculumView } from '@opiring/contract/curriculum';
import { type Programme, programmeArchive } from '@opiring/curriculum/api';
import type { Actor } from './actor';
import { AGENDAS, GUEST } from './agendas';
import type { Calendar } from './calendar';
import { MEETINGS } from './programme';
import type { Guide, Leader } from './people';

/** An intake as the demo remembers it: ids by the keys of its facts. */
export interface Intake {
  cohortId: string;
  /** Memberships by person. */
  members: Map<string, string>;
  meetings: string[];
  /** Activities by key. */
  activities: Map<string, string>;
}

const email = (key: string): string => `${key}@opiring.example`;

/** The cohort and its people, as an admin makes them. */
export async function seatPeople(
  admin: Actor,
  cohortId: string,
  leaders: Leader[],
  mentors: Guide[],
  team: { key: string; name: string; role: string }[],
): Promise<Map<string, string>> {
  const members = new Map<string, string>();
  const add = async (key: string, body: object): Promise<void> => {
    const member = await admin.does<{ membershipId: string }>('POST', `/cohorts/${cohortId}/people`, body);
    members.set(key, member.membershipId);
  };
  for (const [index, { key, name, municipality, occupation }] of leaders.entries()) {
    await add(key, {
      email: email(key),
      name,
      municipality,
      occupation,
      role: 'participant',
      seat: index + 1,
    });
  }
  for (const { key, name, occupation } of mentors)
    await add(key, { email: email(key), name, occupation, role: 'mentor' });
  for (const { key, name, role } of team) await add(key, { email: email(key), name, role });
  return members;
}

/** Who accompanies whom. */
export async function assignMentors(
  by: Actor,
  { cohortId, members }: Pick<Intake, 'cohortId' | 'members'>,
  mentors: Guide[],
): Promise<void> {
  for (const { key, leaders } of mentors) {
    for (const leader of leaders) {
      const path = `/cohorts/${cohortId}/participants/${need(members, leader)}/mentor`;
      await by.does('PUT', path, { mentorId: need(members, key) });
    }
  }
}

/** Learning pairs. */
export async function makePairs(
  admin: Actor,
  intake: { cohortId: string; members: Map<string, string> },
  pairs: [string, string][],
): Promise<void> {
  for (const [first, second] of pairs) {
    await admin.does('POST', `/cohorts/${intake.cohortId}/pairs`, {
      firstId: need(intake.members, first),
      secondId: need(intake.members, second),
    });
  }
}

/** The five meetings; the third was first announced for another day and then moved. */
export async function planMeetings(
  organizer: Actor,
  cohortId: string,
  calendar: Calendar,
): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, { day, announced, title, about, place }] of MEETINGS.entries()) {
    const on = announced ?? day;
    const body = {
      title,
      about,
      place,
      startsAt: calendar.at(on, '10:00'),
      endsAt: calendar.at(on, '16:30'),
      ...(index === 1 && { guest: GUEST }),
    };
    const meeting = await organizer.does('POST', `/cohorts/${cohortId}/meetings`, body);
    const agenda = { agenda: AGENDAS[index] ?? [], agendaPublished: true };
    const { revision } = await organizer.does('PATCH', `/meetings/${meeting.id}`, agenda, meeting.revision);
    if (announced) {
      const moved = {
        startsAt: calendar.at(day, '10:00'),
        endsAt: calendar.at(day, '16:30'),
        reason: 'Ruum ja koolitaja said vabaks kolm nädalat hiljem.',
      };
      await organizer.does('PATCH', `/meetings/${meeting.id}`, moved, revision);
    }
    ids.push(meeting.id);
  }
  return ids;
}

/** Takes the programme's archive in and publishes it; gives the activities by their names there. */
export async function publishCurriculum(
  organizer: Actor,
  cohortId: string,
  programme: Programme,
): Promise<Map<string, string>> {
  await organizer.brings(`/cohorts/${cohortId}/curriculum/import`, programmeArchive.pack(programme));
  await organizer.does('POST', `/cohorts/${cohortId}/editions`, {});
  const { modules } = await organizer.does<CurriculumView>('GET', `/cohorts/${cohortId}/curriculum`);
  const ids = modules.flatMap(({ activities }) => activities).map(({ id }) => id);
  const names = programme.modules.flatMap(({ activities }) => activities).map(({ id }) => id);
  return new Map(names.map((name, index) => [name, ids[index] ?? '']));
}

/** The value, which the demo's own facts promise. */
export function need<T>(from: Map<string, T>, key: string): T {
  const value = from.get(key);
  if (value === undefined) throw new Error(`The demo refers to „${key}“, which it did not make.`);
  return value;
}
