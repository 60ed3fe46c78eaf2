import { ATTENDANCE_STATES } from '@opiring/contract/cohorts';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import { PULSE_ANSWERS } from '@opiring/contract/pulse.values';
import type { ReportMeetingView, ReportView } from '@opiring/contract/report';
import { attended } from './facts';
import type { ReportRow } from './report.queries';

/** Fewer people than this make no total (rule 7). */
const FEWEST = 5;

/** The report is the overview's own matrix, added up: its numbers cannot be others than the screen's. */
export function reportView(matrix: ProgressMatrixView, row: ReportRow): ReportView {
  const { cohort, members, totals } = matrix;
  const enough = members.length >= FEWEST;
  return {
    cohort: {
      id: cohort.id,
      name: cohort.name,
      programmeTitle: cohort.programmeTitle,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      timeZone: row.timeZone,
    },
    asOf: cohort.today,
    participants: members.map(({ name, municipality }) => ({ name, municipality })),
    municipalities: [...new Set(members.map(({ municipality }) => municipality).filter(Boolean))].sort(
      (one, other) => one.localeCompare(other, 'et'),
    ),
    meetings: matrix.meetings.map((meeting, ordinal) => {
      const counted = enough && meeting.state === 'held';
      const said = row.meetings[meeting.id];
      return {
        position: meeting.position,
        title: said?.title ?? {},
        startsAt: meeting.startsAt,
        state: meeting.state,
        attendance: counted ? statesOf(matrix, ordinal) : null,
        attended: counted ? members.filter((member) => attended(member.attendance[ordinal])).length : null,
        pulse: pulseOf(said?.pulse ?? null),
      };
    }),
    circles: enough ? { held: totals.circles, people: totals.people } : null,
    stories: row.stories,
  };
}

function statesOf({ members }: ProgressMatrixView, ordinal: number): ReportMeetingView['attendance'] {
  const count = (state: string | null): number =>
    members.filter((member) => (member.attendance[ordinal] ?? null) === state).length;
  const states = ATTENDANCE_STATES.map((state) => [state, count(state)] as const);
  return { ...Object.fromEntries(states), unknown: count(null) } as NonNullable<
    ReportMeetingView['attendance']
  >;
}

const pulseOf = (totals: ReportRow['meetings'][string]['pulse']): ReportMeetingView['pulse'] =>
  totals &&
  (Object.fromEntries(
    PULSE_ANSWERS.map((answer) => [answer, totals[answer] ?? 0]),
  ) as ReportMeetingView['pulse']);
