import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type ConversationView, type NoteView, WriteNote } from '@opiring/contract/mentoring';
import { canNoteEntry } from '@opiring/journal/api';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { canReadNote } from './note.policy';
import { NotesService } from './notes.service';

/** The conversation on an entry. */
@Controller('entries/:id/notes')
export class EntryNotesController {
  constructor(private readonly notes: NotesService) {}

  @Get()
  @Rule(canReadNote)
  conversation(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<ConversationView> {
    return this.notes.conversation(caller, id);
  }

  @Post()
  @Rule(canNoteEntry)
  write(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Body() body: WriteNote,
    @Once() once?: Idempotency,
  ): Promise<NoteView> {
    return this.notes.write(caller, id, body, once);
  }
}
