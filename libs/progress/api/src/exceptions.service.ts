import { Injectable } from '@nestjs/common';
import type { ExceptionsQuery, ExceptionsView } from '@opiring/contract/exceptions';
import type { LocalText } from '@opiring/contract/text';
import { type Caller, NotAllowed, NotFound, prepared, Work } from '@opiring/platform/api';
import { AGREED_IN, type ExceptionRow } from './exceptions.queries';
import { exceptionView } from './exceptions.view';
import { canListExceptions } from './progress.policy';

interface Told {
  exceptions: (ExceptionRow & { title: LocalText | null })[];
  total: number;
}

@Injectable()
export class ExceptionsListService {
  constructor(private readonly work: Work) {}

  /** What is agreed in the cohort, or with those of a name, ended ones too: one statement beside the session's. */
  list(caller: Caller, cohortId: string, { name = '' }: ExceptionsQuery): Promise<ExceptionsView> {
    return this.work.read(caller, async (tx) => {
      const seats = tx.viewer.inCohort(cohortId);
      if (seats.length === 0) throw new NotFound();
      if (!canListExceptions(seats)) throw new NotAllowed();
      const [row] = await prepared<Told>(tx, 'progress-exceptions', AGREED_IN, [cohortId, name.trim()]);
      return {
        exceptions: (row?.exceptions ?? []).map((told) => exceptionView(told, told.title)),
        total: row?.total ?? 0,
      };
    });
  }
}
