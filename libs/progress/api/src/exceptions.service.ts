import { Injectable } from '@nestjs/common';
import type { ExceptionsView } from '@opiring/contract/exceptions';
import type { LocalText } from '@opiring/contract/text';
import { type Caller, NotAllowed, NotFound, prepared, Work } from '@opiring/platform/api';
import { AGREED_IN, type ExceptionRow } from './exceptions.queries';
import { exceptionView } from './exceptions.view';
import { canListExceptions } from './progress.policy';

@Injectable()
export class ExceptionsListService {
  constructor(private readonly work: Work) {}

  /** Everything agreed in the cohort, ended ones too: one statement beside the session's. */
  list(caller: Caller, cohortId: string): Promise<ExceptionsView> {
    return this.work.read(caller, async (tx) => {
      const seats = tx.viewer.inCohort(cohortId);
      if (seats.length === 0) throw new NotFound();
      if (!canListExceptions(seats)) throw new NotAllowed();
      const [row] = await prepared<{ exceptions: (ExceptionRow & { title: LocalText | null })[] }>(
        tx,
        'progress-exceptions',
        AGREED_IN,
        [cohortId],
      );
      return { exceptions: (row?.exceptions ?? []).map((told) => exceptionView(told, told.title)) };
    });
  }
}
