import type { MeetingFacts } from '@opiring/cohorts/api';
import type { CertificatesView } from '@opiring/contract/certificates';
import type { CohortView } from '@opiring/contract/cohorts';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import type { ReportView } from '@opiring/contract/report';
import type {
  V1Certificates,
  V1Cohort,
  V1Meeting,
  V1Person,
  V1Progress,
  V1Report,
} from '@opiring/contract/v1';
import { cut } from './v1-page';

export const cohortOf = ({ id, name, programmeTitle, timeZone, startsOn, endsOn }: CohortView): V1Cohort => ({
  id,
  name,
  programmeTitle,
  timeZone,
  startsOn,
  endsOn,
});

export const personOf = ({
  seat,
  ...person
}: Omit<V1Person, 'seat'> & { seat: number | null }): V1Person => ({
  ...person,
  ...(seat !== null && { seat }),
});

export const meetingOf = ({ id, position, title, startsAt, endsAt, state }: MeetingFacts): V1Meeting => ({
  id,
  position,
  title,
  startsAt,
  endsAt,
  state,
});

/** Two views of one fold: the rows are the same people in the same order. */
export function progressOf(
  { byModule, byActivity }: Record<'byModule' | 'byActivity', ProgressMatrixView>,
  after: number,
  limit: number,
): V1Progress {
  const places = byActivity.members
    .map((member, at) => ({ member, at }))
    .filter(({ member }) => member.seat > after);
  const { rows, ...more } = cut(places, limit, ({ member }) => [member.seat]);
  return {
    modules: byModule.modules.map(({ id, title, alongside }) => ({ id, title, alongside })),
    activities: byActivity.activities ?? [],
    members: rows.map(({ member: { membershipId, seat, states, circles }, at }) => ({
      membershipId,
      seat,
      modules: byModule.members[at]?.states ?? [],
      activities: states,
      circles,
    })),
    ...more,
  };
}

/** What was issued, without the reasons people wrote. */
export function certificatesOf({ members }: CertificatesView, after: number, limit: number): V1Certificates {
  const { rows, ...more } = cut(
    members.filter(({ seat }) => seat > after),
    limit,
    ({ seat }) => [seat],
  );
  return {
    certificates: rows.map(({ membershipId, certificate, issued }) => ({
      membershipId,
      outcome: certificate.state,
      issued: issued.map(({ id, number, version, kind, standing, issuedAt }) => ({
        id,
        number,
        version,
        kind,
        standing,
        issuedAt,
      })),
    })),
    ...more,
  };
}

/** The report's numbers; what it withholds is missing here. */
export const reportOf = ({
  asOf,
  participants,
  municipalities,
  meetings,
  circles,
}: ReportView): V1Report => ({
  asOf,
  participants: participants.length,
  municipalities,
  meetings: meetings.map(({ position, startsAt, state, attendance, attended, pulse }) => ({
    position,
    startsAt,
    state,
    ...(attendance && { attendance }),
    ...(attended !== null && { attended }),
    ...(pulse && { pulse }),
  })),
  ...(circles && { circles }),
});
