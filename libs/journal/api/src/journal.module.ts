import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CohortsModule } from '@opiring/cohorts/api';
import { CurriculumModule } from '@opiring/curriculum/api';
import { Arcs } from './arcs';
import { EntriesController } from './entries.controller';
import { EntriesService } from './entries.service';
import { EntryController } from './entry.controller';
import { Entry } from './entry.entity';
import { EntryGivenController } from './entry-given.controller';
import { EntryGivenService } from './entry-given.service';
import { EntrySharesService } from './entry-shares.service';
import { EntryVersionsController } from './entry-versions.controller';
import { EntryVersionsService } from './entry-versions.service';
import { Journal } from './journal';
import { Occasions } from './occasions';
import { OwnPages } from './own-pages';
import { QuestionsController } from './questions.controller';
import { QuestionsService } from './questions.service';
import { SearchController } from './search.controller';
import { SearchService } from './search.service';

@Module({
  imports: [TypeOrmModule.forFeature([Entry]), CohortsModule, CurriculumModule],
  controllers: [
    EntriesController,
    EntryController,
    EntryVersionsController,
    EntryGivenController,
    QuestionsController,
    SearchController,
  ],
  providers: [
    EntriesService,
    EntrySharesService,
    EntryVersionsService,
    EntryGivenService,
    Occasions,
    Journal,
    Arcs,
    OwnPages,
    QuestionsService,
    SearchService,
  ],
  exports: [Journal, Arcs, OwnPages],
})
export class JournalModule {}
