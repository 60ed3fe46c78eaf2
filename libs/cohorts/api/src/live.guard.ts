import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { type Caller, NewsLine, Uuid, Work } from '@opiring/platform/api';
import type { FastifyRequest } from 'fastify';
import { canRecordAttendance, canSeeMeetings } from './cohort.policy';
import { CohortDirectory } from './cohort-directory';
import type { Listener } from './live.policy';
import { allow, standingIn } from './standing';

const admitted = new WeakMap<object, Listener>();

/** Who was let in to listen. */
export const ListenerOf = createParamDecorator((_: unknown, context: ExecutionContext): Listener => {
  const listener = admitted.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!listener) throw new Error('A stream without its guard.');
  return listener;
});

/** A stream's answer begins before its handler does, so whoever may not listen is refused here. */
@Injectable()
export class LiveGuard implements CanActivate {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
    private readonly line: NewsLine,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { cohortId: string } }>>();
    const cohortId = new Uuid().transform(request.params.cohortId);
    const listener = await this.listener(request.caller, cohortId);
    await this.line.ready();
    admitted.set(request, listener);
    return true;
  }

  private listener(caller: Caller | undefined, cohortId: string): Promise<Listener> {
    return this.work.read(caller, async (tx) => {
      const standing = standingIn(tx, cohortId);
      allow(standing, canSeeMeetings);
      const mentor = tx.viewer.as('mentor', cohortId);
      const participant = tx.viewer.as('participant', cohortId);
      const partner = participant && (await this.directory.partnerOf(tx, participant.id));
      return {
        sessionId: tx.viewer.sessionId,
        accountId: tx.viewer.accountId,
        cohortId,
        own: tx.viewer.inCohort(cohortId).map(({ id }) => id),
        near: [
          ...(mentor ? await this.directory.participantsOf(tx, mentor.id) : []),
          ...(partner ? [partner.membershipId] : []),
        ],
        team: canRecordAttendance(standing),
        leads: tx.viewer.as('program_leader', cohortId) !== undefined,
      };
    });
  }
}
