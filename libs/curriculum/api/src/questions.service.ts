import { Injectable } from '@nestjs/common';
import { CohortDirectory, Programmes } from '@opiring/cohorts/api';
import type { ProgrammeSummaryView } from '@opiring/contract/cohorts';
import type { CreateProgramme, QuestionView, RewordQuestion } from '@opiring/contract/curriculum';
import { inLanguage } from '@opiring/contract/text';
import { type Caller, type Idempotency, NotAllowed, NotFound, type Tx, Work } from '@opiring/platform/api';
import { isDeepStrictEqual } from 'node:util';
import { Curriculum } from './curriculum';
import { canEditCurriculum, canFoundProgramme } from './curriculum.policy';
import { GuidingQuestion, GuidingQuestionVersion } from './guiding-question.entity';
import { rolesIn } from './roles';

/** $1 the question, $2 cohorts: those of them that go by it. */
const COHORTS_OF_QUESTION = `SELECT c.id FROM guiding_questions q JOIN cohorts c ON c.programme_id = q.programme_id
  WHERE q.id = $1 AND c.id = ANY($2) ORDER BY c.id`;

/** A programme and the questions that lead through it. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly work: Work,
    private readonly programmes: Programmes,
    private readonly directory: CohortDirectory,
    private readonly curriculum: Curriculum,
  ) {}

  /** A new programme with its guiding questions in their first words. */
  found(
    caller: Caller,
    { slug, title, language = 'et', questions = [] }: CreateProgramme,
    once: Idempotency | undefined,
  ): Promise<ProgrammeSummaryView> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        if (!canFoundProgramme(tx.viewer)) throw new NotAllowed();
        const programmeId = await this.programmes.found(tx, slug, inLanguage(title, language), language);
        const drafts = questions.map((_, index) =>
          tx.manager.create(GuidingQuestion, { programmeId, position: index + 1 }),
        );
        const saved = await tx.manager.save(drafts);
        const versions = saved.map(({ id, position }) => ({
          questionId: id,
          version: 1,
          text: inLanguage(questions[position - 1] ?? '', language),
        }));
        await tx.manager.insert(GuidingQuestionVersion, versions);
        return programmeId;
      },
      (tx, id) => this.programmes.summary(tx, id),
    );
  }

  /** New words for a question; the words before stay with their answers (rule 9). The same words make no version. */
  reword(caller: Caller, id: string, { text }: RewordQuestion): Promise<QuestionView> {
    return this.work.write(caller, async (tx) => {
      const cohortId = await this.editableIn(tx, id);
      await tx.manager.query('SELECT id FROM guiding_questions WHERE id = $1 FOR NO KEY UPDATE', [id]);
      const { language } = await this.directory.cohort(tx, cohortId);
      const question = await this.curriculum.question(tx, cohortId, id);
      if (!question) throw new NotFound();
      const words = inLanguage(text, language);
      if (isDeepStrictEqual(words, question.text)) return question;
      const version = question.version + 1;
      await tx.manager.insert(GuidingQuestionVersion, { questionId: id, version, text: words });
      return { ...question, version, text: words };
    });
  }

  /** A cohort of the viewer's that goes by this question and in which they are an organizer. */
  private async editableIn(tx: Tx, questionId: string): Promise<string> {
    const mine = [...new Set(tx.viewer.memberships.map(({ cohortId }) => cohortId))].filter(
      (cohortId) => rolesIn(tx, cohortId).length > 0,
    );
    const rows = await tx.manager.query<{ id: string }[]>(COHORTS_OF_QUESTION, [questionId, mine]);
    if (rows.length === 0) throw new NotFound();
    const cohort = rows.find(({ id }) => canEditCurriculum(rolesIn(tx, id)));
    if (!cohort) throw new NotAllowed();
    return cohort.id;
  }
}
