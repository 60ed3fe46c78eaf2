import type { ChangeView } from '@opiring/contract/changes';
import type { ProgressMatrixView } from '@opiring/contract/progress';
import type { Day } from '@opiring/contract/text';

type Seen = Pick<ProgressMatrixView, 'modules' | 'meetings' | 'members'>;
type Member = Seen['members'][number];

/** Which facts are others than they were. What changed by the calendar alone (a module that opened) is no news of anybody. */
export function changesBetween(then: Seen, now: Seen, dayOf: (instant: string) => Day): ChangeView[] {
  const before = new Map(then.members.map((member) => [member.membershipId, member]));
  return now.members.flatMap((member) => {
    const { membershipId, name, seat } = member;
    const whose = { membershipId, name, seat };
    const old = before.get(membershipId);
    return [
      ...(old ? [] : [{ ...whose, kind: 'joined' as const }]),
      ...attendances(then, now, old, member, dayOf).map((change) => ({ ...whose, ...change })),
      ...modulesDone(then, now, old, member).map((title) => ({ ...whose, kind: 'module' as const, title })),
      ...(member.circles === (old?.circles ?? 0)
        ? []
        : [{ ...whose, kind: 'circle' as const, held: member.circles }]),
      ...(member.pausedUntil === (old?.pausedUntil ?? null)
        ? []
        : [{ ...whose, kind: 'pause' as const, until: member.pausedUntil }]),
      ...(!old || member.certificate === old.certificate
        ? []
        : [{ ...whose, kind: 'certificate' as const, before: old.certificate, after: member.certificate }]),
    ];
  });
}

function attendances(
  then: Seen,
  now: Seen,
  old: Member | undefined,
  member: Member,
  dayOf: (instant: string) => Day,
): Pick<Extract<ChangeView, { kind: 'attendance' }>, 'kind' | 'day' | 'before' | 'after'>[] {
  const places = new Map(then.meetings.map(({ id }, at) => [id, at]));
  return now.meetings.flatMap(({ id, startsAt, state }, at) => {
    // Who was at a meeting that was called off is no news.
    if (state === 'cancelled') return [];
    const before = old?.attendance[places.get(id) ?? -1] ?? null;
    const after = member.attendance[at] ?? null;
    return before === after ? [] : [{ kind: 'attendance', day: dayOf(startsAt), before, after }];
  });
}

function modulesDone(then: Seen, now: Seen, old: Member | undefined, member: Member) {
  const done = new Set(then.modules.filter((_, at) => old?.states[at] === 'done').map(({ id }) => id));
  return now.modules
    .filter(({ id }, at) => member.states[at] === 'done' && !done.has(id))
    .map(({ title }) => title);
}
