import type { ActivityKind } from '@opiring/contract/curriculum';
import type { CertificateView, ProgressState } from '@opiring/contract/progress';
import { certificateOf } from './certificate';
import { attended, BEGUN, DONE, type FoldDay, type MemberFacts } from './facts';
import { type Gate, Gates, isOpen } from './release';

export interface MemberProgress {
  /** In the order of the edition's activities, module after module. */
  readonly activities: ProgressState[];
  readonly modules: ProgressState[];
  readonly certificate: CertificateView;
}

/** What the completion rule counts by itself. */
const OF_THE_RULE: ReadonlySet<ActivityKind> = new Set<ActivityKind>(['attend', 'practicum', 'circle']);

interface PreparedActivity {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly required: boolean;
  readonly gate: Gate;
  /** Ordinal among the meetings, or -1. */
  readonly meeting: number;
  readonly cancelled: boolean;
}
interface PreparedModule {
  readonly gate: Gate;
  readonly id: string;
  readonly activities: readonly PreparedActivity[];
}

function prepare(day: FoldDay): PreparedModule[] {
  const ordinals = new Map(day.meetings.map((meeting, index) => [meeting.id, index]));
  const gates = new Gates(day);
  return day.modules.map((module) => ({
    id: module.id,
    gate: gates.ofModule(module),
    activities: module.activities.map((activity) => {
      const meeting = activity.meetingId === null ? -1 : (ordinals.get(activity.meetingId) ?? -1);
      return {
        id: activity.id,
        kind: activity.kind,
        required: activity.required,
        gate: gates.ofActivity(activity, module),
        meeting,
        cancelled: day.meetings[meeting]?.state === 'cancelled',
      };
    }),
  }));
}

/** A deed's own fact counts beside the activity's: whoever was there has attended, whenever the activity was published. */
function isDone(activity: PreparedActivity, mark: number | undefined, facts: MemberFacts): boolean {
  if (mark === DONE) return true;
  if (activity.kind === 'attend') return attended(facts.attendance[activity.meeting]);
  if (activity.kind === 'practicum') return facts.practicum.confirmed >= 2;
  if (activity.kind === 'circle') return facts.circles.held > 0;
  return false;
}

function stateOf(done: boolean, begun: boolean, open: boolean, paused: boolean): ProgressState {
  if (done) return 'done';
  if (!open) return 'closed';
  if (paused) return 'paused';
  return begun ? 'begun' : 'ahead';
}

/**
 * A module is done when everything that counts in it is done: what is required (or everything, where nothing is),
 * without cancelled meetings and what this member is excused from, and with the retired activities this member had done.
 */
class ModuleTally {
  private required = 0;
  private requiredDone = 0;
  private optional = 0;
  private optionalDone = 0;
  private requiredExcused = 0;
  private optionalExcused = 0;
  private touched = false;

  excuse(required: boolean): void {
    if (required) this.requiredExcused++;
    else this.optionalExcused++;
  }

  add(required: boolean, done: boolean, begun: boolean): void {
    if (required) {
      this.required++;
      if (done) this.requiredDone++;
    } else {
      this.optional++;
      if (done) this.optionalDone++;
    }
    if (done || begun) this.touched = true;
  }

  touch(): void {
    this.touched = true;
  }

  get begun(): boolean {
    return this.touched;
  }

  /** Nothing is asked of this member here any more. What is optional is not asked in place of what was excused. */
  get excused(): boolean {
    if (this.required > 0) return false;
    return this.requiredExcused > 0 || (this.optional === 0 && this.optionalExcused > 0 && !this.touched);
  }

  get done(): boolean {
    if (this.excused) return false;
    if (this.required > 0) return this.requiredDone === this.required;
    return this.optional > 0 ? this.optionalDone === this.optional : this.touched;
  }
}

/** The one fold from facts to standing (rules 10, 11, 12). Made once for a day, then asked for each member. */
export function foldFor(day: FoldDay): (facts: MemberFacts) => MemberProgress {
  const prepared = prepare(day);
  return (facts) => {
    const told = tell(prepared, facts);
    return { ...standing(prepared, facts, told), certificate: certificateOf(day, facts, told.required) };
  };
}

/**
 * What is done: asked of the facts alone, so that whether a thing is open never decides it (rule 10). `excused` is empty where
 * nothing was agreed.
 */
function tell(prepared: readonly PreparedModule[], facts: MemberFacts) {
  const { exceptions } = facts;
  const done: boolean[] = [];
  const excused: boolean[] = [];
  const tallies: ModuleTally[] = [];
  const required = { done: 0, total: 0 };
  const kept = facts.retiredDone.length > 0 ? new Set(facts.retiredDone) : undefined;
  for (const module of prepared) {
    const tally = new ModuleTally();
    for (const activity of module.activities) {
      const mark = facts.marks[done.length];
      const isIt = isDone(activity, mark, facts);
      // What was agreed does not count. Being away from a meeting with a reason is another thing, and counts as before.
      const isOff = exceptions !== undefined && !isIt && exceptions.excused.has(activity.id);
      done.push(isIt);
      if (exceptions) excused.push(isOff);
      if (isOff) tally.excuse(activity.required);
      else if (isIt || !activity.cancelled) tally.add(activity.required, isIt, mark === BEGUN);
      if (activity.required && !isOff && !OF_THE_RULE.has(activity.kind)) {
        required.total++;
        if (isIt) required.done++;
      }
    }
    if (kept?.has(tallies.length)) tally.touch();
    tallies.push(tally);
  }
  return { done, excused, tallies, required };
}

/** Then what is open, which may ask what is done elsewhere; nobody waits for what they are excused from. */
function standing(
  prepared: readonly PreparedModule[],
  facts: MemberFacts,
  { done, excused, tallies }: ReturnType<typeof tell>,
): Pick<MemberProgress, 'activities' | 'modules'> {
  const { exceptions } = facts;
  const activities: ProgressState[] = [];
  const reached = {
    activities: exceptions ? done.map((isIt, at) => isIt || excused[at] === true) : done,
    modules: tallies.map((tally) => tally.done || tally.excused),
    planRead: facts.planRead,
  };
  const modules = prepared.map((module, ordinal) => {
    // Agreed with this member: open whatever its rule says; a module with everything in it.
    const opened = exceptions?.opened.has(module.id) === true;
    for (const { id, gate } of module.activities) {
      const at = activities.length;
      const open = opened || isOpen(gate, reached) || exceptions?.opened.has(id) === true;
      const begun = facts.marks[at] === BEGUN;
      activities.push(excused[at] ? 'excused' : stateOf(done[at] === true, begun, open, facts.paused));
    }
    const tally = tallies[ordinal];
    if (tally?.excused) return 'excused';
    const open = opened || isOpen(module.gate, reached);
    return stateOf(tally?.done === true, tally?.begun === true, open, facts.paused);
  });
  return { activities, modules };
}
