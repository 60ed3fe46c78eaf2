export { type Programme, programmeArchive } from './archive';
export { ActivityFacts, type MemberFacts } from './activity-facts';
export { Curriculum, type CurriculumOverview } from './curriculum';
export { CurriculumModule } from './curriculum.module';
export { Openness, type Opening } from './openness';
export type { EditionContent } from './edition-content';
