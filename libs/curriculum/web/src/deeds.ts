import type { ActivityView, ModuleView } from '@opiring/contract/curriculum';
import type { ActivityStep, ModuleStep } from '@opiring/contract/draft-steps';
import type { LocalText } from '@opiring/contract/text';

export type ActivityState = Omit<ActivityStep, 'id' | 'revision'>;
export type ModuleState = Omit<ModuleStep, 'id' | 'revision'>;
/** What some things of the draft are, as far as one deed touches them. */
export interface States {
  activities: Readonly<Record<string, ActivityState>>;
  modules: Readonly<Record<string, ModuleState>>;
}
export type DeedName =
  | 'added'
  | 'addedMany'
  | 'changed'
  | 'moved'
  | 'movedMany'
  | 'retired'
  | 'retiredMany'
  | 'required'
  | 'optional'
  | 'moduleAdded'
  | 'moduleChanged'
  | 'moduleMoved'
  | 'moduleRetired';
/** Something done to the draft that can be undone and done again. */
export interface Deed {
  name: DeedName;
  /** What it was done to, where that is one thing. */
  title: LocalText;
  n: number;
  before: States;
  after: States;
}

const PLACES = ['position', 'after', 'moduleId'] as const;
const isPlace = (name: string): boolean => (PLACES as readonly string[]).includes(name);
const same = (a: unknown, b: unknown): boolean => inWords(a) === inWords(b);
/** Null, nothing and a text that says nothing are the same: the server leaves out what is not said. */
function inWords(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => [key, inWords(inner)]);
  return JSON.stringify(entries.filter(([, inner]) => inner).sort());
}

export const standing = (module: ModuleView): ActivityView[] =>
  module.activities.filter(({ draft }) => draft !== 'retired');

/** Where an activity stands: its module, its place, and whom it follows. */
export function placeOf(modules: readonly ModuleView[], activity: ActivityView): ActivityState {
  const siblings = standing(modules.find(({ id }) => id === activity.moduleId) ?? NONE);
  return { moduleId: activity.moduleId, ...at(siblings, activity.id) };
}
export function modulePlaceOf(modules: readonly ModuleView[], id: string): ModuleState {
  return at(modules, id);
}
const NONE = { activities: [] } as unknown as ModuleView;
function at(siblings: readonly { id: string }[], id: string): { position: number; after: string | null } {
  const position = Math.max(
    siblings.findIndex((sibling) => sibling.id === id),
    0,
  );
  return { position, after: siblings[position - 1]?.id ?? null };
}

/** What of a change really changes something, and what it was before; undefined where it changes nothing. */
export function difference<T extends object>(
  thing: T,
  changed: T,
  sent: object,
): [object, object] | undefined {
  const was = thing as Record<string, unknown>;
  const is = changed as Record<string, unknown>;
  const names = Object.keys(sent).filter((name) => !isPlace(name) && !same(was[name], is[name]));
  if (names.length === 0) return undefined;
  const pick = (from: Record<string, unknown>): object =>
    Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
  return [pick(was), pick(is)];
}

/** Whether a thing still is what a deed made of it. Its place among its siblings may have shifted. */
export function fits(state: object, current: object): boolean {
  const is = current as Record<string, unknown>;
  return Object.entries(state).every(
    ([name, value]) => name === 'position' || name === 'after' || same(value, is[name]),
  );
}

/** Several activities go into a module together, in the order they have, to a place counted without them. */
export function movingTo(
  activities: readonly ActivityView[],
  module: ModuleView,
  position: number,
): Record<string, ActivityState> {
  const moving = new Set(activities.map(({ id }) => id));
  const rest = standing(module).filter(({ id }) => !moving.has(id));
  const states: Record<string, ActivityState> = {};
  let after = rest[position - 1]?.id ?? (position > 0 ? rest.at(-1)?.id : undefined) ?? null;
  activities.forEach(({ id }, n) => {
    states[id] = { moduleId: module.id, position: Math.min(position, rest.length) + n, after };
    after = id;
  });
  return states;
}

/** The draft with several activities moved, as it will be once the server has them. */
export function withMoved(
  modules: readonly ModuleView[],
  activities: readonly ActivityView[],
  module: ModuleView,
  position: number,
): ModuleView[] {
  const moving = new Set(activities.map(({ id }) => id));
  return modules.map((each) => {
    if (each.id !== module.id && !each.activities.some(({ id }) => moving.has(id))) return each;
    const rest = each.activities.filter(({ id }) => !moving.has(id));
    if (each.id === module.id)
      rest.splice(position, 0, ...activities.map((activity) => ({ ...activity, moduleId: module.id })));
    return { ...each, activities: rest };
  });
}
