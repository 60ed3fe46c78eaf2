export { ProgressFacts } from './progress-facts';
export { ProgressModule } from './progress.module';
