import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CohortsModule } from '@opiring/cohorts/api';
import { CurriculumModule } from '@opiring/curriculum/api';
import { EntriesController } from './entries.controller';
import { EntriesService } from './entries.service';
import { EntryController } from './entry.controller';
import { Entry } from './entry.entity';
import { EntrySharesService } from './entry-shares.service';
import { EntryVersionsController } from './entry-versions.controller';
import { EntryVersionsService } from './entry-versions.service';
import { Journal } from './journal';
import { Occasions } from './occasions';

@Module({
  imports: [TypeOrmModule.forFeature([Entry]), CohortsModule, CurriculumModule],
  controllers: [EntriesController, EntryController, EntryVersionsController],
  providers: [EntriesService, EntrySharesService, EntryVersionsService, Occasions, Journal],
  exports: [Journal],
})
export class JournalModule {}
