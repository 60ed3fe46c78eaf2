import { Injectable } from '@nestjs/common';
import { Announcements } from '@opiring/cohorts/api';
import type { CurriculumView, EditionView, QuestionView } from '@opiring/contract/curriculum';
import type { PublishEdition } from '@opiring/contract/publishing';
import { type Caller, type Idempotency, NotFound, type Tx, Work } from '@opiring/platform/api';
import { Curriculum, type PublishedEdition } from './curriculum';
import { NothingToPublish } from './curriculum.errors';
import { canEditCurriculum, canSeeCurriculum, canSeeDraft } from './curriculum.policy';
import { DRAFT, LOCK, PUBLISH } from './draft.queries';
import { compareDraft, type DraftModule } from './draft.view';
import type { EditionContent } from './edition-content';
import { Edition } from './edition.entity';
import { ReleaseCheck } from './release/release-check';
import { allow, rolesIn } from './roles';

interface DraftRow {
  draft: DraftModule[];
  published:
    (Pick<PublishedEdition, 'id' | 'number'> & { publishedAt: string; content: EditionContent }) | null;
  questions: QuestionView[];
}

/** The curriculum as a reader may see it, and its publishing. */
@Injectable()
export class CurriculumService {
  constructor(
    private readonly work: Work,
    private readonly curriculum: Curriculum,
    private readonly releases: ReleaseCheck,
    private readonly announcements: Announcements,
  ) {}

  /** The draft for those who see drafts; for everybody else what is published. */
  read(caller: Caller, cohortId: string): Promise<CurriculumView> {
    return this.work.read(caller, (tx) => {
      allow(tx, cohortId, canSeeCurriculum);
      return canSeeDraft(rolesIn(tx, cohortId)) ? this.draft(tx, cohortId) : this.published(tx, cohortId);
    });
  }

  /** Publishes; the cohort is told within the same transaction where that is wanted, and by nothing else. */
  publish(
    caller: Caller,
    cohortId: string,
    { announce }: PublishEdition,
    once: Idempotency | undefined,
  ): Promise<EditionView> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        allow(tx, cohortId, canEditCurriculum);
        await tx.manager.query(LOCK, [cohortId]);
        const made = await tx.manager.query<{ id: string }[]>(PUBLISH, [
          cohortId,
          tx.viewer.accountId,
          tx.now,
        ]);
        const [edition] = made;
        if (!edition) throw new NothingToPublish();
        await this.releases.assertPublishable(tx, cohortId);
        if (announce) await this.announcements.send(tx, cohortId, announce);
        return edition.id;
      },
      async (tx, id) => {
        allow(tx, cohortId, canSeeDraft);
        const edition = await tx.manager.findOne(Edition, {
          where: { id, cohortId },
          select: { id: true, number: true, publishedAt: true },
        });
        if (!edition) throw new NotFound();
        const { number, publishedAt } = edition;
        return { id, cohortId, number, publishedAt: publishedAt.toISOString() };
      },
    );
  }

  private async draft(tx: Tx, cohortId: string): Promise<CurriculumView> {
    const [row] = await tx.manager.query<DraftRow[]>(DRAFT, [cohortId]);
    const { draft = [], published = null, questions = [] } = row ?? {};
    const { modules, changes } = compareDraft(draft, published?.content.modules ?? []);
    const may = canEditCurriculum(rolesIn(tx, cohortId));
    return {
      cohortId,
      questions,
      modules,
      edition: published && editionOf(published),
      changes,
      can: { edit: may, publish: may && changes > 0 },
    };
  }

  private async published(tx: Tx, cohortId: string): Promise<CurriculumView> {
    const edition = await this.curriculum.published(tx, cohortId);
    return {
      cohortId,
      questions: await this.curriculum.questions(tx, cohortId),
      modules: edition?.modules ?? [],
      edition: edition && editionOf(edition),
      can: { edit: false, publish: false },
    };
  }
}

const editionOf = ({
  id,
  number,
  publishedAt,
}: {
  id: string;
  number: number;
  publishedAt: Date | string;
}) => ({
  id,
  number,
  publishedAt: new Date(publishedAt).toISOString(),
});
