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
import { TODAY } from './fold.samples';

const days = fc.constantFrom(null, '2026-11-01', TODAY, '2026-11-24', '2027-01-01');
const meetings: FoldMeeting['id'][] = ['m0', 'm1', 'm2', 'm3', 'm4'];
const activities: fc.Arbitrary<FoldActivity> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...ACTIVITY_KINDS),
    required: fc.boolean(),
    opensOn: days,
    meeting: fc.constantFrom(...meetings, 'gone'),
  })
  .map(({ meeting, ...rest }) => ({ ...rest, meetingId: rest.kind === 'attend' ? meeting : null }));
const worlds: fc.Arbitrary<FoldDay> = fc.record({
  today: fc.constant(TODAY),
  endsOn: fc.constantFrom('2026-11-22', TODAY, '2027-01-31'),
  modules: fc.array(
    fc.record({ id: fc.uuid(), startsOn: days, activities: fc.array(activities, { maxLength: 5 }) }),
    { maxLength: 5 },
  ),
  meetings: fc
    .array(fc.constantFrom('planned', 'held', 'cancelled'), { maxLength: meetings.length })
    .map((states) => states.map((state, index): FoldMeeting => ({ id: `m${index}`, state }))),
  rule: fc.record({
    attendanceShare: fc.constantFrom(0, 0.5, 0.8, 1),
    practicum: fc.boolean(),
    communityCircle: fc.boolean(),
  }),
});
const attendances = fc.constantFrom<AttendanceState | null>(null, ...ATTENDANCE_STATES);
const deeds = (day: FoldDay): fc.Arbitrary<MemberFacts> => {
  const size = day.modules.flatMap((module) => module.activities).length;
  return fc.record({
    marks: fc.array(fc.constantFrom(UNTOUCHED, BEGUN, DONE), { minLength: size, maxLength: size }),
    retiredDone: fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 2 }),
    attendance: fc.array(attendances, { minLength: day.meetings.length, maxLength: day.meetings.length }),
    practicum: fc.record({ confirmed: fc.integer({ min: 0, max: 2 }), heldOn: fc.constant(null) }),
    circles: fc.record({ held: fc.nat(3), lastOn: fc.constant(null) }),
    paused: fc.boolean(),
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
  activity(at: number, nth: number): ProgressState {
    const module = this.day.modules[at];
    const opens = module?.activities[nth]?.opensOn ?? module?.startsOn ?? '';
    if (this.activityDone(at, nth)) return 'done';
    if (opens > this.day.today) return 'closed';
    if (this.known.paused) return 'paused';
    return this.marks.get(`${at}/${nth}`) === BEGUN ? 'begun' : 'ahead';
  }
  module(at: number): ProgressState {
    const { activities: all = [], startsOn = null } = this.day.modules[at] ?? {};
    const listed = all.map((told, nth) => ({
      ...told,
      done: this.activityDone(at, nth),
      mark: this.marks.get(`${at}/${nth}`),
    }));
    const counted = listed.filter((told) => told.done || !this.isCancelled(told.meetingId));
    const required = counted.filter((told) => told.required);
    const asked = required.length > 0 ? required : counted;
    const kept = this.known.retiredDone.includes(at);
    if (asked.every(({ done }) => done) && (asked.length > 0 || kept)) return 'done';
    if ((startsOn ?? '') > this.day.today) return 'closed';
    if (this.known.paused) return 'paused';
    return kept || counted.some(({ done, mark }) => done || mark === BEGUN) ? 'begun' : 'ahead';
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
          modules: day.modules.map((module) => ({ ...module, startsOn: '2027-01-01' })),
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
