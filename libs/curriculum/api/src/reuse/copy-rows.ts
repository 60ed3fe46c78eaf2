import { carriedOver, type ReleaseRule } from '@opiring/contract/release.values';
import type { EditionActivity, EditionModule } from '../edition-content';
import { type CopyPlan, firstDayOf } from './copy-plan';
import { daysBetween } from './days';

/** How each field of a module and of an activity stands in its table; a new field does not compile before it says so here. */
const MODULE = {
  id: null,
  title: 'title',
  purpose: 'purpose',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  release: 'release',
  alongside: 'alongside',
  activities: null,
} satisfies Record<keyof Required<EditionModule>, string | null>;
const ACTIVITY = {
  id: null,
  moduleId: 'module_id',
  kind: 'kind',
  title: 'title',
  instructions: 'instructions',
  required: 'required',
  minutes: 'minutes',
  opensOn: 'opens_on',
  release: 'release',
  link: 'link',
  questionId: 'question_id',
  moment: 'moment',
  meetingId: 'meeting_id',
  frame: 'frame',
  materials: 'materials',
} satisfies Record<keyof Required<EditionActivity>, string | null>;

const OWN = ['id', 'cohort_id', 'position', 'slug', 'copied_from'];
const columns = (fields: Record<string, string | null>): string[] => [
  ...OWN,
  ...Object.values(fields).filter((column) => column !== null),
];
/** $1 the rows. Everything else of a row begins anew. */
const into = (table: string, names: string[]): string =>
  `INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`;
export const COPY_MODULES = into('modules', columns(MODULE));
export const COPY_ACTIVITIES = into('activities', columns(ACTIVITY));

export type Row = Record<string, unknown>;
/** Old ids to new ones, of modules, activities and meetings alike. */
export type Ids = ReadonlyMap<string, string>;

function rowOf(thing: object, fields: Record<string, string | null>): Row {
  const values = thing as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, column]) => (column ? [[column, values[field] ?? null]] : [])),
  );
}

/** The copy's rows: new ids, new days, the name each thing has in files, and what it was first made after. */
export function rowsOf(
  { modules, slugs, origins }: { modules: readonly EditionModule[]; slugs: Ids; origins: Ids },
  { cohortId, ids, plan }: { cohortId: string; ids: Ids; plan: CopyPlan },
): { modules: Row[]; activities: Row[] } {
  // What a rule names that is not copied stays named, so that publishing tells of it.
  const opening = ({ id, release }: Pick<EditionModule, 'id' | 'release'>): ReleaseRule | null => {
    if (!release) return null;
    const [before, after] = [firstDayOf(release), plan.dayOf('rule-opens', id)];
    const days = before && after ? daysBetween(before, after) : plan.shift;
    return carriedOver(release, (named) => ids.get(named) ?? named, days);
  };
  const own = (id: string, position: number): Row => ({
    id: ids.get(id),
    cohort_id: cohortId,
    position,
    slug: slugs.get(id) ?? null,
    copied_from: origins.get(id) ?? id,
  });
  return {
    modules: modules.map((module, position) => ({
      ...rowOf(module, MODULE),
      ...own(module.id, position),
      starts_on: plan.dayOf('module-starts', module.id) ?? null,
      ends_on: plan.dayOf('module-ends', module.id) ?? null,
      release: opening(module),
    })),
    activities: modules.flatMap((module) =>
      module.activities.map((activity, position) => ({
        ...rowOf(activity, ACTIVITY),
        ...own(activity.id, position),
        module_id: ids.get(module.id),
        materials: activity.materials ?? [],
        opens_on: plan.dayOf('activity-opens', activity.id) ?? null,
        release: opening(activity),
        meeting_id: (activity.meetingId && ids.get(activity.meetingId)) ?? null,
      })),
    ),
  };
}
