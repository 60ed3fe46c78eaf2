import { Injectable } from '@nestjs/common';
import { CohortDirectory, Programmes } from '@opiring/cohorts/api';
import type { CopyPlanView, CopyProgramme, CopyView, PlanCopy } from '@opiring/contract/reuse';
import { type Caller, type Idempotency, type Tx, Work } from '@opiring/platform/api';
import { NothingToCopy, TooMany } from '../curriculum.errors';
import { canReuse } from '../curriculum.policy';
import { LOCK } from '../draft.queries';
import type { EditionModule } from '../edition-content';
import { allow } from '../roles';
import { type CopyPlan, planOf, sameWeekday, type Source } from './copy-plan';
import { COPY_ACTIVITIES, COPY_MODULES, rowsOf } from './copy-rows';
import { plusDays } from './days';
import { COUNTS, NEW_IDS, SOURCE } from './reuse.queries';
import { meetingsOf } from './source-meetings';
import { WorkingDays } from './working-days';

const MOST = 10_000;

interface Found extends Source {
  timeZone: string;
  programmeId: string;
  edition: number | null;
  slugs: Map<string, string>;
  origins: Map<string, string>;
  leftOut: CopyPlanView['leftOut'];
}

/** A cohort's programme used again: looked over first, then made in one go. */
@Injectable()
export class CopiesService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
    private readonly programmes: Programmes,
  ) {}

  preview(caller: Caller, cohortId: string, sent: PlanCopy): Promise<CopyPlanView> {
    return this.work.read(caller, async (tx) => {
      allow(tx, cohortId, canReuse);
      const found = await this.source(tx, cohortId, sent.of);
      const plan = await planned(found, sent);
      return {
        from: { name: found.name, startsOn: found.startsOn },
        firstDay: sent.firstDay,
        endsOn: plan.dayOf('cohort-ends', cohortId) ?? sent.firstDay,
        shift: plan.shift,
        sameWeekday: sameWeekday(found.startsOn, sent.firstDay),
        dates: plan.dates,
        modules: found.modules.length,
        activities: found.modules.reduce((sum, { activities }) => sum + activities.length, 0),
        meetings: found.meetings.length,
        leftOut: found.leftOut,
        published: found.edition !== null,
      };
    });
  }

  make(
    caller: Caller,
    cohortId: string,
    sent: CopyProgramme,
    once: Idempotency | undefined,
  ): Promise<CopyView> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        allow(tx, cohortId, canReuse);
        await tx.manager.query(LOCK, [cohortId]);
        return this.copy(tx, cohortId, sent);
      },
      async (tx, id) => {
        allow(tx, cohortId, canReuse);
        const { language: _l, completionRule: _r, ...cohort } = await this.directory.cohort(tx, id);
        const [counts] = await tx.manager.query<Omit<CopyView, 'cohort'>[]>(COUNTS, [id]);
        return { cohort, modules: 0, activities: 0, meetings: 0, ...counts };
      },
    );
  }

  private async copy(tx: Tx, cohortId: string, sent: CopyProgramme): Promise<string> {
    const found = await this.source(tx, cohortId, sent.of);
    const plan = await planned(found, sent);
    const made = await this.programmes.foundAnother(
      tx,
      { id: cohortId, programmeId: found.programmeId, timeZone: found.timeZone },
      {
        name: sent.name.trim(),
        startsOn: sent.firstDay,
        endsOn: plan.dayOf('cohort-ends', cohortId) ?? sent.firstDay,
      },
      found.meetings.map(({ id, day }) => ({
        id,
        day: plan.dayOf('meeting', id) ?? plusDays(day, plan.shift),
      })),
    );
    const old = [
      ...found.modules.map(({ id }) => id),
      ...found.modules.flatMap(({ activities }) => activities.map(({ id }) => id)),
    ];
    const fresh = await tx.manager.query<{ id: string }[]>(NEW_IDS, [old.length]);
    const ids = new Map(made.meetings);
    old.forEach((id, index) => ids.set(id, fresh[index]?.id ?? ''));
    const rows = rowsOf(found, { cohortId: made.cohortId, ids, plan });
    await tx.manager.query(COPY_MODULES, [JSON.stringify(rows.modules)]);
    await tx.manager.query(COPY_ACTIVITIES, [JSON.stringify(rows.activities)]);
    return made.cohortId;
  }

  private async source(tx: Tx, cohortId: string, of: PlanCopy['of']): Promise<Found> {
    const cohort = await this.directory.cohort(tx, cohortId);
    const [row] = await tx.manager.query<
      {
        modules: EditionModule[] | null;
        edition: number | null;
        slugs: Record<string, string>;
        origins: Record<string, string>;
      }[]
    >(SOURCE, [cohortId, of === 'draft']);
    if (!row?.modules) throw new NothingToCopy();
    const { modules, edition } = row;
    const facts = await this.directory.meetings(tx, cohortId);
    const { meetings, leftOut } = meetingsOf(facts, modules, cohort.timeZone);
    const things = modules.reduce((sum, { activities }) => sum + activities.length + 1, meetings.length);
    if (things > MOST) throw new TooMany();
    const { name, startsOn, endsOn, timeZone, programmeId } = cohort;
    return {
      ...{ cohortId, name, startsOn, endsOn, timeZone, programmeId, modules, meetings, edition, leftOut },
      slugs: new Map(Object.entries(row.slugs)),
      origins: new Map(Object.entries(row.origins)),
    };
  }
}

/** The years around the new days are those whose holidays matter. */
async function planned(found: Found, sent: PlanCopy): Promise<CopyPlan> {
  const { dates } = planOf(found, sent, { falls: () => undefined, proposals: () => [] });
  const years = dates.flatMap(({ after }) => [Number(after.slice(0, 4)), Number(after.slice(0, 4)) + 1]);
  return planOf(found, sent, await WorkingDays.of(found.timeZone, years));
}
