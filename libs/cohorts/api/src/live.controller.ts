import { Controller, type MessageEvent, Param, Sse, UseGuards } from '@nestjs/common';
import { Rule, Uuid } from '@opiring/platform/api';
import type { Observable } from 'rxjs';
import { canSeeMeetings } from './cohort.policy';
import { LiveStreams } from './live-streams';
import { ListenerOf, LiveGuard } from './live.guard';
import type { Listener } from './live.policy';

@Controller('cohorts/:cohortId/events')
@Rule(canSeeMeetings)
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  /** Which kinds of things changed, while they change. Of the things themselves nothing is sent. */
  @Sse()
  @UseGuards(LiveGuard)
  events(@Param('cohortId', Uuid) _: string, @ListenerOf() listener: Listener): Observable<MessageEvent> {
    return this.streams.open(listener);
  }
}
