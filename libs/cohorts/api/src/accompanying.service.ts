import { Injectable } from '@nestjs/common';
import type { AssignMentor, MakePair, MemberView, PairView } from '@opiring/contract/cohorts';
import type { Role } from '@opiring/contract/values';
import { type Caller, type Idempotency, NotFound, type Tx, Work } from '@opiring/platform/api';
import { In, IsNull } from 'typeorm';
import { canAssign, canSeeCohort } from './cohort.policy';
import { AlreadyPaired, OneCannotPairAlone } from './cohorts.errors';
import { LearningPair } from './learning-pair.entity';
import { Membership } from './membership.entity';
import { MentorAssignment } from './mentor-assignment.entity';
import { PeopleService } from './people.service';
import { allow, standingIn } from './standing';

/** Who walks with whom: mentors and learning partners. */
@Injectable()
export class AccompanyingService {
  constructor(
    private readonly work: Work,
    private readonly people: PeopleService,
  ) {}

  /** Ends the assignment before, which stays known, and begins the new one. The same mentor again changes nothing. */
  assign(
    caller: Caller,
    cohortId: string,
    participantId: string,
    { mentorId }: AssignMentor,
  ): Promise<MemberView> {
    return this.work.write(caller, async (tx) => {
      this.allow(tx, cohortId);
      await this.members(tx, cohortId, [participantId], 'participant');
      await this.members(tx, cohortId, [mentorId], 'mentor');
      const current = await tx.manager.findOneBy(MentorAssignment, { participantId, endedAt: IsNull() });
      if (current?.mentorId !== mentorId) {
        const by = tx.viewer.accountId;
        if (current) await tx.manager.update(MentorAssignment, current.id, { endedAt: tx.now, endedBy: by });
        await tx.manager.insert(MentorAssignment, { cohortId, participantId, mentorId, assignedBy: by });
      }
      return this.people.member(tx, cohortId, participantId);
    });
  }

  pair(caller: Caller, cohortId: string, sent: MakePair, once: Idempotency | undefined): Promise<PairView> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        this.allow(tx, cohortId);
        const both = [sent.firstId.toLowerCase(), sent.secondId.toLowerCase()];
        if (both[0] === both[1]) throw new OneCannotPairAlone();
        await this.members(tx, cohortId, both, 'participant');
        const taken = await tx.manager.existsBy(LearningPair, [
          { firstId: In(both), endedAt: IsNull() },
          { secondId: In(both), endedAt: IsNull() },
        ]);
        if (taken) throw new AlreadyPaired();
        return (await tx.manager.save(tx.manager.create(LearningPair, { cohortId, ...sent }))).id;
      },
      async (tx, id) => {
        this.allow(tx, cohortId);
        const pair = await tx.manager.findOneByOrFail(LearningPair, { id });
        return { id: pair.id, firstId: pair.firstId, secondId: pair.secondId };
      },
    );
  }

  part(caller: Caller, pairId: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const pair = await tx.manager.findOneBy(LearningPair, { id: pairId });
      if (!pair) throw new NotFound();
      this.allow(tx, pair.cohortId);
      if (!pair.endedAt) await tx.manager.update(LearningPair, pairId, { endedAt: tx.now });
    });
  }

  private allow(tx: Tx, cohortId: string): void {
    allow(standingIn(tx, cohortId), canSeeCohort, canAssign);
  }

  /** They must be active in this cohort with this role; locked, so that two arrangements of one person wait for each other. */
  private async members(tx: Tx, cohortId: string, ids: string[], role: Role): Promise<void> {
    const found = await tx.manager.find(Membership, {
      where: { id: In(ids), cohortId, role, endedAt: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    if (found.length !== ids.length) throw new NotFound();
  }
}
