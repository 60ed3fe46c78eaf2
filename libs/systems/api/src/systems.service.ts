import { Injectable } from '@nestjs/common';
import type { StoppedView, SystemsView } from '@opiring/contract/systems';
import { type Caller, Work } from '@opiring/platform/api';
import { leaderIn } from './leader';
import { ReceiversService } from './receivers.service';
import { TokensService } from './tokens.service';

@Injectable()
export class SystemsService {
  constructor(
    private readonly work: Work,
    private readonly tokens: TokensService,
    private readonly receivers: ReceiversService,
  ) {}

  view(caller: Caller, cohortId: string): Promise<SystemsView> {
    return this.work.read(caller, async (tx) => {
      leaderIn(tx, cohortId);
      return {
        tokens: await this.tokens.listed(tx, cohortId),
        receivers: await this.receivers.listed(tx, cohortId),
      };
    });
  }

  /** For every other page of whoever leads: silence there would go unseen. */
  stopped(caller: Caller, cohortId: string): Promise<StoppedView> {
    return this.work.read(caller, async (tx) => {
      leaderIn(tx, cohortId);
      return { stopped: await this.receivers.stopped(tx, cohortId) };
    });
  }
}
