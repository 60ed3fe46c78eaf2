import 'reflect-metadata';
import { type AttendanceState, ATTENDANCE_STATES } from '@opiring/contract/cohorts';
import { ACTIVITY_KINDS } from '@opiring/contract/curriculum';
import type { ProgressState } from '@opiring/contract/progress';
import fc from 'fast-check';
import {
  BEGUN,
  DONE,
  type FoldActivity,
  type FoldDay,
  type FoldMeeting,
  type MemberFacts,
  UNTOUCHED,
} from './facts';
import { foldFor } from './fold';
import type { ReleaseLeaf, ReleaseRule } from '@opiring/contract/release';
import { TODAY } from './fold.samples';

const days = fc.constantFrom(null, '2026-11-01', TODAY, '2026-11-24', '2027-01-01');
const meetings: FoldMeeting['id'][] = ['m0', 'm1', 'm2', 'm3', 'm4'];
const some = (letter: string, size: number): fc.Arbitrary<string> => fc.nat(size).map((n) => `${letter}${n}`);
const leaves: fc.Arbitrary<ReleaseLeaf> = fc.oneof(
  fc.record({ when: fc.constant('date' as const), on: fc.constantFrom('2026-11-01', TODAY, '2026-11-24') }),
  fc.record({
    when: fc.constant('meeting' as const),
    meetingId: some('m', 5),
    days: fc.constantFrom(0, 1, 14),
  }),
  fc.record({
    when: fc.constant('activity' as const),
    activityId: fc.tuple(fc.nat(5), fc.nat(5)).map(([at, nth]) => `a${at}-${nth}`),
  }),
  fc.record({ when: fc.constant('module' as const), moduleId: some('module', 5) }),
  fc.constant({ when: 'plan-read' as const }),
);
const groups = (of: fc.Arbitrary<ReleaseRule>): fc.Arbitrary<ReleaseRule> =>
  fc.record({ when: fc.constantFrom('all', 'any'), of: fc.array(of, { minLength: 2, maxLength: 3 }) });
const rules = fc.option(fc.oneof(leaves, groups(leaves), groups(fc.oneof(leaves, groups(leaves)))), {
  nil: undefined,
});
const activities: fc.Arbitrary<Omit<FoldActivity, 'id'>> = fc
  .record({
    release: rules,
    kind: fc.constantFrom(...ACTIVITY_KINDS),
    required: fc.boolean(),
    opensOn: days,
    meeting: fc.constantFrom(...meetings, 'gone'),
  })
  .map(({ meeting, ...rest }) => ({ ...rest, meetingId: rest.kind === 'attend' ? meeting : null }));
const worlds: fc.Arbitrary<FoldDay> = fc.record({
  today: fc.constant(TODAY),
  endsOn: fc.constantFrom('2026-11-22', TODAY, '2027-01-31'),
  modules: fc
    .array(
      fc.record({ startsOn: days, release: rules, activities: fc.array(activities, { maxLength: 5 }) }),
      { maxLength: 5 },
    )
    .map((modules) =>
      modules.map((module, at) => ({
        ...module,
        id: `module${at}`,
        activities: module.activities.map((told, nth) => ({ ...told, id: `a${at}-${nth}` })),
      })),
    ),
  meetings: fc
    .array(
      fc.record({
        state: fc.constantFrom('planned', 'held', 'cancelled'),
        endsOn: fc.constantFrom('2026-11-09', '2026-11-22', TODAY),
      }),
      { maxLength: meetings.length },
    )
    .map((told) => told.map((meeting, index): FoldMeeting => ({ id: `m${index}`, ...meeting }))),
  rule: fc.record({
    attendanceShare: fc.constantFrom(0, 0.5, 0.8, 1),
    practicum: fc.boolean(),
    communityCircle: fc.boolean(),
  }),
});
const attendances = fc.constantFrom<AttendanceState | null>(null, ...ATTENDANCE_STATES);
const deeds = (day: FoldDay): fc.Arbitrary<MemberFacts> => {
  const size = day.modules.flatMap((module) => module.activities).length;
  const ids = day.modules.flatMap((module) => [module.id, ...module.activities.map(({ id }) => id)]);
  const some = fc.subarray(ids).map((chosen): ReadonlySet<string> => new Set(chosen));
  return fc.record({
    marks: fc.array(fc.constantFrom(UNTOUCHED, BEGUN, DONE), { minLength: size, maxLength: size }),
    retiredDone: fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 2 }),
    attendance: fc.array(attendances, { minLength: day.meetings.length, maxLength: day.meetings.length }),
    practicum: fc.record({ confirmed: fc.integer({ min: 0, max: 2 }), heldOn: fc.constant(null) }),
    circles: fc.record({ held: fc.nat(3), lastOn: fc.constant(null) }),
    paused: fc.boolean(),
    planRead: fc.boolean(),
    exceptions: fc.option(fc.record({ opened: some, excused: some }), { nil: undefined }),
  });
};
const cases = worlds.chain((day) => fc.tuple(fc.constant(day), deeds(day)));

