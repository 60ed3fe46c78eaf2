import { Module } from '@nestjs/common';
import { CohortsModule } from '@opiring/cohorts/api';
import { CurriculumModule } from '@opiring/curriculum/api';
import { JournalModule } from '@opiring/journal/api';
import { ArcController } from './arc.controller';
import { ArcService } from './arc.service';
import { IdentityModule } from '@opiring/identity/api';
import { MentoringModule } from '@opiring/mentoring/api';
import { AttentionController } from './attention.controller';
import { AttentionService } from './attention.service';
import { OwnCallController } from './own-call.controller';
import { OwnCallService } from './own-call.service';
import { AnnouncingController } from './announcing.controller';
import { AnnouncingService } from './announcing.service';
import { BadgeController } from './badge.controller';
import { BadgeKeys } from './badge-keys';
import { BadgeService } from './badge.service';
import { CertificatesController } from './certificates.controller';
import { CertificatesService } from './certificates.service';
import { CompletionController } from './completion.controller';
import { CompletionService } from './completion.service';
import { OwnCertificatesController } from './own-certificates.controller';
import { OwnCertificatesService } from './own-certificates.service';
import { MirrorController } from './mirror.controller';
import { MirrorService } from './mirror.service';
import { JourneyService } from './journey.service';
import { ChangesController } from './changes.controller';
import { ChangesService } from './changes.service';
import { OpennessModule } from './openness.module';
import { ExceptionsListController } from './exceptions.controller';
import { ExceptionsListService } from './exceptions.service';
import { MatrixSource } from './matrix-source';
import { MatrixService } from './matrix.service';
import { MemberService } from './member.service';
import { ProgressFacts } from './progress-facts';
import { ProgressController } from './progress.controller';
import { ViewAsController } from './view-as.controller';
import { ViewAsService } from './view-as.service';
import { ReportController } from './report.controller';
import { ReportService } from './report.service';
import { StandingsController } from './standings.controller';
import { StandingsService } from './standings.service';

@Module({
  imports: [CohortsModule, CurriculumModule, JournalModule, MentoringModule, IdentityModule, OpennessModule],
  controllers: [
    ProgressController,
    ArcController,
    MirrorController,
    CompletionController,
    CertificatesController,
    BadgeController,
    OwnCertificatesController,
    AttentionController,
    OwnCallController,
    ChangesController,
    AnnouncingController,
    ReportController,
    ExceptionsListController,
    ViewAsController,
    StandingsController,
  ],
  providers: [
    JourneyService,
    MatrixService,
    MemberService,
    ArcService,
    MirrorService,
    CompletionService,
    CertificatesService,
    BadgeKeys,
    BadgeService,
    OwnCertificatesService,
    AttentionService,
    OwnCallService,
    MatrixSource,
    ChangesService,
    AnnouncingService,
    ReportService,
    ExceptionsListService,
    ViewAsService,
    ProgressFacts,
    StandingsService,
  ],
  exports: [ProgressFacts],
})
export class ProgressModule {}
