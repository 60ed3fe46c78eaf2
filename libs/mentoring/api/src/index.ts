export { Mentoring } from './mentoring';
export { MentoringModule } from './mentoring.module';
