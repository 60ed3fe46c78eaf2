import type { AttendanceState, MeetingView } from '@opiring/contract/cohorts';
import type { AgendaStepView, MeetingGuestView } from '@opiring/contract/meetings';
import { canPlanMeetings, canRecordAttendance, canReply, type Standing } from './cohort.policy';
import type { MeetingFacts } from './people';

/** What only the page of meetings shows of a meeting. */
export interface DetailsRow {
  meetingId: string;
  link: string | null;
  guest: MeetingGuestView | null;
  agenda: AgendaStepView[];
  agendaPublished: boolean;
  isToday: boolean;
  checkInUntil: Date | null;
  reason: string | null;
  coming: number;
  mine: boolean | null;
}

/** Who looks: with which standing, as which participant, accompanying whom. */
export interface Onlooker {
  standing: Standing;
  participantId: string | undefined;
  accompanies: ReadonlySet<string>;
}

/** Whoever is recorded in one of these ways was there; typing the code changes nothing more. */
export const WAS_THERE: readonly (AttendanceState | null | undefined)[] = ['present', 'online', 'part'];

/** One's own attendance; everybody's for those who follow the cohort; for a mentor, that of those accompanied. */
export function meetingView(
  { attendance, ...meeting }: MeetingFacts,
  details: DetailsRow,
  { standing, participantId, accompanies }: Onlooker,
  now: Date,
): MeetingView {
  const all = canRecordAttendance(standing);
  const seen = Object.entries(attendance).filter(([id]) => all || accompanies.has(id));
  const [ahead, stands] = [
    meeting.state === 'planned' && new Date(meeting.endsAt) > now,
    meeting.state !== 'cancelled',
  ];
  return {
    ...meeting,
    ...dayOf(details, canPlanMeetings(standing)),
    coming: details.coming,
    ...(canReply(standing) && { myReply: details.mine }),
    ...(participantId && { myAttendance: attendance[participantId] ?? null }),
    ...((all || accompanies.size > 0) && {
      attendance: seen.map(([membershipId, state]) => ({ membershipId, state })),
    }),
    ...(all && details.checkInUntil && { checkInUntil: details.checkInUntil.toISOString() }),
    can: {
      edit: canPlanMeetings(standing),
      reply: canReply(standing) && ahead,
      recordAttendance: all && stands,
      openCheckIn: all && stands && details.isToday,
      checkIn:
        participantId !== undefined &&
        stands &&
        details.isToday &&
        details.checkInUntil !== null &&
        !WAS_THERE.includes(attendance[participantId]),
    },
  };
}

/** The agenda is its drafter's until it is published. */
const dayOf = ({ link, guest, agenda, agendaPublished, reason }: DetailsRow, plans: boolean) => ({
  link,
  guest,
  agenda: agendaPublished || plans ? agenda : [],
  agendaPublished,
  ...(reason !== null && { reason }),
});