/** The same rules said the slow way: by sentences about ids, each asked anew, without counters or ordinals carried along. */
class Sentences {
  private readonly marks: Map<string, number>;
  constructor(
    private readonly day: FoldDay,
    private readonly known: MemberFacts,
  ) {
    const ids = day.modules.flatMap((module, at) => module.activities.map((_, nth) => `${at}/${nth}`));
    this.marks = new Map(ids.map((id, ordinal) => [id, known.marks[ordinal] ?? UNTOUCHED]));
  }
  private wasAt(meetingId: string | null): boolean {
    const state = this.known.attendance[this.day.meetings.findIndex(({ id }) => id === meetingId)];
    return ['present', 'online', 'part'].some((way) => way === state);
  }
  private isCancelled = (meetingId: string | null): boolean =>
    this.day.meetings.some(({ id, state }) => id === meetingId && state === 'cancelled');

  activityDone(at: number, nth: number): boolean {
    const told = this.day.modules[at]?.activities[nth];
    const byDeed = {
      attend: this.wasAt(told?.meetingId ?? null),
      practicum: this.known.practicum.confirmed === 2,
      circle: this.known.circles.held >= 1,
    } as Partial<Record<string, boolean>>;
    return this.marks.get(`${at}/${nth}`) === DONE || byDeed[told?.kind ?? ''] === true;
  }
  /** Whether a condition stands in the way. */
  private waitsFor(rule: ReleaseRule): boolean {
    if ('of' in rule) {
      const waiting = rule.of.filter((part) => this.waitsFor(part)).length;
      return rule.when === 'all' ? waiting > 0 : waiting === rule.of.length;
    }
    if (rule.when === 'date') return rule.on > this.day.today;
    if (rule.when === 'plan-read') return !this.known.planRead;
    if (rule.when === 'meeting') {
      const over = this.day.meetings.filter(({ id, state }) => id === rule.meetingId && state === 'held');
      const passed = (from: string): number => (Date.parse(this.day.today) - Date.parse(from)) / 86_400_000;
      return !over.some(({ endsOn }) => passed(endsOn) >= rule.days);
    }
    return !this.day.modules.some((module, at) =>
      rule.when === 'module'
        ? module.id === rule.moduleId && (this.moduleDone(at) || this.moduleExcused(at))
        : module.activities.some(
            ({ id }, nth) => id === rule.activityId && (this.activityDone(at, nth) || this.excused(id)),
          ),
    );
  }
  private moduleClosed(at: number): boolean {
    const { release, startsOn = null } = this.day.modules[at] ?? {};
    return release ? this.waitsFor(release) : (startsOn ?? '') > this.day.today;
  }
  private activityClosed(at: number, nth: number): boolean {
    const { release, opensOn = null } = this.day.modules[at]?.activities[nth] ?? {};
    const closed = release ? this.waitsFor(release) : (opensOn ?? '') > this.day.today;
    const says = release !== undefined || opensOn !== null;
    const bounds = this.day.modules[at]?.release !== undefined;
    return closed || ((bounds || !says) && this.moduleClosed(at));
  }
  activity(at: number, nth: number): ProgressState {
    const module = this.day.modules[at];
    const told = module?.activities[nth];
    if (this.activityDone(at, nth)) return 'done';
    if (this.excused(told?.id)) return 'excused';
    const opened = this.agreed('opened', told?.id) || this.agreed('opened', module?.id);
    if (this.activityClosed(at, nth) && !opened) return 'closed';
    if (this.known.paused) return 'paused';
    return this.marks.get(`${at}/${nth}`) === BEGUN ? 'begun' : 'ahead';
  }
  private agreed(what: 'opened' | 'excused', id: string | undefined): boolean {
    return [...(this.known.exceptions?.[what] ?? [])].some((agreed) => agreed === id);
  }
  private excused = (id: string | undefined): boolean => this.agreed('excused', id);
  private listed(at: number) {
    const { activities: all = [] } = this.day.modules[at] ?? {};
    const listed = all.map((told, nth) => ({
      ...told,
      done: this.activityDone(at, nth),
      mark: this.marks.get(`${at}/${nth}`),
    }));
    return listed;
  }
  private counted(at: number) {
    return this.listed(at).filter(
      ({ id, done, meetingId }) => done || (!this.isCancelled(meetingId) && !this.excused(id)),
    );
  }
  /** Nothing is asked any more, because what was asked is not asked of this one. */
  private moduleExcused(at: number): boolean {
    const off = this.listed(at).filter(({ id, done }) => !done && this.excused(id));
    const counted = this.counted(at);
    if (counted.some((told) => told.required)) return false;
    const kept = this.known.retiredDone.includes(at);
    return off.some((told) => told.required) || (off.length > 0 && counted.length === 0 && !kept);
  }
  private moduleDone(at: number): boolean {
    const counted = this.counted(at);
    const required = counted.filter((told) => told.required);
    const asked = required.length > 0 ? required : counted;
    if (this.moduleExcused(at)) return false;
    return asked.every(({ done }) => done) && (asked.length > 0 || this.known.retiredDone.includes(at));
  }
  module(at: number): ProgressState {
    if (this.moduleExcused(at)) return 'excused';
    if (this.moduleDone(at)) return 'done';
    if (this.moduleClosed(at) && !this.agreed('opened', this.day.modules[at]?.id)) return 'closed';
    if (this.known.paused) return 'paused';
    const kept = this.known.retiredDone.includes(at);
    return kept || this.counted(at).some(({ done, mark }) => done || mark === BEGUN) ? 'begun' : 'ahead';
  }
}

