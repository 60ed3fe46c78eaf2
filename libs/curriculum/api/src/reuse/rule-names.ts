import type { ChangeView } from '@opiring/contract/curriculum';
import { leavesOf, type RuleNames } from '@opiring/contract/release.values';
import type { Intake } from './compare-intakes';

/** What the rules among the changes name, on either side. */
export function namesOf(changes: readonly ChangeView[], intakes: readonly Intake[]): RuleNames {
  const named = new Set(
    changes
      .flatMap(({ before, after }) => [before?.release, after?.release])
      .flatMap((rule) => (rule ? leavesOf(rule) : []))
      .flatMap((leaf) => Object.values(leaf).filter((value) => typeof value === 'string')),
  );
  return {
    modules: intakes.flatMap(({ modules }) =>
      modules
        .map(({ id, title, activities }) => ({
          id,
          title,
          activities: activities
            .filter((activity) => named.has(activity.id))
            .map((activity) => ({ id: activity.id, title: activity.title })),
        }))
        .filter(({ id, activities }) => named.has(id) || activities.length > 0),
    ),
    meetings: intakes.flatMap(({ meetings }) =>
      meetings.filter(({ id }) => named.has(id)).map(({ id, position }) => ({ id, position })),
    ),
  };
}
