import { Injectable } from '@nestjs/common';
import type { ActivityDoneView, ActivityKind } from '@opiring/contract/curriculum';
import { type Caller, NotFound, type Tx, Work } from '@opiring/platform/api';
import { ActivityFact } from './activity-fact.entity';
import { ActivityFacts } from './activity-facts';
import { Activity } from './activity.entity';
import { Curriculum } from './curriculum';
import { ExcusedFromIt, NotByOwnWord, NotOpen } from './curriculum.errors';
import { canTellDone } from './curriculum.policy';
import { Openness } from './openness';
import { allow } from './roles';

/** A survey lies elsewhere, so that too only its taker can tell. */
const BY_OWN_WORD: readonly ActivityKind[] = ['read', 'watch', 'talk', 'survey'];

/** What is done by one's own word: "I have read this". */
@Injectable()
export class OwnWordService {
  constructor(
    private readonly work: Work,
    private readonly curriculum: Curriculum,
    private readonly facts: ActivityFacts,
    private readonly openness: Openness,
  ) {}

  give(caller: Caller, activityId: string): Promise<ActivityDoneView> {
    return this.work.write(caller, async (tx) => {
      const { membershipId, cohortId } = await this.mine(tx, activityId);
      const opening = await this.openness.of(tx, cohortId, membershipId, activityId);
      if (opening === 'closed') throw new NotOpen();
      if (opening === 'excused') throw new ExcusedFromIt();
      const doneAt = await this.facts.done(tx, membershipId, activityId);
      return { activityId, doneAt: doneAt.toISOString() };
    });
  }

  /**
   * A word given by mistake is taken back by the one who gave it, and by nobody and nothing else: once the
   * activity is retired, what was done with it stays (rule 10).
   */
  takeBack(caller: Caller, activityId: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const { membershipId } = await this.mine(tx, activityId);
      await tx.manager.delete(ActivityFact, { membershipId, activityId });
    });
  }

  /** The published activity, as it stands for the participant who asks. */
  private async mine(tx: Tx, activityId: string) {
    const known = await tx.manager.findOneBy(Activity, { id: activityId });
    if (!known) throw new NotFound();
    const { cohortId } = known;
    allow(tx, cohortId, canTellDone);
    const me = tx.viewer.as('participant', cohortId);
    const edition = await this.curriculum.published(tx, cohortId);
    const activity = edition?.modules
      .flatMap(({ activities }) => activities)
      .find(({ id }) => id === activityId);
    if (!me || !activity) throw new NotFound();
    if (!BY_OWN_WORD.includes(activity.kind)) throw new NotByOwnWord();
    return { membershipId: me.id, cohortId };
  }
}
