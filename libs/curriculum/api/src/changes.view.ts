import type { ActivityView, ChangedField, ChangeView, ModuleContent } from '@opiring/contract/curriculum';
import { isDeepStrictEqual } from 'node:util';
import { type DraftModule, unmoved } from './draft.view';
import type { EditionModule } from './edition-content';

const MODULE_FIELDS = ['title', 'purpose', 'startsOn', 'endsOn', 'release', 'alongside'] as const;
const ACTIVITY_FIELDS = [
  'title',
  'instructions',
  'required',
  'minutes',
  'opensOn',
  'release',
  'link',
  'frame',
  'materials',
] as const;

/** A thing with where it stands among its siblings. */
interface Placed<T> {
  thing: T;
  moduleId: string;
  at: number;
}
type Thing = ModuleContent | ActivityView;

/** What publishing would change, in the draft's order; what is removed comes after what stays. */
export function changesOf(
  draft: readonly DraftModule[],
  published: readonly EditionModule[],
  done: Readonly<Record<string, number>>,
): ChangeView[] {
  const modules = compare(placedModules(published), placedModules(draft), 'module', MODULE_FIELDS);
  const activities = compare(
    placedActivities(published),
    placedActivities(draft),
    'activity',
    ACTIVITY_FIELDS,
  );
  return [...modules, ...activities].map((change) => ({
    ...change,
    done: change.what === 'activity' && change.before ? (done[change.id] ?? null) : null,
  }));
}

function placedModules(modules: readonly (EditionModule | DraftModule)[]): Placed<Thing>[] {
  return modules.map(({ activities: _, ...thing }, at) => ({ thing, moduleId: thing.id, at }));
}

function placedActivities(modules: readonly (EditionModule | DraftModule)[]): Placed<Thing>[] {
  return modules.flatMap(({ id, activities }) =>
    activities.map((thing, at) => ({ thing, moduleId: id, at })),
  );
}

/** The ids that kept their order, asked parent by parent: an activity's neighbours are those of its module. */
function inOrder(
  before: readonly Placed<Thing>[],
  after: readonly Placed<Thing>[],
  what: ChangeView['what'],
) {
  if (what === 'module') return unmoved(ids(before), ids(after));
  const parents = new Set(after.map(({ moduleId }) => moduleId));
  const kept = [...parents].flatMap((id) => [
    ...unmoved(ids(before.filter((p) => p.moduleId === id)), ids(after.filter((p) => p.moduleId === id))),
  ]);
  return new Set(kept);
}

const ids = (placed: readonly Placed<Thing>[]): string[] => placed.map(({ thing }) => thing.id);

function compare(
  before: readonly Placed<Thing>[],
  after: readonly Placed<Thing>[],
  what: ChangeView['what'],
  names: readonly ChangedField[],
): ChangeView[] {
  const kept = inOrder(before, after, what);
  const old = new Map(before.map((placed) => [placed.thing.id, placed]));
  const now = new Set(ids(after));
  const changed = after.flatMap((placed) => {
    const was = old.get(placed.thing.id);
    const fields = was ? fieldsOf(was, placed, names, kept) : [];
    return was && fields.length === 0 ? [] : [changeView(what, was, placed, fields)];
  });
  const removed = before.filter(({ thing }) => !now.has(thing.id));
  return [...changed, ...removed.map((was) => changeView(what, was, undefined, []))];
}

function fieldsOf(
  was: Placed<Thing>,
  is: Placed<Thing>,
  names: readonly ChangedField[],
  kept: ReadonlySet<string>,
): ChangedField[] {
  const value = (thing: Thing, name: string): unknown => (thing as unknown as Record<string, unknown>)[name];
  const fields = names.filter((name) => !isDeepStrictEqual(value(was.thing, name), value(is.thing, name)));
  if (was.moduleId !== is.moduleId) return [...fields, 'module'];
  return kept.has(is.thing.id) ? fields : [...fields, 'place'];
}

function changeView(
  what: ChangeView['what'],
  was: Placed<Thing> | undefined,
  is: Placed<Thing> | undefined,
  fields: ChangedField[],
): ChangeView {
  const only = fields.every((field) => field === 'place' || field === 'module');
  const kind = !was ? 'added' : !is ? 'removed' : only ? 'moved' : 'changed';
  const { thing, moduleId } = (is ?? was) as Placed<Thing>;
  return {
    kind,
    what,
    id: thing.id,
    moduleId,
    fields,
    before: was?.thing ?? null,
    after: is?.thing ?? null,
    from: was?.at ?? null,
    to: is?.at ?? null,
    done: null,
  };
}
