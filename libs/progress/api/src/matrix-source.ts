import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Day } from '@opiring/contract/text';
import { CohortDirectory } from '@opiring/cohorts/api';
import { lastly, NotFound, type OpenTx, prepared, type Tx } from '@opiring/platform/api';
import { Kept } from './kept';
import { memberRows } from './member-facts';
import { GATHERED, type GatheredRow, HEAD, type HeadRow, letterOf } from './matrix.queries';
import type { MatrixParts } from './matrix.view';
import { GATHERED_THEN, HEAD_THEN, type HeadThenRow } from './past.queries';
import type { MatrixSeen } from './progress.policy';
import { PublishedEditions } from './published-editions';
import { type Asked, GATHERED_OF_ALL, HEADS } from './standings.queries';

/** A moment that is over: the day, and the instant within it; without one the day's end. */
export interface Moment {
  readonly day: Day;
  readonly at: Date | null;
}

/** A cohort's head with what is to be asked about its members. */
interface Question extends Pick<MatrixParts, 'cohortId' | 'today' | 'head' | 'modules' | 'orders'> {
  readonly asked: Asked;
}

const answered = ({ asked: _, ...parts }: Question, gathered: GatheredRow): MatrixParts => ({
  ...parts,
  rows: memberRows(gathered),
  mentors: gathered.mentors ?? [],
});

const mentorOf = (seen: NonNullable<MatrixSeen>): string | null =>
  seen.of === 'mentor' ? seen.mentorId : null;

/** In the order of the parameters of `GATHERED`; with a mentor, of their leaders alone. */
const parameters = (
  { cohortId, today, activities, begun, done, meetings }: Asked,
  mentor: string | null,
): unknown[] => [cohortId, today, activities, begun, done, meetings, mentor];

/** Everything a matrix is made of, as it stands or as it stood: two statements. */
@Injectable()
export class MatrixSource {
  private readonly editions = new PublishedEditions();
  private readonly last = new Kept<{ asked: Asked; people: number }>();

  constructor(private readonly cohorts: CohortDirectory) {}

  async parts(
    tx: OpenTx,
    cohortId: string,
    seen: NonNullable<MatrixSeen>,
    past?: Moment,
  ): Promise<MatrixParts> {
    const mentor = mentorOf(seen);
    if (past) return this.partsThen(tx, cohortId, mentor, past);
    const question = this.questionNow(tx, cohortId, await this.head(tx, cohortId));
    const gathered = await this.gathered(tx, question.asked, mentor);
    this.remember(question, gathered);
    return answered(question, gathered);
  }

  /** How many there were when the cohort was last asked about, if it ever was: only then is it worth asking `again`. */
  lastSeen(cohortId: string): number | undefined {
    return this.last.get(cohortId)?.people;
  }

  /**
   * The same as it stands, and the end of the reading: one message. What to ask of a cohort's members is known once its head is, but
   * mostly is what was asked last time; gives nothing where it was not, or where nobody asked before.
   */
  async again(tx: OpenTx, cohortId: string, seen: NonNullable<MatrixSeen>): Promise<MatrixParts | undefined> {
    const before = this.last.get(cohortId)?.asked;
    if (!before) return undefined;
    const [head, gathered] = await lastly(tx, () =>
      Promise.all([this.head(tx, cohortId), this.gathered(tx, before, mentorOf(seen))]),
    );
    const question = this.questionNow(tx, cohortId, head);
    if (!isDeepStrictEqual(before, question.asked)) return undefined;
    this.remember(question, gathered);
    return answered(question, gathered);
  }

  /** Several cohorts at once, as they stand today: the same two statements, once for each cohort within. */
  async several(tx: Tx, cohortIds: readonly string[]): Promise<MatrixParts[]> {
    const known = this.editions.ids();
    const heads = await tx.manager.query<(HeadRow & { cohortId: string })[]>(HEADS, [
      cohortIds,
      tx.now,
      known,
    ]);
    const questions = heads.map((head) =>
      this.question(head.cohortId, this.cohorts.today(head, tx.now), head),
    );
    const gathered = await tx.manager.query<(GatheredRow & { cohortId: string })[]>(GATHERED_OF_ALL, [
      JSON.stringify(questions.map(({ asked }) => asked)),
    ]);
    const rows = new Map(gathered.map((row) => [row.cohortId, row]));
    return questions.flatMap((question) => {
      const row = rows.get(question.cohortId);
      return row ? [answered(question, row)] : [];
    });
  }

  /** A mentor sees some of the people; what is remembered is the most anybody saw. */
  private remember({ cohortId, asked }: Question, { members }: GatheredRow): void {
    this.last.keep(cohortId, {
      asked,
      people: Math.max(members?.length ?? 0, this.lastSeen(cohortId) ?? 0),
    });
  }

  private questionNow(tx: OpenTx, cohortId: string, head: HeadRow): Question {
    return this.question(cohortId, this.cohorts.today(head, tx.now), head);
  }

  /** What to ask of a cohort whose head is known. */
  private question(cohortId: string, today: Day, head: HeadRow): Question {
    const modules = head.edition ? this.editions.take(head.edition.id, head.edition.content) : [];
    const activities = modules.flatMap((module) => module.activities.map(({ id }) => id));
    const published = new Set(activities);
    const retired = head.retired.filter(({ id }) => !published.has(id));
    const counted = [...activities, ...retired.map(({ id }) => id)];
    const orders = {
      activities: activities.length,
      meetings: head.meetings.length,
      retiredModules: retired.map(({ moduleId }) => modules.findIndex(({ id }) => id === moduleId)),
    };
    const asked = {
      cohortId,
      today,
      activities: counted,
      begun: counted.map((_, ordinal) => letterOf(2 * ordinal)),
      done: counted.map((_, ordinal) => letterOf(2 * ordinal + 1)),
      meetings: head.meetings.map(({ id }) => id),
    };
    return { cohortId, today, head, modules, orders, asked };
  }

  private async partsThen(
    tx: OpenTx,
    cohortId: string,
    mentor: string | null,
    { day, at }: Moment,
  ): Promise<MatrixParts> {
    const [head] = await prepared<HeadThenRow>(tx, 'progress-head-then', HEAD_THEN, [
      cohortId,
      day,
      this.editions.ids(),
      at,
    ]);
    if (!head) throw new NotFound();
    const question = this.question(cohortId, day, head);
    const asked = [...parameters(question.asked, mentor), head.at];
    const [gathered] = await prepared<GatheredRow>(tx, 'progress-facts-then', GATHERED_THEN, asked);
    if (!gathered) throw new NotFound();
    return answered(question, gathered);
  }

  private async gathered(tx: OpenTx, asked: Asked, mentor: string | null): Promise<GatheredRow> {
    const [row] = await prepared<GatheredRow>(tx, 'progress-facts', GATHERED, parameters(asked, mentor));
    if (!row) throw new NotFound();
    return row;
  }

  private async head(tx: OpenTx, cohortId: string): Promise<HeadRow> {
    const [head] = await prepared<HeadRow>(tx, 'progress-head', HEAD, [
      cohortId,
      tx.now,
      this.editions.ids(),
    ]);
    if (!head) throw new NotFound();
    return head;
  }
}
