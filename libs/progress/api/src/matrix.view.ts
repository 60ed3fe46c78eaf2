import type { ProgressMatrixView } from '@opiring/contract/progress';
import type { Day } from '@opiring/contract/text';
import { attended, type FoldDay, type MemberFacts } from './facts';
import { foldFor, type MemberProgress } from './fold';
import { factsOf, type MemberRow, type Orders } from './member-facts';
import type { HeadRow } from './matrix.queries';
import type { TitledModule } from './published-editions';
import { currentModule, weekOf } from './weeks';

/** Everything a matrix is made of. */
export interface MatrixParts {
  readonly cohortId: string;
  readonly today: Day;
  readonly head: HeadRow;
  readonly modules: readonly TitledModule[];
  readonly orders: Orders;
  readonly rows: readonly MemberRow[];
  readonly mentors: ProgressMatrixView['mentors'];
}

type MatrixMember = Pick<
  ProgressMatrixView['members'][number],
  'membershipId' | 'name' | 'seat' | 'municipality' | 'pausedUntil' | 'mentorId'
>;

/** The cohort's table: whoever may see a row sees what the leader sees. */
export function matrixView(parts: MatrixParts, byActivity: boolean): ProgressMatrixView {
  const { head, modules, orders, rows, today } = parts;
  const day: FoldDay = { today, endsOn: head.endsOn, modules, meetings: head.meetings, rule: head.rule };
  const fold = foldFor(day);
  const held = head.meetings.flatMap((meeting, ordinal) => (meeting.state === 'held' ? [ordinal] : []));
  const last = held.at(-1);
  const totals = { circles: 0, people: 0, lastMeetingAttended: last === undefined ? null : 0 };
  const members = rows.map((row) => {
    const facts = factsOf(row, orders);
    const progress = fold(facts);
    totals.circles += facts.circles.held;
    totals.people += row.circles?.[1] ?? 0;
    if (last !== undefined && attended(facts.attendance[last]))
      totals.lastMeetingAttended = (totals.lastMeetingAttended ?? 0) + 1;
    return matrixRow(row, facts, progress, byActivity);
  });
  const accompanying = new Set(rows.map(({ mentorId }) => mentorId));
  const mentors = parts.mentors.filter(({ membershipId }) => accompanying.has(membershipId));
  return { ...headOf(parts, byActivity), mentors, members, totals };
}

/** One leader's row, as whoever may see it sees it. */
export function matrixRow(
  { membershipId, name, seat, municipality, pausedUntil, mentorId }: MatrixMember,
  facts: MemberFacts,
  progress: MemberProgress,
  byActivity = false,
): ProgressMatrixView['members'][number] {
  return {
    membershipId,
    name,
    seat,
    municipality,
    states: byActivity ? progress.activities : progress.modules,
    attendance: [...facts.attendance],
    circles: facts.circles.held,
    certificate: progress.certificate.state,
    pausedUntil,
    mentorId,
  };
}

function headOf(
  { cohortId, head, modules, today }: MatrixParts,
  byActivity: boolean,
): Pick<ProgressMatrixView, 'cohort' | 'modules' | 'activities' | 'meetings'> {
  const current = currentModule(modules, head, today);
  return {
    cohort: {
      id: cohortId,
      name: head.name,
      programmeTitle: head.programmeTitle,
      today,
      week: weekOf(head, today),
    },
    modules: modules.map(({ id, title, alongside }) => ({ id, title, alongside, current: id === current })),
    ...(byActivity && {
      activities: modules.flatMap((module) =>
        module.activities.map(({ id, title, kind }) => ({ id, moduleId: module.id, title, kind })),
      ),
    }),
    meetings: head.meetings.map(({ id, position, state, startsAt }) => ({
      id,
      position,
      state,
      startsAt: new Date(startsAt).toISOString(),
    })),
  };
}
