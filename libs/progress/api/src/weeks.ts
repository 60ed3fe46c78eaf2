import type { Day } from '@opiring/contract/text';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Which week of the cohort it is: 1 from its first day, 0 before, its last one afterwards. */
export function weekOf(cohort: { startsOn: Day; endsOn: Day }, today: Day): number {
  if (today < cohort.startsOn) return 0;
  const until = today > cohort.endsOn ? cohort.endsOn : today;
  return Math.floor((Date.parse(until) - Date.parse(cohort.startsOn)) / WEEK) + 1;
}

/** The module the cohort is in: the latest begun of those in the band, while the cohort lasts. */
export function currentModule(
  modules: readonly { id: string; startsOn: Day | null; alongside: boolean }[],
  cohort: { endsOn: Day },
  today: Day,
): string | undefined {
  if (today > cohort.endsOn) return undefined;
  const begun = modules.filter(
    ({ alongside, startsOn }) => !alongside && startsOn !== null && startsOn <= today,
  );
  return begun.sort((one, other) => ((one.startsOn ?? '') < (other.startsOn ?? '') ? -1 : 1)).at(-1)?.id;
}
