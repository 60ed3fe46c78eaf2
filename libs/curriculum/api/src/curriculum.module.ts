import { Module } from '@nestjs/common';
import { CohortsModule } from '@opiring/cohorts/api';
import { ActivityFacts } from './activity-facts';
import { Curriculum } from './curriculum';

@Module({
  imports: [CohortsModule],
  providers: [ActivityFacts, Curriculum],
  exports: [ActivityFacts, Curriculum],
})
export class CurriculumModule {}
