import type { ReleaseFault } from '@opiring/contract/release';
import { daysAfter } from '@opiring/contract/release.values';
import type { Day, LocalText } from '@opiring/contract/text';
import type { EditionModule } from '../edition-content';
import { counting, type Wait, Waiting, waitsOf } from './waiting';

/** A draft with what its rules may name. */
export interface ReleaseWorld {
  readonly modules: readonly EditionModule[];
  /** `day` is the cohort's day on which it ends. */
  readonly meetings: readonly { id: string; title: LocalText; cancelled: boolean; day: Day }[];
  /** What the retired modules and activities were called. */
  readonly retired: Readonly<Record<string, LocalText>>;
  readonly endsOn: Day;
}
type Fault = Pick<ReleaseFault, 'code' | 'names'>;

/** Every condition that can never be met, and every one on a circle, each with what stands in its way. */
export function faultsOf(world: ReleaseWorld): ReleaseFault[] {
  const finder = new Faults(world);
  const plain = world.modules.flatMap(({ activities }) =>
    activities.flatMap(({ id, title, opensOn }): ReleaseFault[] =>
      opensOn !== null && opensOn > world.endsOn
        ? [{ code: 'after-end', what: 'activity', id, title, leaf: 0, names: [] }]
        : [],
    ),
  );
  const waits = waitsOf(world.modules).flatMap((wait): ReleaseFault[] => {
    const fault = finder.of(wait);
    const { what, id, title, at } = wait;
    return fault ? [{ ...fault, what, id, title, leaf: at }] : [];
  });
  return [...plain, ...waits];
}

class Faults {
  private readonly meetings: Map<string, ReleaseWorld['meetings'][number]>;
  private readonly modules: Map<string, EditionModule>;
  private readonly activities: Map<string, EditionModule['activities'][number]>;
  private readonly waiting: Waiting;
  private readonly isCancelled = ({ meetingId }: { meetingId: string | null }): boolean =>
    meetingId !== null && this.meetings.get(meetingId)?.cancelled === true;

  constructor(private readonly world: ReleaseWorld) {
    this.meetings = new Map(world.meetings.map((meeting) => [meeting.id, meeting]));
    this.modules = new Map(world.modules.map((module) => [module.id, module]));
    this.activities = new Map(world.modules.flatMap(({ activities }) => activities).map((a) => [a.id, a]));
    this.waiting = new Waiting(world.modules, this.isCancelled);
  }

  of(wait: Wait): Fault | undefined {
    return this.never(wait) ?? this.circle(wait);
  }

  private circle(wait: Wait): Fault | undefined {
    const names = this.waiting.circle(wait);
    return names && { code: 'circle', names };
  }

  private never(wait: Wait): Fault | undefined {
    const { leaf } = wait;
    switch (leaf.when) {
      case 'date':
        return leaf.on > this.world.endsOn ? { code: 'after-end', names: [] } : undefined;
      case 'meeting':
        return this.meeting(leaf.meetingId, leaf.days);
      case 'activity':
        return this.activity(wait, leaf.activityId);
      case 'module':
        return this.module(wait, leaf.moduleId);
      case 'plan-read':
        return undefined;
    }
  }

  private meeting(id: string, days: number): Fault | undefined {
    const meeting = this.meetings.get(id);
    if (!meeting) return { code: 'meeting-gone', names: [] };
    const names = [meeting.title];
    if (meeting.cancelled) return { code: 'meeting-cancelled', names };
    return daysAfter(meeting.day, days) > this.world.endsOn ? { code: 'after-end', names } : undefined;
  }

  private activity(wait: Wait, id: string): Fault | undefined {
    const activity = this.activities.get(id);
    if (!activity) return { code: 'activity-gone', names: this.called(id) };
    const names = [activity.title];
    if (wait.what === 'activity' && wait.id === id) return { code: 'itself', names };
    return this.isCancelled(activity) ? { code: 'activity-cancelled', names } : undefined;
  }

  private module(wait: Wait, id: string): Fault | undefined {
    const module = this.modules.get(id);
    if (!module) return { code: 'module-gone', names: this.called(id) };
    const names = [module.title];
    if (wait.what === 'module' && wait.id === id) return { code: 'itself', names };
    return counting(module, this.isCancelled).length === 0 ? { code: 'module-empty', names } : undefined;
  }

  private called(id: string): LocalText[] {
    const title = this.world.retired[id];
    return title ? [title] : [];
  }
}
