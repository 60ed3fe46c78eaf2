import { ATTENDANCE_STATES, type AttendanceState } from '@opiring/contract/cohorts';
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
        attendance: counted ? statesOf(matrix, ordinal, said?.gone ?? {}) : null,
        attended: counted ? attendedIn(matrix, ordinal, said?.gone ?? {}) : null,
        pulse: pulseOf(said?.pulse ?? null),
      };
    }),
    circles: enough
      ? { held: totals.circles + row.gone.held, people: totals.people + row.gone.reached }
      : null,
    gone: enough ? row.gone.people : 0,
    stories: row.stories,
  };
}

type Gone = ReportRow['meetings'][string]['gone'];

const attendedIn = ({ members }: ProgressMatrixView, ordinal: number, gone: Gone): number =>
  members.filter((member) => attended(member.attendance[ordinal])).length +
  ATTENDANCE_STATES.reduce((sum, state) => sum + (attended(state) ? (gone[state] ?? 0) : 0), 0);

function statesOf(
  { members }: ProgressMatrixView,
  ordinal: number,
  gone: Gone,
): ReportMeetingView['attendance'] {
  const count = (state: AttendanceState | null): number =>
    members.filter((member) => (member.attendance[ordinal] ?? null) === state).length +
    (gone[state ?? 'unknown'] ?? 0);
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
