import { Module } from '@nestjs/common';
import { CohortsModule } from '@opiring/cohorts/api';
import { JournalModule } from '@opiring/journal/api';
import { DeskController } from './desk.controller';
import { DeskService } from './desk.service';
import { EntryNotesController } from './entry-notes.controller';
import { JournalExportController } from './journal-export.controller';
import { JournalExportService } from './journal-export.service';
import { Mentoring } from './mentoring';
import { NotesController } from './notes.controller';
import { NotesService } from './notes.service';

@Module({
  imports: [CohortsModule, JournalModule],
  controllers: [EntryNotesController, NotesController, DeskController, JournalExportController],
  providers: [NotesService, DeskService, JournalExportService, Mentoring],
  exports: [Mentoring],
})
export class MentoringModule {}
