import {
  daysAfter,
  isGroup,
  type ReleaseLeaf,
  releaseOf,
  type ReleaseRule,
} from '@opiring/contract/release.values';
import type { Day } from '@opiring/contract/text';
import type { FoldActivity, FoldDay, FoldModule } from './facts';

/** What of one member a rule may ask: what is done, by the ordinals of the edition, and whether the plan was read. */
export interface Reached {
  readonly activities: readonly boolean[];
  readonly modules: readonly boolean[];
  readonly planRead: boolean;
}
/** Open or closed for everybody today, or a question about the member. */
export type Gate = boolean | ((reached: Reached) => boolean);

export const isOpen = (gate: Gate, reached: Reached): boolean =>
  typeof gate === 'boolean' ? gate : gate(reached);

/** When a module and its activities open, once for a day: what days and meetings settle is settled here. */
export class Gates {
  private readonly activities = new Map<string, number>();
  private readonly modules = new Map<string, number>();

  constructor(private readonly day: FoldDay) {
    day.modules.forEach((module, ordinal) => {
      this.modules.set(module.id, ordinal);
      for (const { id } of module.activities) this.activities.set(id, this.activities.size);
    });
  }

  /** Its rule, where it has one, in the place of its first day. */
  ofModule({ release, startsOn }: FoldModule): Gate {
    const rule = releaseOf({ release, opensOn: startsOn });
    return rule === null || this.gate(rule);
  }

  /** Its own rule, within its module's; a module's first day is only where the activity says nothing itself. */
  ofActivity(activity: FoldActivity, module: FoldModule): Gate {
    const own = releaseOf(activity);
    if (own === null) return this.ofModule(module);
    return module.release ? together([this.gate(module.release), this.gate(own)], 'all') : this.gate(own);
  }

  private gate(rule: ReleaseRule): Gate {
    return isGroup(rule)
      ? together(
          rule.of.map((part) => this.gate(part)),
          rule.when,
        )
      : this.leaf(rule);
  }

  /** What is not there is never met. */
  private leaf(leaf: ReleaseLeaf): Gate {
    switch (leaf.when) {
      case 'date':
        return leaf.on <= this.day.today;
      case 'meeting': {
        const meeting = this.day.meetings.find(({ id }) => id === leaf.meetingId);
        return meeting?.state === 'held' && daysAfter(meeting.endsOn, leaf.days) <= this.day.today;
      }
      case 'activity': {
        const at = this.activities.get(leaf.activityId);
        return at !== undefined && ((reached) => reached.activities[at] === true);
      }
      case 'module': {
        const at = this.modules.get(leaf.moduleId);
        return at !== undefined && ((reached) => reached.modules[at] === true);
      }
      case 'plan-read':
        return (reached) => reached.planRead;
    }
  }
}

/** All or any of several; those that are settled already are asked no more. */
function together(gates: readonly Gate[], how: 'all' | 'any'): Gate {
  const settles = how === 'any';
  if (gates.includes(settles)) return settles;
  const asked = gates.filter((gate) => typeof gate === 'function');
  if (asked.length === 0) return !settles;
  return how === 'all'
    ? (reached) => asked.every((gate) => gate(reached))
    : (reached) => asked.some((gate) => gate(reached));
}

/** The day an activity opens on, where it is one; a rule has none to say beforehand. */
export function openingDay(
  activity: Pick<FoldActivity, 'opensOn' | 'release'>,
  module: Pick<FoldModule, 'startsOn' | 'release'>,
): Day | null {
  return activity.release || module.release ? null : (activity.opensOn ?? module.startsOn);
}

/**
 * What a closed activity waits for, where a day alone does not say it: its own rule, within its module's while that is closed too.
 * Two that cannot be said as one sentence give the activity's own, which is what its organizer wrote beside it.
 */
export function openingRule(
  activity: Pick<FoldActivity, 'opensOn' | 'release'>,
  module: Pick<FoldModule, 'startsOn' | 'release'> & { readonly closed: boolean },
): ReleaseRule | undefined {
  if (openingDay(activity, module) !== null) return undefined;
  const own = releaseOf(activity);
  const around = module.closed ? module.release : undefined;
  if (!own || !around) return own ?? around;
  const parts = [around, own].map(conditions);
  return parts.every((part) => part !== undefined) ? { when: 'all', of: parts.flat() } : own;
}

/** What must all be, as it stands within a rule of several; nothing where it would be a third depth. */
function conditions(rule: ReleaseRule): ReleaseRule[] | undefined {
  if (!isGroup(rule)) return [rule];
  if (rule.when === 'all') return rule.of;
  return rule.of.some(isGroup) ? undefined : [rule];
}
