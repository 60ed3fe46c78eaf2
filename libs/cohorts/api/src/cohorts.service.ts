import { Injectable } from '@nestjs/common';
import type { CohortView, CreateCohort, ProgrammeSummaryView } from '@opiring/contract/cohorts';
import { type Caller, type Idempotency, NotAllowed, NotFound, type Tx, Work } from '@opiring/platform/api';
import { canFound, canSeeCohort } from './cohort.policy';
import { CohortDirectory } from './cohort-directory';
import { Cohort } from './cohort.entity';
import { DaysReversed } from './cohorts.errors';
import { cohortView } from './people';
import { Programme } from './programme.entity';
import { Programmes } from './programmes';
import { allow, standingIn } from './standing';

/** Cohorts and the programmes they belong to. */
@Injectable()
export class CohortsService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
    private readonly programmes: Programmes,
  ) {}

  listProgrammes(caller: Caller): Promise<ProgrammeSummaryView[]> {
    return this.work.read(caller, (tx) => this.programmes.list(tx));
  }

  found(caller: Caller, sent: CreateCohort, once: Idempotency | undefined): Promise<CohortView> {
    return this.work.once(
      caller,
      once,
      (tx) => this.create(tx, sent),
      (tx, id) => this.view(tx, id),
    );
  }

  read(caller: Caller, id: string): Promise<CohortView> {
    return this.work.read(caller, (tx) => this.view(tx, id));
  }

  private async create(
    tx: Tx,
    { programmeId, name, timeZone, startsOn, endsOn }: CreateCohort,
  ): Promise<string> {
    if (!canFound(tx.viewer)) throw new NotAllowed();
    if (endsOn < startsOn) throw new DaysReversed('endsOn');
    if (!(await tx.manager.existsBy(Programme, { id: programmeId }))) throw new NotFound();
    const cohort = tx.manager.create(Cohort, {
      programmeId,
      name,
      timeZone: timeZone ?? 'Europe/Tallinn',
      startsOn,
      endsOn,
    });
    return (await tx.manager.save(cohort)).id;
  }

  private async view(tx: Tx, id: string): Promise<CohortView> {
    allow(standingIn(tx, id), canSeeCohort);
    return cohortView(await this.directory.cohort(tx, id));
  }
}
