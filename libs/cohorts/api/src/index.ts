export { CohortDirectory } from './cohort-directory';
export { CohortsModule } from './cohorts.module';
export {
  type CohortFacts,
  type CohortOverview,
  type Member,
  type MeetingFacts,
  type RosterMember,
} from './people';
export { personOf } from './people';
