import { Module } from '@nestjs/common';
import { CohortsModule } from '@opiring/cohorts/api';
import { JournalModule } from '@opiring/journal/api';
import { DeskController } from './desk.controller';
import { DeskService } from './desk.service';
import { EntryNotesController } from './entry-notes.controller';
import { Mentoring } from './mentoring';
import { NotesController } from './notes.controller';
import { NotesService } from './notes.service';

@Module({
  imports: [CohortsModule, JournalModule],
  controllers: [EntryNotesController, NotesController, DeskController],
  providers: [NotesService, DeskService, Mentoring],
  exports: [Mentoring],
})
export class MentoringModule {}
