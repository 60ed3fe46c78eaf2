import { Module } from '@nestjs/common';
import { CohortsModule } from '@opiring/cohorts/api';
import { CurriculumModule } from '@opiring/curriculum/api';
import { JournalModule } from '@opiring/journal/api';
import { ArcController } from './arc.controller';
import { ArcService } from './arc.service';
import { MentoringModule } from '@opiring/mentoring/api';
import { MirrorController } from './mirror.controller';
import { MirrorService } from './mirror.service';
import { JourneyService } from './journey.service';
import { MatrixService } from './matrix.service';
import { MemberService } from './member.service';
import { ProgressController } from './progress.controller';

@Module({
  imports: [CohortsModule, CurriculumModule, JournalModule, MentoringModule],
  controllers: [ProgressController, ArcController, MirrorController],
  providers: [JourneyService, MatrixService, MemberService, ArcService, MirrorService],
})
export class ProgressModule {}
