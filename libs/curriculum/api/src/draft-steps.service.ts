import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { ActivityStep, DraftStepView, ModuleStep, TakeDraftStep } from '@opiring/contract/draft-steps';
import type { Locale } from '@opiring/contract/values';
import { type Caller, NotFound, type Tx, Work } from '@opiring/platform/api';
import { In } from 'typeorm';
import { Activity } from './activity.entity';
import { Retired } from './curriculum.errors';
import { canEditCurriculum } from './curriculum.policy';
import { place } from './draft-places';
import { LOCK } from './draft.queries';
import { assertFresh, carryOut, movesOf, soundStep, type Told, told } from './draft-step';
import { COMES_ALONG, GOES_ALONG } from './draft-steps.queries';
import { Module } from './module.entity';
import { allow } from './roles';

type Deeds = Told<Activity, ActivityStep>[];
type Parts = Told<Module, ModuleStep>[];

/** Steps of the draft that touch several things at once: one transaction, as many statements for one thing as for all. */
@Injectable()
export class DraftStepsService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
  ) {}

  take(caller: Caller, cohortId: string, sent: TakeDraftStep): Promise<DraftStepView> {
    return this.work.write(caller, async (tx) => {
      allow(tx, cohortId, canEditCurriculum);
      const step = soundStep(sent);
      await tx.manager.query(LOCK, [cohortId]);
      const { language } = await this.directory.cohort(tx, cohortId);
      const ids = step.activities.map(({ id }) => id);
      const deeds = told(step.activities, await tx.manager.findBy(Activity, { id: In(ids), cohortId }));
      const around = [...step.modules.map(({ id }) => id), ...deeds.map(targetOf)];
      const modules = await tx.manager.findBy(Module, { id: In([...new Set(around)]), cohortId });
      const parts = told(step.modules, modules);
      assertFresh(deeds, parts);
      const leaving = parts.filter((part) => part.step.retired && !part.thing.retiredAt).map(idOf);
      await this.carryOutParts(tx, parts, language);
      assertOpen(deeds, modules);
      await this.carryOutDeeds(tx, deeds, language);
      if (leaving.length > 0) await tx.manager.query(GOES_ALONG, [leaving, tx.now]);
      return { activities: deeds.map(revisionOf), modules: parts.map(revisionOf) };
    });
  }

  private async carryOutParts(tx: Tx, parts: Parts, language: Locale): Promise<void> {
    if (parts.length === 0) return;
    const returning = parts.filter((part) => part.step.retired === false && part.thing.retiredAt).map(idOf);
    if (returning.length > 0) await tx.manager.query(COMES_ALONG, [returning]);
    for (const part of parts) carryOut(part, language, tx.now);
    await tx.manager.upsert(Module, parts.map(thingOf), ['id']);
    await place(
      tx,
      'modules',
      movesOf(parts, ({ cohortId }) => cohortId),
    );
  }

  private async carryOutDeeds(tx: Tx, deeds: Deeds, language: Locale): Promise<void> {
    if (deeds.length === 0) return;
    const moves = movesOf(deeds, ({ moduleId }) => moduleId);
    for (const deed of deeds) {
      carryOut(deed, language, tx.now);
      deed.thing.moduleId = targetOf(deed);
    }
    await tx.manager.upsert(Activity, deeds.map(thingOf), ['id']);
    await place(tx, 'activities', moves);
  }
}

const idOf = ({ thing }: Told<Module, ModuleStep>): string => thing.id;
const thingOf = <T>({ thing }: Told<T, unknown>): T => thing;
const targetOf = ({ thing, step }: Told<Activity, ActivityStep>): string => step.moduleId ?? thing.moduleId;
const revisionOf = ({ thing: { id, revision } }: Told<Activity | Module, unknown>) => ({ id, revision });

/** Into a module that is not there nothing goes, nor into a retired one. */
function assertOpen(deeds: Deeds, modules: readonly Module[]): void {
  const known = new Map(modules.map((module) => [module.id, module]));
  for (const deed of deeds) {
    const target = known.get(targetOf(deed));
    if (!target) throw new NotFound();
    if (target.retiredAt && !deed.step.retired) throw new Retired();
  }
}
