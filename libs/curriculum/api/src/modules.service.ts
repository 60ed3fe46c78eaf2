import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { ChangeModule, CreateModule, ModuleView } from '@opiring/contract/curriculum';
import { inOneCase } from '@opiring/contract/release';
import { inLanguage } from '@opiring/contract/text';
import { type Caller, type Idempotency, NotFound, Stale, type Tx, Work } from '@opiring/platform/api';
import { IsNull } from 'typeorm';
import { Activity } from './activity.entity';
import { DaysReversed, TooMany } from './curriculum.errors';
import { canEditCurriculum, canSeeDraft } from './curriculum.policy';
import { LOCK, RANK_MODULES } from './draft.queries';
import { Module } from './module.entity';
import { ReleaseCheck } from './release/release-check';
import { allow } from './roles';

const MOST_MODULES = 200;

/** The draft's modules. */
@Injectable()
export class ModulesService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
    private readonly releases: ReleaseCheck,
  ) {}

  create(
    caller: Caller,
    cohortId: string,
    sent: CreateModule,
    once: Idempotency | undefined,
  ): Promise<ModuleView> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        allow(tx, cohortId, canEditCurriculum);
        await tx.manager.query(LOCK, [cohortId]);
        const { language } = await this.directory.cohort(tx, cohortId);
        const { startsOn = null, endsOn = null, alongside = false } = sent;
        if (startsOn && endsOn && endsOn < startsOn) throw new DaysReversed();
        const position = await tx.manager.countBy(Module, { cohortId, retiredAt: IsNull() });
        if (position >= MOST_MODULES) throw new TooMany();
        const module = tx.manager.create(Module, {
          cohortId,
          position,
          title: inLanguage(sent.title, language),
          purpose: inLanguage(sent.purpose ?? {}, language),
          startsOn,
          endsOn,
          release: sent.release ? inOneCase(sent.release) : null,
          alongside,
        });
        const { id } = await tx.manager.save(module);
        if (sent.release) await this.releases.assertSound(tx, cohortId, id);
        return id;
      },
      (tx, id) => this.view(tx, id),
    );
  }

  change(caller: Caller, id: string, revision: number, sent: ChangeModule): Promise<ModuleView> {
    return this.work.write(caller, async (tx) => {
      const module = await this.find(tx, id);
      if (module.revision !== revision) throw new Stale(await this.view(tx, id));
      const { language } = await this.directory.cohort(tx, module.cohortId);
      module.change(sent, language);
      await tx.manager.save(module);
      if (sent.position !== undefined)
        await tx.manager.query(RANK_MODULES, [module.cohortId, id, sent.position]);
      if (sent.release) await this.releases.assertSound(tx, module.cohortId, id);
      return this.view(tx, id);
    });
  }

  /** Retires it with all that is in it; readers keep it until the next edition, doers what they did. */
  retire(caller: Caller, id: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const module = await this.find(tx, id);
      if (module.retiredAt) return;
      await tx.manager.update(Module, id, { retiredAt: tx.now, revision: module.revision + 1 });
      await tx.manager.update(Activity, { moduleId: id, retiredAt: IsNull() }, { retiredAt: tx.now });
      await tx.manager.query(RANK_MODULES, [module.cohortId, null, null]);
    });
  }

  /** The module to edit, with its cohort's draft locked before it is read. */
  private async find(tx: Tx, id: string): Promise<Module> {
    const known = await tx.manager.findOneBy(Module, { id });
    if (!known) throw new NotFound();
    allow(tx, known.cohortId, canEditCurriculum);
    await tx.manager.query(LOCK, [known.cohortId]);
    return tx.manager.findOneByOrFail(Module, { id });
  }

  private async view(tx: Tx, id: string): Promise<ModuleView> {
    const module = await tx.manager.findOneByOrFail(Module, { id });
    allow(tx, module.cohortId, canSeeDraft);
    const activities = await tx.manager.find(Activity, {
      where: { moduleId: id, retiredAt: IsNull() },
      order: { position: 'ASC', id: 'ASC' },
    });
    return { ...module.content(), activities: activities.map((a) => a.view()) };
  }
}
