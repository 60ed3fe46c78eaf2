import { type DynamicModule, Module } from '@nestjs/common';
import { CirclesModule } from '@opiring/circles/api';
import { CohortsModule } from '@opiring/cohorts/api';
import { CurriculumModule } from '@opiring/curriculum/api';
import { IdentityModule } from '@opiring/identity/api';
import { JournalModule } from '@opiring/journal/api';
import { LibraryModule } from '@opiring/library/api';
import { MentoringModule } from '@opiring/mentoring/api';
import { PlatformModule, type PlatformOptions } from '@opiring/platform/api';
import { ProgressModule } from '@opiring/progress/api';
import { SystemsModule } from '@opiring/systems/api';

/** Every context of the product, from left to right. */
@Module({})
export class AppModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(options),
        IdentityModule,
        CohortsModule,
        CurriculumModule,
        JournalModule,
        MentoringModule,
        CirclesModule,
        ProgressModule,
        LibraryModule,
        SystemsModule,
      ],
    };
  }
}
