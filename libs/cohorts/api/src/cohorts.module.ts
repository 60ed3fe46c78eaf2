import { Module } from '@nestjs/common';
import { CohortDirectory } from './cohort-directory';

@Module({ providers: [CohortDirectory], exports: [CohortDirectory] })
export class CohortsModule {}
