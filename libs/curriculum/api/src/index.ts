export { type Programme, readProgramme, writeProgramme, zip } from './archive';
export { ActivityFacts, type MemberFacts } from './activity-facts';
export { Curriculum, type CurriculumOverview, type PublishedEdition, type QuestionWords } from './curriculum';
export { CurriculumModule } from './curriculum.module';
export type { EditionActivity, EditionContent, EditionModule } from './edition-content';
