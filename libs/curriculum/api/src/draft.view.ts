import type { ActivityView, DraftState, ModuleView } from '@opiring/contract/curriculum';
import { isDeepStrictEqual } from 'node:util';
import type { EditionActivity, EditionModule } from './edition-content';

/** A draft's row, with the revision to edit it by. */
export type DraftActivity = EditionActivity & { revision: number };
export type DraftModule = Omit<EditionModule, 'activities'> & {
  revision: number;
  activities: DraftActivity[];
};

interface Identified {
  id: string;
}

/** The ids that keep their order against the published one: the longest run; the others are the ones that moved. */
export function unmoved(published: readonly string[], draft: readonly string[]): Set<string> {
  const place = new Map(published.map((id, index) => [id, index]));
  const runs: { id: string; at: number; before: number; length: number }[] = [];
  let best = -1;
  for (const id of draft) {
    const at = place.get(id);
    if (at === undefined) continue;
    let before = -1;
    runs.forEach((run, index) => {
      if (run.at < at && run.length > (runs[before]?.length ?? 0)) before = index;
    });
    runs.push({ id, at, before, length: (runs[before]?.length ?? 0) + 1 });
    if ((runs.at(-1)?.length ?? 0) > (runs[best]?.length ?? 0)) best = runs.length - 1;
  }
  const kept = new Set<string>();
  for (let run = runs[best]; run; run = runs[run.before]) kept.add(run.id);
  return kept;
}

const ids = (things: readonly Identified[]): string[] => things.map(({ id }) => id);

/** How each thing of the draft stands against the published edition, and how many differ. */
export function compareDraft(
  draft: readonly DraftModule[],
  published: readonly EditionModule[],
): { modules: ModuleView[]; changes: number } {
  let changes = 0;
  const count = (state: DraftState): DraftState => {
    if (state !== 'same') changes += 1;
    return state;
  };
  const before = new Map(published.map((module) => [module.id, module]));
  const activitiesBefore = new Map(
    published.flatMap(({ activities }) => activities).map((activity) => [activity.id, activity]),
  );
  const inPlace = unmoved(ids(published), ids(draft));
  const drafted = new Set([...ids(draft), ...draft.flatMap(({ activities }) => ids(activities))]);

  const activityView = (activity: DraftActivity, kept: Set<string>): ActivityView => {
    const { revision, ...content } = activity;
    const state = stateOf(content, activitiesBefore.get(activity.id), kept.has(activity.id));
    return { ...content, revision, draft: count(state) };
  };
  const retired = <T extends Identified>(things: readonly T[]): (T & { draft: DraftState })[] =>
    things.filter(({ id }) => !drafted.has(id)).map((thing) => ({ ...thing, draft: count('retired') }));

  const modules: ModuleView[] = draft.map(({ revision, activities, ...content }) => {
    const old = before.get(content.id);
    const kept = unmoved(ids(old?.activities ?? []), ids(activities));
    return {
      ...content,
      revision,
      draft: count(stateOf(content, old && withoutActivities(old), inPlace.has(content.id))),
      activities: [
        ...activities.map((activity) => activityView(activity, kept)),
        ...retired(old?.activities ?? []),
      ],
    };
  });
  const gone = retired(published).map((module) => ({ ...module, activities: retired(module.activities) }));
  return { modules: [...modules, ...gone], changes };
}

const withoutActivities = ({ activities: _activities, ...module }: EditionModule) => module;

function stateOf(now: object, before: object | undefined, inPlace: boolean): DraftState {
  if (!before) return 'new';
  return inPlace && isDeepStrictEqual(now, before) ? 'same' : 'changed';
}
