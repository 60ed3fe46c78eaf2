import type { MeetingView } from '@opiring/contract/cohorts';
import { canPlanMeetings, canRecordAttendance, canReply, type Standing } from './cohort.policy';
import type { MeetingFacts } from './people';

/** What the members said beforehand. */
export interface Replies {
  meetingId: string;
  coming: number;
  mine: boolean | null;
}

/** Who looks: with which standing, as which participant, accompanying whom. */
export interface Onlooker {
  standing: Standing;
  participantId: string | undefined;
  accompanies: ReadonlySet<string>;
}

/** One's own attendance; everybody's for those who follow the cohort; for a mentor, that of those accompanied. */
export function meetingView(
  { attendance, ...meeting }: MeetingFacts,
  replies: Replies | undefined,
  { standing, participantId, accompanies }: Onlooker,
  now: Date,
): MeetingView {
  const all = canRecordAttendance(standing);
  const seen = Object.entries(attendance).filter(([id]) => all || accompanies.has(id));
  const ahead = meeting.state === 'planned' && new Date(meeting.endsAt) > now;
  return {
    ...meeting,
    coming: replies?.coming ?? 0,
    ...(canReply(standing) && { myReply: replies?.mine ?? null }),
    ...(participantId && { myAttendance: attendance[participantId] ?? null }),
    ...((all || accompanies.size > 0) && {
      attendance: seen.map(([membershipId, state]) => ({ membershipId, state })),
    }),
    can: {
      edit: canPlanMeetings(standing),
      reply: canReply(standing) && ahead,
      recordAttendance: all && meeting.state !== 'cancelled',
    },
  };
}
