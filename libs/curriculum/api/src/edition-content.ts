import type { ActivityView, ModuleView } from '@opiring/contract/curriculum';

/** An activity as it was published. */
export type EditionActivity = Omit<ActivityView, 'revision' | 'draft'>;
/** A module as it was published, with its activities in order. */
export interface EditionModule extends Omit<ModuleView, 'revision' | 'draft' | 'activities'> {
  activities: EditionActivity[];
}
/** A published state, whole and never changed. */
export interface EditionContent {
  modules: EditionModule[];
}
