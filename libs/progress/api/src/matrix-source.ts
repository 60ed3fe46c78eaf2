import { Injectable } from '@nestjs/common';
import type { Day } from '@opiring/contract/text';
import { CohortDirectory } from '@opiring/cohorts/api';
import { NotFound, type OpenTx, prepared } from '@opiring/platform/api';
import { memberRows } from './member-facts';
import { GATHERED, type GatheredRow, HEAD, type HeadRow, letterOf } from './matrix.queries';
import type { MatrixParts } from './matrix.view';
import { GATHERED_THEN, HEAD_THEN, type HeadThenRow } from './past.queries';
import type { MatrixSeen } from './progress.policy';
import { PublishedEditions } from './published-editions';

/** A moment that is over: the day, and the instant within it; without one the day's end. */
export interface Moment {
  readonly day: Day;
  readonly at: Date | null;
}

/** Everything a matrix is made of, as it stands or as it stood: two statements. */
@Injectable()
export class MatrixSource {
  private readonly editions = new PublishedEditions();

  constructor(private readonly cohorts: CohortDirectory) {}

  async parts(
    tx: OpenTx,
    cohortId: string,
    seen: NonNullable<MatrixSeen>,
    past?: Moment,
  ): Promise<MatrixParts> {
    const head = await this.head(tx, cohortId, past);
    const modules = head.edition ? this.editions.take(head.edition.id, head.edition.content) : [];
    const today = past?.day ?? this.cohorts.today(head, tx.now);
    const activities = modules.flatMap((module) => module.activities.map(({ id }) => id));
    const published = new Set(activities);
    const retired = head.retired.filter(({ id }) => !published.has(id));
    const counted = [...activities, ...retired.map(({ id }) => id)];
    const asked = [
      cohortId,
      today,
      counted,
      counted.map((_, ordinal) => letterOf(2 * ordinal)),
      counted.map((_, ordinal) => letterOf(2 * ordinal + 1)),
      head.meetings.map(({ id }) => id),
      seen.of === 'mentor' ? seen.mentorId : null,
    ];
    const [gathered] = await ('at' in head
      ? prepared<GatheredRow>(tx, 'progress-facts-then', GATHERED_THEN, [...asked, head.at])
      : prepared<GatheredRow>(tx, 'progress-facts', GATHERED, asked));
    if (!gathered) throw new NotFound();
    const orders = {
      activities: activities.length,
      meetings: head.meetings.length,
      retiredModules: retired.map(({ moduleId }) => modules.findIndex(({ id }) => id === moduleId)),
    };
    return { cohortId, today, head, modules, orders, rows: memberRows(gathered) };
  }

  private async head(tx: OpenTx, cohortId: string, past: Moment | undefined): Promise<HeadRow | HeadThenRow> {
    const known = this.editions.ids();
    const [head] = await (past
      ? prepared<HeadThenRow>(tx, 'progress-head-then', HEAD_THEN, [cohortId, past.day, known, past.at])
      : prepared<HeadRow>(tx, 'progress-head', HEAD, [cohortId, tx.now, known]));
    if (!head) throw new NotFound();
    return head;
  }
}
