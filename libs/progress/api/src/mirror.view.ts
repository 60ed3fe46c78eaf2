import { canSeeCircle } from '@opiring/circles/api';
import { personOf, type RosterMember } from '@opiring/cohorts/api';
import {
  MIRROR_ROLES,
  type MirrorRole,
  type MirrorRoleView,
  type MirrorView,
} from '@opiring/contract/mirror';
import type { MemberProgressView, ProgressMatrixView } from '@opiring/contract/progress';
import type { Day } from '@opiring/contract/text';
import type { Role } from '@opiring/contract/values';
import type { GivenAway } from '@opiring/journal/api';
import type { CircleTold } from './own.queries';
import { withoutReason } from './exceptions.view';
import { asRead } from './member.view';
import { canListExceptions, canSeeMember, type Seat, seesMatrix } from './progress.policy';

/** Everything somebody could see of a leader; who of them does, the policies of those pages say. */
export interface MirrorParts {
  readonly cohortId: string;
  readonly me: RosterMember;
  readonly roster: readonly RosterMember[];
  readonly given: readonly GivenAway[];
  readonly conversations: readonly { mentorId: string; entryId: string; notes: number }[];
  readonly row: ProgressMatrixView['members'][number];
  readonly standing: MemberProgressView;
  readonly circles: readonly CircleTold[];
  /** The one told with today's partner. */
  readonly practicum: { heldOn: Day; topic: string } | null;
  readonly email: string;
  readonly showsAddressTo: (role: Role) => boolean;
  readonly showsAttendanceTo: (role: Role, accompanies: boolean) => boolean;
}

/** As whom a member of the cohort meets this leader; each person once. */
function roleOf(member: RosterMember, me: RosterMember): MirrorRole {
  if (member.membershipId === me.mentorId) return 'mentor';
  if (member.membershipId === me.partnerId) return 'partner';
  return member.role === 'organizer' || member.role === 'program_leader' ? member.role : 'cohort';
}

export function mirrorView(parts: MirrorParts): MirrorView {
  const { cohortId, me, roster, standing } = parts;
  const others = roster.filter(({ accountId }) => accountId !== me.accountId);
  const roles = MIRROR_ROLES.map((role) =>
    roleView(
      parts,
      role,
      others.filter((member) => roleOf(member, me) === role),
    ),
  );
  return { cohortId, me: personOf(me), meetings: standing.meetings.map(({ state }) => state), roles };
}

function roleView(parts: MirrorParts, role: MirrorRole, people: readonly RosterMember[]): MirrorRoleView {
  const { me, circles, practicum } = parts;
  // A page looks at one seat or at all seats of whoever asks; here each seat stands in the section of its own role.
  const seats = people.map(({ membershipId, role: held }) => [{ id: membershipId, role: held }]);
  const whom = { membershipId: me.membershipId, mentorId: me.mentorId };
  const reader = seats.find((seat) => canSeeMember(seat, whom));
  const seesRow = seats.some((seat) => {
    const seen = seesMatrix(seat);
    return seen?.of === 'cohort' || (seen?.of === 'mentor' && seen.mentorId === me.mentorId);
  });
  const seesCircles = seats.some((seat) =>
    canSeeCircle(
      seat,
      { hostId: me.membershipId },
      seat.some(({ id }) => id === me.mentorId),
    ),
  );
  return {
    role,
    people: people.map(personOf),
    entries: entriesFor(parts, people),
    conversations: conversationsFor(parts, people),
    row: seesRow ? parts.row : null,
    attendance: people.some((person) => parts.showsAttendanceTo(person.role, role === 'mentor'))
      ? parts.row.attendance
      : null,
    standing: reader ? asRead(parts.standing, reader) : null,
    exceptions: exceptionsFor(parts, role, seats),
    address: people.some((person) => parts.showsAddressTo(person.role)) ? parts.email : null,
    practicum: role === 'partner' && practicum ? { heldOn: practicum.heldOn, topic: practicum.topic } : null,
    circles: seesCircles ? [...circles] : null,
  };
}

/** Who agrees them reads all; a mentor that they hold; a partner those of the two of us. */
function exceptionsFor(
  { standing, me }: MirrorParts,
  role: MirrorRole,
  seats: readonly Seat[][],
): MirrorRoleView['exceptions'] {
  const { exceptions } = standing;
  if (role === 'mentor') return exceptions.map(withoutReason);
  if (role === 'partner')
    return exceptions.filter(({ people }) =>
      people.some(({ membershipId }) => membershipId === me.partnerId),
    );
  return seats.some(canListExceptions) ? exceptions : [];
}

function entriesFor({ given }: MirrorParts, people: readonly RosterMember[]): MirrorRoleView['entries'] {
  const entries = new Map<string, MirrorRoleView['entries'][number]>();
  for (const person of people) {
    for (const { readerId, shareId, ...entry } of given) {
      if (readerId !== person.membershipId) continue;
      const told = entries.get(shareId) ?? { ...entry, readers: [] };
      told.readers.push(personOf(person));
      entries.set(shareId, told);
    }
  }
  return [...entries.values()].sort((one, other) => (one.sharedAt < other.sharedAt ? 1 : -1));
}

/** A conversation shows to its mentor while the text does. */
function conversationsFor(
  { conversations, given }: MirrorParts,
  people: readonly RosterMember[],
): MirrorRoleView['conversations'] {
  return conversations.flatMap(({ mentorId, entryId, notes }) => {
    const mentor = people.find(({ membershipId }) => membershipId === mentorId);
    const open = given.find((entry) => entry.readerId === mentorId && entry.entryId === entryId);
    return mentor && open ? [{ entryId, title: open.title, notes, with: personOf(mentor) }] : [];
  });
}
