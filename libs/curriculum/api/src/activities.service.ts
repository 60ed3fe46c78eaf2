import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { ActivityView, ChangeActivity, CreateActivity } from '@opiring/contract/curriculum';
import { type Caller, type Idempotency, NotFound, Stale, type Tx, Work } from '@opiring/platform/api';
import { IsNull } from 'typeorm';
import { Activity } from './activity.entity';
import { Retired, TooMany } from './curriculum.errors';
import { canEditCurriculum, canSeeDraft } from './curriculum.policy';
import { LOCK, QUESTION_OF_COHORT, RANK_ACTIVITIES } from './draft.queries';
import { Module } from './module.entity';
import { ReleaseCheck } from './release/release-check';
import { allow } from './roles';

const MOST_IN_A_MODULE = 200;
const LAST = 1_000_000;

/** The draft's activities. */
@Injectable()
export class ActivitiesService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
    private readonly releases: ReleaseCheck,
  ) {}

  create(
    caller: Caller,
    moduleId: string,
    sent: CreateActivity,
    once: Idempotency | undefined,
  ): Promise<ActivityView> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        const { cohortId } = await this.module(tx, moduleId);
        await this.assertKnown(tx, cohortId, sent);
        const { language } = await this.directory.cohort(tx, cohortId);
        const position = await this.room(tx, moduleId);
        const draft = { ...Activity.draft(sent, language), cohortId, moduleId, position };
        const { id } = await tx.manager.save(tx.manager.create(Activity, draft));
        if (sent.release ?? sent.opensOn) await this.releases.assertSound(tx, cohortId, id);
        return id;
      },
      (tx, id) => this.view(tx, id),
    );
  }

  /** Edits it, moves it within its module, or to another of the same cohort. */
  change(caller: Caller, id: string, revision: number, sent: ChangeActivity): Promise<ActivityView> {
    return this.work.write(caller, async (tx) => {
      const activity = await this.find(tx, id);
      if (activity.revision !== revision) throw new Stale(activity.view());
      const { language } = await this.directory.cohort(tx, activity.cohortId);
      const from = activity.moduleId;
      activity.change(sent, language);
      const to = sent.moduleId?.toLowerCase() ?? from;
      if (to !== from) await this.moveTo(tx, activity, to);
      await tx.manager.save(activity);
      if (to !== from) await tx.manager.query(RANK_ACTIVITIES, [from, null, null]);
      if (to !== from || sent.position !== undefined)
        await tx.manager.query(RANK_ACTIVITIES, [to, id, sent.position ?? LAST]);
      if (sent.release ?? sent.opensOn) await this.releases.assertSound(tx, activity.cohortId, id);
      return this.view(tx, id);
    });
  }

  /** Retires it: readers keep it until the next edition, doers what they did (rule 10). */
  retire(caller: Caller, id: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const activity = await this.find(tx, id);
      if (activity.retiredAt) return;
      await tx.manager.update(Activity, id, { retiredAt: tx.now, revision: activity.revision + 1 });
      await tx.manager.query(RANK_ACTIVITIES, [activity.moduleId, null, null]);
    });
  }

  private async moveTo(tx: Tx, activity: Activity, moduleId: string): Promise<void> {
    const target = await tx.manager.findOneBy(Module, { id: moduleId, cohortId: activity.cohortId });
    if (!target) throw new NotFound();
    if (target.retiredAt) throw new Retired();
    activity.position = await this.room(tx, moduleId);
    activity.moduleId = moduleId;
  }

  /** The place after the last; a module holds only so many. */
  private async room(tx: Tx, moduleId: string): Promise<number> {
    const count = await tx.manager.countBy(Activity, { moduleId, retiredAt: IsNull() });
    if (count >= MOST_IN_A_MODULE) throw new TooMany();
    return count;
  }

  /** A question of this cohort's programme, a meeting of this cohort: what is elsewhere does not exist here. */
  private async assertKnown(
    tx: Tx,
    cohortId: string,
    { questionId, meetingId }: CreateActivity,
  ): Promise<void> {
    if (questionId) {
      const [row] = await tx.manager.query<{ there: boolean }[]>(QUESTION_OF_COHORT, [cohortId, questionId]);
      if (!row?.there) throw new NotFound();
    }
    if (meetingId && !(await this.directory.hasMeeting(tx, cohortId, meetingId))) throw new NotFound();
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

  /** The activity to edit, with its cohort's draft locked before it is read. */
  private async find(tx: Tx, id: string): Promise<Activity> {
    const known = await tx.manager.findOneBy(Activity, { id });
    if (!known) throw new NotFound();
    allow(tx, known.cohortId, canEditCurriculum);
    await tx.manager.query(LOCK, [known.cohortId]);
    return tx.manager.findOneByOrFail(Activity, { id });
  }

  private async view(tx: Tx, id: string): Promise<ActivityView> {
    const activity = await tx.manager.findOneByOrFail(Activity, { id });
    allow(tx, activity.cohortId, canSeeDraft);
    return activity.view();
  }
}
