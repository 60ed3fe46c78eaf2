import { Injectable } from '@nestjs/common';
import type { PersonView } from '@opiring/contract/cohorts';
import type { Audience } from '@opiring/contract/journal.values';
import type { Day } from '@opiring/contract/text';
import type { Role } from '@opiring/contract/values';
import { NotFound, type OpenTx, prepared } from '@opiring/platform/api';
import { dayIn } from './cohort-day';
import { canInvite, canRecordAttendance } from './cohort.policy';
import {
  COHORT,
  LISTENERS,
  MEETINGS,
  MEETINGS_OF_ONE,
  MENTOR,
  OVERVIEW,
  OVERVIEW_OF_ONE,
  PARTICIPANTS_OF,
  PARTNER,
  PEOPLE,
  ROSTER,
} from './cohort-directory.queries';
import {
  type CohortFacts,
  type CohortOverview,
  type Member,
  type MeetingFacts,
  personOf,
  type RosterMember,
} from './people';

/** Whom the two wider rings name. An admin holds no membership and so is never among them. */
const LISTENING: Record<'cohort' | 'team', Role[]> = {
  cohort: ['participant', 'mentor'],
  team: ['participant', 'mentor', 'organizer', 'program_leader'],
};

/** The front door: who is in a cohort, with whom they walk, what day it is there. One statement per question. */
@Injectable()
export class CohortDirectory {
  /** People by membership id, ended ones too: what they did keeps their name. */
  async people(tx: OpenTx, membershipIds: readonly string[]): Promise<Map<string, PersonView>> {
    if (membershipIds.length === 0) return new Map();
    const members = await prepared<Member>(tx, 'cohorts-people', PEOPLE, [[...new Set(membershipIds)]]);
    return new Map(members.map((member) => [member.membershipId, personOf(member)]));
  }

  /** Whether somebody in this role is shown the addresses of the cohort's people. */
  showsAddressesTo(role: Role): boolean {
    return canInvite({ roles: [role], admin: false });
  }

  /** Whether somebody in this role sees who was at a meeting: everybody's, or a mentor whom they accompany. */
  showsAttendanceTo(role: Role, accompanies: boolean): boolean {
    return canRecordAttendance({ roles: [role], admin: false }) || (role === 'mentor' && accompanies);
  }

  /** Whom the member's share with this ring would name today. */
  async audience(tx: OpenTx, membershipId: string, audience: Audience): Promise<Member[]> {
    if (audience === 'mentor') return tx.manager.query(MENTOR, [membershipId]);
    if (audience === 'partner') return tx.manager.query(PARTNER, [membershipId]);
    return tx.manager.query(LISTENERS, [membershipId, LISTENING[audience]]);
  }

  /** The same for every ring, in three statements: the team holds the cohort. */
  async audiences(tx: OpenTx, membershipId: string): Promise<Record<Audience, Member[]>> {
    const mentor = await this.audience(tx, membershipId, 'mentor');
    const partner = await this.audience(tx, membershipId, 'partner');
    const team = await this.audience(tx, membershipId, 'team');
    return { mentor, partner, cohort: team.filter(({ role }) => LISTENING.cohort.includes(role)), team };
  }

  /** The mentor assigned to the participant today. */
  async mentorOf(tx: OpenTx, participantId: string): Promise<Member | null> {
    const [mentor] = await tx.manager.query<Member[]>(MENTOR, [participantId]);
    return mentor ?? null;
  }

  /** The participant's learning partner today. */
  async partnerOf(tx: OpenTx, participantId: string): Promise<Member | null> {
    const [partner] = await tx.manager.query<Member[]>(PARTNER, [participantId]);
    return partner ?? null;
  }

  /** Memberships of the participants whom the mentor accompanies today, by seat. */
  async participantsOf(tx: OpenTx, mentorId: string): Promise<string[]> {
    const rows = await tx.manager.query<{ id: string }[]>(PARTICIPANTS_OF, [mentorId]);
    return rows.map(({ id }) => id);
  }

  /** The cohort, or NotFound. Whether the reader may know of it, the caller has asked already. */
  async cohort(tx: OpenTx, id: string): Promise<CohortFacts> {
    const [cohort] = await tx.manager.query<CohortFacts[]>(COHORT, [id]);
    if (!cohort) throw new NotFound();
    return cohort;
  }

  today(cohort: { timeZone: string }, now: Date): Day {
    return dayIn(cohort.timeZone, now);
  }

  /** Everybody active in the cohort, by seat and name. */
  roster(tx: OpenTx, cohortId: string): Promise<RosterMember[]> {
    return tx.manager.query(ROSTER, [cohortId, tx.now]);
  }

  /** The cohort's meetings; with a membership: only that member's attendance. */
  async meetings(tx: OpenTx, cohortId: string, membershipId?: string): Promise<MeetingFacts[]> {
    const rows = await (membershipId
      ? tx.manager.query<MeetingFacts[]>(MEETINGS_OF_ONE, [cohortId, tx.now, membershipId])
      : tx.manager.query<MeetingFacts[]>(MEETINGS, [cohortId, tx.now]));
    return rows.map(meetingFacts);
  }

  /** Whether the meeting is one of the cohort's. */
  async hasMeeting(tx: OpenTx, cohortId: string, meetingId: string): Promise<boolean> {
    const rows = await tx.manager.query<unknown[]>(
      'SELECT 1 FROM meetings WHERE id = $1 AND cohort_id = $2',
      [meetingId, cohortId],
    );
    return rows.length > 0;
  }

  /** Cohort, roster and meetings in one statement; with a membership: only what is nearest to it. */
  async overview(tx: OpenTx, cohortId: string, membershipId?: string): Promise<CohortOverview> {
    type Row = Omit<CohortOverview, 'cohort'> & { cohort: CohortFacts | null };
    const [row] = await (membershipId
      ? prepared<Row>(tx, 'cohorts-overview-of-one', OVERVIEW_OF_ONE, [cohortId, tx.now, membershipId])
      : prepared<Row>(tx, 'cohorts-overview', OVERVIEW, [cohortId, tx.now]));
    if (!row?.cohort) throw new NotFound();
    return { cohort: row.cohort, roster: row.roster, meetings: row.meetings.map(meetingFacts) };
  }
}

/** Instants leave as ISO strings, whether they came as dates or as PostgreSQL's JSON. */
function meetingFacts({ movedFrom, ...meeting }: MeetingFacts): MeetingFacts {
  return {
    ...meeting,
    startsAt: new Date(meeting.startsAt).toISOString(),
    endsAt: new Date(meeting.endsAt).toISOString(),
    ...(movedFrom && { movedFrom: new Date(movedFrom).toISOString() }),
  };
}
