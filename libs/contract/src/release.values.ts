import type { Day, LocalText } from './text';

/** One condition: a day has come, a meeting is over (and so many days have passed), something is done, the plan is read. */
export type ReleaseLeaf =
  | { when: 'date'; on: Day }
  | { when: 'meeting'; meetingId: string; days: number }
  | { when: 'activity'; activityId: string }
  | { when: 'module'; moduleId: string }
  | { when: 'plan-read' };
/** Several together. A group within a group is of the other kind, and holds conditions only. */
export interface ReleaseGroup {
  when: 'all' | 'any';
  of: ReleaseRule[];
}
export type ReleaseRule = ReleaseLeaf | ReleaseGroup;

/** What the ids in rules stand for, so that a rule can be said. */
export interface RuleNames {
  modules: { id: string; title: LocalText; activities: { id: string; title: LocalText }[] }[];
  meetings: { id: string; position: number }[];
}

export const RELEASE_LEAVES = ['date', 'meeting', 'activity', 'module', 'plan-read'] as const;
/** Conditions in one rule: more than this nobody reads as a sentence. */
export const MOST_RELEASE_LEAVES = 8;
export const MOST_RELEASE_DAYS = 365;

export const isGroup = (rule: ReleaseRule): rule is ReleaseGroup =>
  rule.when === 'all' || rule.when === 'any';

/** The conditions in the order they are said. */
export function leavesOf(rule: ReleaseRule): ReleaseLeaf[] {
  return isGroup(rule) ? rule.of.flatMap(leavesOf) : [rule];
}

/** When a thing opens: by its rule, or from its plain day; null where it says nothing itself. */
export function releaseOf({
  release,
  opensOn,
}: {
  readonly release?: ReleaseRule | null | undefined;
  readonly opensOn: Day | null;
}): ReleaseRule | null {
  return release ?? (opensOn === null ? null : { when: 'date', on: opensOn });
}

/** A day of the calendar so many days on. */
export function daysAfter(day: Day, days: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** The same rule with each condition as `change` has it. */
export function withLeaves(rule: ReleaseRule, change: (leaf: ReleaseLeaf) => ReleaseLeaf): ReleaseRule {
  return isGroup(rule)
    ? { when: rule.when, of: rule.of.map((part) => withLeaves(part, change)) }
    : change(rule);
}

/** The same rule among other things: each id as it is called there, each day so many days later. */
export function carriedOver(rule: ReleaseRule, idOf: (id: string) => string, days: number): ReleaseRule {
  return withLeaves(rule, (leaf) => {
    switch (leaf.when) {
      case 'date':
        return { ...leaf, on: daysAfter(leaf.on, days) };
      case 'meeting':
        return { ...leaf, meetingId: idOf(leaf.meetingId) };
      case 'activity':
        return { ...leaf, activityId: idOf(leaf.activityId) };
      case 'module':
        return { ...leaf, moduleId: idOf(leaf.moduleId) };
      case 'plan-read':
        return leaf;
    }
  });
}
