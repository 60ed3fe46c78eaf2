import type { ProgressState } from './progress';
import type { PulseAnswer } from './pulse.values';
import type { Day, LocalText } from './text';

/** One cohort beside the others. Every number is the overview's own; those about fewer than five people are null (rule 7). */
export interface CohortStandingView {
  cohort: {
    id: string;
    name: string;
    programmeTitle: LocalText;
    startsOn: Day;
    endsOn: Day;
    today: Day;
    week: number;
  };
  /** The seat one looks from. */
  membershipId: string;
  members: number;
  /** How many there are of each state. */
  modules: {
    id: string;
    title: LocalText;
    alongside: boolean;
    current: boolean;
    states: Record<ProgressState, number> | null;
  }[];
  meetings: {
    id: string;
    /** In the cohort's own calendar. */
    day: Day;
    state: 'planned' | 'held' | 'cancelled';
    attended: number | null;
    /** What was answered after it; null before the week is over and below five answers. */
    pulse: Record<PulseAnswer, number> | null;
  }[];
  circles: { held: number; people: number } | null;
  certificates: Record<'certificate' | 'statement' | 'open', number> | null;
}
/** GET /api/cohort-standings: the cohorts one leads, by their first day; the latest fifty where there are more. */
export interface CohortStandingsView {
  cohorts: CohortStandingView[];
}
