import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { MovedView, RingAnswerView, RingView, SayWhatMoved } from '@opiring/contract/arc';
import type { QuestionView } from '@opiring/contract/curriculum';
import { Curriculum } from '@opiring/curriculum/api';
import { type Caller, NotAllowed, NotFound, Stale, type Tx, Work } from '@opiring/platform/api';
import { canReadRing, canSayWhatMoved } from './arc.policy';
import { RING, SAY_AGAIN, SAY_FIRST } from './arc.queries';
import { Arcs, type MovedRow, movedView } from './arcs';
import { personFrom } from './entry.view';

interface RingRow extends Omit<RingAnswerView, 'sharedAt'> {
  authorId: string;
  mine: boolean;
  moment: 'start' | 'end';
  sharedAt: Date;
}
/** Two answers of every leader of a large cohort; a ring that is read aloud has ten seats. */
const ANSWERS = 200;

/** One guiding question: what moved in oneself, and what the ring reads together. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
    private readonly curriculum: Curriculum,
    private readonly arcs: Arcs,
  ) {}

  /** Says it, or says it anew over the revision that was seen. */
  say(
    caller: Caller,
    cohortId: string,
    questionId: string,
    body: SayWhatMoved,
    revision: number,
  ): Promise<MovedView> {
    return this.work.write(caller, async (tx) => {
      if (!canReadRing(tx.viewer, cohortId)) throw new NotFound();
      const seat = tx.viewer.as('participant', cohortId);
      if (!seat || !canSayWhatMoved(tx.viewer, cohortId))
        throw new NotAllowed('The sentence is a leader’s own.');
      await this.question(tx, cohortId, questionId);
      const whose = [seat.id, questionId, tx.viewer.accountId];
      const lang = body.lang ?? tx.viewer.locale;
      const rows =
        revision === 0
          ? await tx.manager.query<MovedRow[]>(SAY_FIRST, [...whose, cohortId, body.text, lang, tx.now])
          : (
              await tx.manager.query<[MovedRow[], number]>(SAY_AGAIN, [
                ...whose,
                body.text,
                lang,
                tx.now,
                revision,
              ])
            )[0];
      const [said] = rows;
      if (!said) throw new Stale(await this.arcs.moved(tx, seat.id, questionId));
      return movedView(said, tx);
    });
  }

  /** A write, because reading others' answers goes into their receipts. */
  ring(caller: Caller, cohortId: string, questionId: string): Promise<RingView> {
    return this.work.write(caller, async (tx) => {
      if (!canReadRing(tx.viewer, cohortId)) throw new NotFound();
      const question = await this.question(tx, cohortId, questionId);
      const rows = await tx.manager.query<RingRow[]>(RING, [
        questionId,
        tx.viewer.accountId,
        cohortId,
        tx.now,
        ANSWERS,
      ]);
      const authors = [...new Set(rows.map(({ authorId }) => authorId))];
      const people = await this.directory.people(tx, authors);
      const seats = authors.map((authorId) => {
        const own = rows.filter((row) => row.authorId === authorId);
        const at = (moment: string): RingAnswerView | null => {
          const row = own.find((told) => told.moment === moment);
          return row ? answerView(row) : null;
        };
        const person = personFrom(people, authorId);
        return { person, mine: own.some(({ mine }) => mine), start: at('start'), end: at('end') };
      });
      seats.sort((one, other) => (one.person.seat ?? 0) - (other.person.seat ?? 0));
      return { cohortId, question, seats };
    });
  }

  private async question(tx: Tx, cohortId: string, questionId: string): Promise<QuestionView> {
    const question = await this.curriculum.question(tx, cohortId, questionId);
    if (!question) throw new NotFound();
    return question;
  }
}

const answerView = ({ entryId, title, body, lang, asked, sharedAt }: RingRow): RingAnswerView => ({
  entryId,
  title,
  body,
  lang,
  asked,
  sharedAt: sharedAt.toISOString(),
});
