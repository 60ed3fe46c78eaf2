import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { type NoteView, type ReplyView, WriteReply } from '@opiring/contract/mentoring';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { canReply, canThank } from './note.policy';
import { NotesService } from './notes.service';

/** One note: what is answered to it. */
@Controller('notes/:id')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Post('replies')
  @Rule(canReply)
  reply(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Body() body: WriteReply,
    @Once() once?: Idempotency,
  ): Promise<ReplyView> {
    return this.notes.reply(caller, id, body, once);
  }

  @Put('thanks')
  @Rule(canThank)
  thank(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<NoteView> {
    return this.notes.thank(caller, id, true);
  }

  @Delete('thanks')
  @HttpCode(204)
  @Rule(canThank)
  async takeBack(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    await this.notes.thank(caller, id, false);
  }
}
