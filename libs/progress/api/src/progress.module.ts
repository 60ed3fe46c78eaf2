import { Module } from '@nestjs/common';
import { CohortsModule } from '@opiring/cohorts/api';
import { CurriculumModule } from '@opiring/curriculum/api';
import { JourneyService } from './journey.service';
import { MatrixService } from './matrix.service';
import { MemberService } from './member.service';
import { ProgressController } from './progress.controller';

@Module({
  imports: [CohortsModule, CurriculumModule],
  controllers: [ProgressController],
  providers: [JourneyService, MatrixService, MemberService],
})
export class ProgressModule {}
