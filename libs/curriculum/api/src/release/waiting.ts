import { leavesOf, type ReleaseLeaf } from '@opiring/contract/release.values';
import type { LocalText } from '@opiring/contract/text';
import type { EditionModule } from '../edition-content';

/** One condition of one thing's rule. */
export interface Wait {
  readonly what: 'module' | 'activity';
  readonly id: string;
  readonly title: LocalText;
  readonly leaf: ReleaseLeaf;
  readonly at: number;
}
interface Node {
  readonly title: LocalText;
  readonly after: string[];
}
type Activity = EditionModule['activities'][number];

const deed = (id: string): string => `deed ${id}`;
const opening = (id: string): string => `opening ${id}`;
const finish = (id: string): string => `finish ${id}`;

/** What a module's being done asks for: what is required in it, or everything where nothing is. */
export function counting(module: EditionModule, isCancelled: (activity: Activity) => boolean): Activity[] {
  const there = module.activities.filter((activity) => !isCancelled(activity));
  const required = there.filter((activity) => activity.required);
  return required.length > 0 ? required : there;
}

/** Every condition of a draft that is not a plain day, in its order. */
export function waitsOf(modules: readonly EditionModule[]): Wait[] {
  const of = (what: Wait['what'], { id, title, release }: EditionModule | Activity): Wait[] =>
    release ? leavesOf(release).map((leaf, at) => ({ what, id, title, leaf, at })) : [];
  return modules.flatMap((module) => [
    ...of('module', module),
    ...module.activities.flatMap((activity) => of('activity', activity)),
  ]);
}

/** Who waits for whom: a deed for what its rule and its module's rule name, a module's being done for what counts in it. */
export class Waiting {
  private readonly nodes = new Map<string, Node>();
  private readonly circleOf = new Map<string, number>();

  constructor(modules: readonly EditionModule[], isCancelled: (activity: Activity) => boolean) {
    for (const module of modules) {
      this.nodes.set(opening(module.id), { title: module.title, after: targets(module) });
      this.nodes.set(finish(module.id), {
        title: module.title,
        after: counting(module, isCancelled).map(({ id }) => deed(id)),
      });
      for (const activity of module.activities)
        this.nodes.set(deed(activity.id), {
          title: activity.title,
          after: [...targets(activity), opening(module.id)],
        });
    }
    this.findCircles();
  }

  /** The things that wait for one another through this condition, from its own on; nothing where they do not. */
  circle({ what, id, leaf }: Wait): LocalText[] | undefined {
    const from = what === 'module' ? opening(id) : deed(id);
    const [to] = targetOf(leaf);
    if (to === undefined || this.circleOf.get(from) === undefined) return undefined;
    if (this.circleOf.get(from) !== this.circleOf.get(to)) return undefined;
    const titles = [from, ...this.way(to, from)].map((key) => this.nodes.get(key)?.title ?? {});
    return titles.filter((title, index) => index === 0 || title !== titles[index - 1]);
  }

  /** The shortest way within one circle. */
  private way(from: string, to: string): string[] {
    const cameFrom = new Map<string, string>([[from, '']]);
    const open = [from];
    for (const key of open) {
      if (key === to) break;
      for (const next of this.nodes.get(key)?.after ?? []) {
        if (cameFrom.has(next) || this.circleOf.get(next) !== this.circleOf.get(from)) continue;
        cameFrom.set(next, key);
        open.push(next);
      }
    }
    const way: string[] = [];
    for (let key = cameFrom.get(to); key; key = cameFrom.get(key)) way.unshift(key);
    return way;
  }

  /** Numbers whatever lies on a circle by the knot it belongs to: first forwards in order of leaving, then backwards. */
  private findCircles(): void {
    const left: string[] = [];
    const seen = new Set<string>();
    for (const key of this.nodes.keys()) leave(key, (from) => this.nodes.get(from)?.after ?? [], seen, left);
    const before = new Map<string, string[]>();
    for (const [key, { after }] of this.nodes)
      for (const next of after) before.set(next, [...(before.get(next) ?? []), key]);
    const placed = new Set<string>();
    left.reverse().forEach((key, knot) => {
      const members: string[] = [];
      leave(key, (from) => before.get(from) ?? [], placed, members);
      const alone = members.length === 1 && !this.nodes.get(key)?.after.includes(key);
      if (!alone) for (const member of members) this.circleOf.set(member, knot);
    });
  }
}

function targetOf(leaf: ReleaseLeaf): string[] {
  if (leaf.when === 'activity') return [deed(leaf.activityId)];
  return leaf.when === 'module' ? [finish(leaf.moduleId)] : [];
}
const targets = ({ release }: Pick<Activity, 'release'>): string[] =>
  release ? leavesOf(release).flatMap(targetOf) : [];

/** Goes as far as it can and notes each on the way back; without recursion, so that a long chain does no harm. */
function leave(start: string, nexts: (key: string) => string[], seen: Set<string>, left: string[]): void {
  if (seen.has(start)) return;
  seen.add(start);
  const path = [{ key: start, rest: [...nexts(start)] }];
  for (let last = path.at(-1); last; last = path.at(-1)) {
    const next = last.rest.pop();
    if (next === undefined) {
      left.push(last.key);
      path.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      path.push({ key: next, rest: [...nexts(next)] });
    }
  }
}
