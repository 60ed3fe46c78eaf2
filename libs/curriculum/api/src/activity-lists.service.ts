import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { ActivityListView, CreateActivityList } from '@opiring/contract/draft-steps';
import { type Caller, type Idempotency, NotFound, type Tx, Work } from '@opiring/platform/api';
import { In, IsNull } from 'typeorm';
import { Activity } from './activity.entity';
import { Retired, TooMany } from './curriculum.errors';
import { canEditCurriculum, canSeeDraft } from './curriculum.policy';
import { LOCK } from './draft.queries';
import { MADE_TOGETHER } from './draft-steps.queries';
import { Module } from './module.entity';
import { allow } from './roles';

const MOST_IN_A_MODULE = 200;

/** Activities that were written down as lines: all of them at the end of a module, or none. */
@Injectable()
export class ActivityListsService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
  ) {}

  create(
    caller: Caller,
    moduleId: string,
    sent: CreateActivityList,
    once: Idempotency | undefined,
  ): Promise<ActivityListView> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        const { cohortId } = await this.module(tx, moduleId);
        const { language } = await this.directory.cohort(tx, cohortId);
        const count = await tx.manager.countBy(Activity, { moduleId, retiredAt: IsNull() });
        if (count + sent.activities.length > MOST_IN_A_MODULE) throw new TooMany();
        const drafts = sent.activities.map((line, at) => ({
          ...Activity.draft(line, language),
          cohortId,
          moduleId,
          position: count + at,
          createdAt: tx.now,
        }));
        const { identifiers } = await tx.manager.insert(Activity, drafts);
        return String(identifiers[0]?.['id']);
      },
      (tx, id) => this.view(tx, id),
    );
  }

  private async module(tx: Tx, id: string): Promise<Module> {
    const known = await tx.manager.findOneBy(Module, { id });
    if (!known) throw new NotFound();
    allow(tx, known.cohortId, canEditCurriculum);
    await tx.manager.query(LOCK, [known.cohortId]);
    const module = await tx.manager.findOneByOrFail(Module, { id });
    if (module.retiredAt) throw new Retired();
    return module;
  }

  private async view(tx: Tx, first: string): Promise<ActivityListView> {
    const made = await tx.manager.query<{ id: string }[]>(MADE_TOGETHER, [first]);
    const activities = await tx.manager.find(Activity, {
      where: { id: In(made.map(({ id }) => id)) },
      order: { position: 'ASC', id: 'ASC' },
    });
    for (const { cohortId } of activities) allow(tx, cohortId, canSeeDraft);
    return { activities: activities.map((activity) => activity.view()) };
  }
}
