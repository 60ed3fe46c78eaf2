export { Announcements } from './announcements';
export { CohortDirectory } from './cohort-directory';
export { CohortsModule } from './cohorts.module';
export {
  type CohortOverview,
  type CompletionRule,
  type Member,
  type MeetingFacts,
  personOf,
  type RosterMember,
} from './people';
export { Programmes } from './programmes';
