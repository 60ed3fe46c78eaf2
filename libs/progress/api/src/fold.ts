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
  readonly kind: ActivityKind;
  readonly required: boolean;
  readonly gate: Gate;
  /** Ordinal among the meetings, or -1. */
  readonly meeting: number;
  readonly cancelled: boolean;
}
interface PreparedModule {
  readonly gate: Gate;
  readonly activities: readonly PreparedActivity[];
}

function prepare(day: FoldDay): PreparedModule[] {
  const ordinals = new Map(day.meetings.map((meeting, index) => [meeting.id, index]));
  const gates = new Gates(day);
  return day.modules.map((module) => ({
    gate: gates.ofModule(module),
    activities: module.activities.map((activity) => {
      const meeting = activity.meetingId === null ? -1 : (ordinals.get(activity.meetingId) ?? -1);
      return {
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
 * without cancelled meetings, and with the retired activities this member had done.
 */
class ModuleTally {
  private required = 0;
  private requiredDone = 0;
  private optional = 0;
  private optionalDone = 0;
  private touched = false;

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

  get done(): boolean {
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

/** What is done: asked of the facts alone, so that whether a thing is open never decides it (rule 10). */
function tell(prepared: readonly PreparedModule[], facts: MemberFacts) {
  const done: boolean[] = [];
  const tallies: ModuleTally[] = [];
  const required = { done: 0, total: 0 };
  const kept = facts.retiredDone.length > 0 ? new Set(facts.retiredDone) : undefined;
  prepared.forEach((module, ordinal) => {
    const tally = new ModuleTally();
    for (const activity of module.activities) {
      const mark = facts.marks[done.length];
      const isIt = isDone(activity, mark, facts);
      done.push(isIt);
      if (isIt || !activity.cancelled) tally.add(activity.required, isIt, mark === BEGUN);
      if (activity.required && !OF_THE_RULE.has(activity.kind)) {
        required.total++;
        if (isIt) required.done++;
      }
    }
    if (kept?.has(ordinal)) tally.touch();
    tallies.push(tally);
  });
  return { done, tallies, required };
}

/** Then what is open, which may ask what is done elsewhere. */
function standing(
  prepared: readonly PreparedModule[],
  facts: MemberFacts,
  { done, tallies }: ReturnType<typeof tell>,
): Pick<MemberProgress, 'activities' | 'modules'> {
  const activities: ProgressState[] = [];
  const reached = { activities: done, modules: tallies.map((tally) => tally.done), planRead: facts.planRead };
  const modules = prepared.map((module, ordinal) => {
    for (const { gate } of module.activities) {
      const at = activities.length;
      const begun = facts.marks[at] === BEGUN;
      activities.push(stateOf(done[at] === true, begun, isOpen(gate, reached), facts.paused));
    }
    const { begun = false } = tallies[ordinal] ?? {};
    return stateOf(reached.modules[ordinal] === true, begun, isOpen(module.gate, reached), facts.paused);
  });
  return { activities, modules };
}