describe('the fold, against the same rules said the slow way', () => {
  it('agrees on every module and activity', () => {
    fc.assert(
      fc.property(cases, ([day, known]) => {
        const told = new Sentences(day, known);
        const progress = foldFor(day)(known);
        expect(progress.modules).toEqual(day.modules.map((_, at) => told.module(at)));
        expect(progress.activities).toEqual(
          day.modules.flatMap((module, at) => module.activities.map((_, nth) => told.activity(at, nth))),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('never undoes what is done: not by a pause, not by a later opening, not by more facts (rule 10)', () => {
    fc.assert(
      fc.property(cases, ([day, known]) => {
        const before = foldFor(day)(known);
        const moved = {
          ...day,
          modules: day.modules.map((module) => ({
            ...module,
            startsOn: '2027-01-01',
            release: { when: 'module' as const, moduleId: module.id },
          })),
        };
        const after = foldFor(moved)({
          ...known,
          paused: true,
          circles: { held: known.circles.held + 1, lastOn: TODAY },
        });
        before.modules.forEach((state, at) => state === 'done' && expect(after.modules[at]).toBe('done'));
        before.activities.forEach(
          (state, at) => state === 'done' && expect(after.activities[at]).toBe('done'),
        );
        if (before.certificate.state === 'certificate') expect(after.certificate.state).toBe('certificate');
      }),
    );
  });

  it('opens and excuses and nothing else: what is agreed undoes nothing, and touches what it names alone', () => {
    fc.assert(
      fc.property(cases, ([day, known]) => {
        const ids = day.modules.flatMap((module) => module.activities.map((told) => [module.id, told.id]));
        const plain = foldFor(day)({ ...known, exceptions: undefined });
        const agreed = foldFor(day)(known);
        plain.activities.forEach((before, at) => {
          const now = agreed.activities[at];
          const named = (ids[at] ?? []).some(
            (id) => known.exceptions?.opened.has(id) || known.exceptions?.excused.has(id),
          );
          // A rule may wait for what was excused, and so let something else open; nothing else is touched.
          if (before === 'done' || (!named && before !== 'closed')) expect(now).toBe(before);
          else if (!named) expect(['closed', 'ahead', 'begun', 'paused']).toContain(now);
          else if (before !== 'closed') expect([before, 'excused']).toContain(now);
          else expect(now).not.toBe('done');
        });
        plain.modules.forEach((before, at) => before === 'done' && expect(agreed.modules[at]).toBe('done'));
        expect({
          ...agreed.certificate,
          reasons: { ...agreed.certificate.reasons, activities: null },
        }).toEqual({
          ...plain.certificate,
          reasons: { ...plain.certificate.reasons, activities: null },
        });
      }),
    );
  });

  it('leaves what was excused out of what the rule requires, and keeps it where it was done', () => {
    fc.assert(
      fc.property(cases, ([day, known]) => {
        const asking = { ...day, rule: { ...day.rule, requiredActivities: true } };
        const { activities, certificate } = foldFor(asking)(known);
        const all = day.modules.flatMap((module) => module.activities);
        const asked = all
          .map((told, at) => ({ ...told, state: activities[at] }))
          .filter(({ required, kind }) => required && !['attend', 'practicum', 'circle'].includes(kind))
          .filter(({ state }) => state !== 'excused');
        expect(certificate.reasons.activities).toMatchObject({
          total: asked.length,
          done: asked.filter(({ state }) => state === 'done').length,
        });
      }),
    );
  });

  it('gives the certificate exactly when its three reasons are met, and says open only while it may still come', () => {
    fc.assert(
      fc.property(cases, ([day, known]) => {
        const { state, reasons } = foldFor(day)(known).certificate;
        const met = reasons.attendance.met && reasons.practicum.met && reasons.circle.met;
        expect(state === 'certificate').toBe(met);
        const counting = day.meetings.filter((meeting) => meeting.state !== 'cancelled');
        const over =
          day.endsOn < day.today ||
          (counting.length > 0 && counting.every((meeting) => meeting.state === 'held'));
        if (!met) expect(state).toBe(over ? 'statement' : 'open');
        expect(reasons.attendance.total).toBe(counting.length);
        expect(reasons.attendance.attended).toBeLessThanOrEqual(counting.length);
      }),
    );
  });
});
