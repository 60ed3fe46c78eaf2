import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@opiring/identity/api';
import { AccompanyingController } from './accompanying.controller';
import { AccompanyingService } from './accompanying.service';
import { AgreedPause, AgreedPauseChange } from './agreed-pause.entity';
import { Announcement } from './announcement.entity';
import { Announcements } from './announcements';
import { AnnouncementsController } from './announcements.controller';
import { AnnouncementsService } from './announcements.service';
import { AttendanceController } from './attendance.controller';
import { Attendance, AttendanceChange } from './attendance.entity';
import { AttendanceService } from './attendance.service';
import { CalendarFeedController } from './calendar-feed.controller';
import { CalendarFeedService } from './calendar-feed.service';
import { CheckInCode } from './check-in-code';
import { CheckInController } from './check-in.controller';
import { CheckInService } from './check-in.service';
import { CohortDirectory } from './cohort-directory';
import { Cohort } from './cohort.entity';
import { CohortsController } from './cohorts.controller';
import { CohortsService } from './cohorts.service';
import { LearningPair } from './learning-pair.entity';
import { LiveStreams } from './live-streams';
import { LiveController } from './live.controller';
import { MeetingChange } from './meeting-change.entity';
import { MeetingReply } from './meeting-reply.entity';
import { Meeting } from './meeting.entity';
import { MeetingsController } from './meetings.controller';
import { MeetingsService } from './meetings.service';
import { Membership } from './membership.entity';
import { MentorAssignment } from './mentor-assignment.entity';
import { PausesController } from './pauses.controller';
import { PausesService } from './pauses.service';
import { PeopleController } from './people.controller';
import { PeopleService } from './people.service';
import { Programme } from './programme.entity';
import { Programmes } from './programmes';

const entities = [
  AgreedPause,
  AgreedPauseChange,
  Announcement,
  Attendance,
  AttendanceChange,
  CheckInCode,
  Cohort,
  LearningPair,
  Meeting,
  MeetingChange,
  MeetingReply,
  Membership,
  MentorAssignment,
  Programme,
];

@Module({
  imports: [IdentityModule, TypeOrmModule.forFeature(entities)],
  controllers: [
    CohortsController,
    PeopleController,
    AccompanyingController,
    MeetingsController,
    AttendanceController,
    CheckInController,
    CalendarFeedController,
    LiveController,
    AnnouncementsController,
    PausesController,
  ],
  providers: [
    CohortDirectory,
    Programmes,
    CohortsService,
    PeopleService,
    AccompanyingService,
    MeetingsService,
    AttendanceService,
    CheckInService,
    CalendarFeedService,
    LiveStreams,
    Announcements,
    AnnouncementsService,
    PausesService,
  ],
  exports: [Announcements, CohortDirectory, Programmes],
})
export class CohortsModule {}
