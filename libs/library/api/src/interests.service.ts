import { Injectable } from '@nestjs/common';
import type { InterestView, LeaveInterest } from '@opiring/contract/library';
import type { Page } from '@opiring/contract/text';
import { Attempts } from '@opiring/identity/api';
import { type Caller, NotFound, Work } from '@opiring/platform/api';
import {
  ADD_INTEREST,
  INTEREST_COHORTS,
  INTERESTS,
  type InterestRow,
  PUBLISHED_PROGRAMME,
} from './interests.queries';
import { canSeeInterests } from './library.policy';

const PAGE = 100;

/** Addresses of those who want to hear of the next intake. */
@Injectable()
export class InterestsService {
  constructor(
    private readonly work: Work,
    private readonly attempts: Attempts,
  ) {}

  /** Left twice, it stands once; nobody is told whether it stood there already. */
  async leave(slug: string, body: LeaveInterest, address: string): Promise<void> {
    await this.attempts.count(`interest from ${address}`, `interest ${address}`);
    await this.work.open(async (tx) => {
      const [programme] = await tx.manager.query<{ id: string; language: string }[]>(PUBLISHED_PROGRAMME, [
        slug,
      ]);
      if (!programme) throw new NotFound();
      await tx.manager.query(ADD_INTEREST, [
        programme.id,
        body.email,
        body.locale ?? programme.language,
        tx.now,
      ]);
    });
  }

  list(caller: Caller, cohortId: string, after: string | undefined): Promise<Page<InterestView>> {
    return this.work.read(caller, async (tx) => {
      if (!canSeeInterests(tx.viewer.inCohort(cohortId))) throw new NotFound();
      const rows = await tx.manager.query<InterestRow[]>(INTERESTS, [cohortId, after ?? null, PAGE + 1]);
      const shown = rows.slice(0, PAGE);
      const last = rows.length > PAGE ? shown.at(-1) : undefined;
      return {
        items: shown.map((row) => ({ ...row, consentedAt: row.consentedAt.toISOString() })),
        ...(last && { next: last.id }),
      };
    });
  }

  /** Consent is withdrawn, or the word has been sent: the address is gone. */
  remove(caller: Caller, id: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const cohorts = await tx.manager.query<{ id: string }[]>(INTEREST_COHORTS, [id]);
      if (!cohorts.some((cohort) => canSeeInterests(tx.viewer.inCohort(cohort.id)))) throw new NotFound();
      await tx.manager.query('DELETE FROM interests WHERE id = $1', [id]);
    });
  }
}
