import { Injectable } from '@nestjs/common';
import type { PageAfter } from '@opiring/contract/cohorts';
import type {
  ChangesView,
  EditionContentView,
  EditionsView,
  EditionView,
} from '@opiring/contract/curriculum';
import { type Caller, NotFound, Work } from '@opiring/platform/api';
import { changesOf } from './changes.view';
import { canEditCurriculum, canSeeDraft } from './curriculum.policy';
import { LOCK } from './draft.queries';
import type { DraftModule } from './draft.view';
import type { EditionContent, EditionModule } from './edition-content';
import { BRING_BACK, CHANGES, EDITION, EDITIONS, PUT_AWAY } from './editions.queries';
import { ReleaseCheck } from './release/release-check';
import { allow, rolesIn } from './roles';

const EDITIONS_PER_PAGE = 100;

type EditionRow = EditionView & { modules: EditionModule[] };
interface ChangesRow {
  draft: DraftModule[];
  published: { id: string; number: number; publishedAt: string; content: EditionContent } | null;
  done: Record<string, number>;
}

/** The published states, one beside the other and beside the draft. */
@Injectable()
export class EditionsService {
  constructor(
    private readonly work: Work,
    private readonly releases: ReleaseCheck,
  ) {}

  list(caller: Caller, cohortId: string, { after }: PageAfter): Promise<EditionsView> {
    return this.work.read(caller, async (tx) => {
      allow(tx, cohortId, canSeeDraft);
      const rows = await tx.manager.query<EditionView[]>(EDITIONS, [
        cohortId,
        after ?? null,
        EDITIONS_PER_PAGE + 1,
      ]);
      const editions = rows.slice(0, EDITIONS_PER_PAGE);
      const next = rows.length > editions.length ? editions.at(-1)?.id : undefined;
      return { editions, ...(next && { next }) };
    });
  }

  one(caller: Caller, cohortId: string, id: string): Promise<EditionContentView> {
    return this.work.read(caller, async (tx) => {
      allow(tx, cohortId, canSeeDraft);
      const [row] = await tx.manager.query<EditionRow[]>(EDITION, [cohortId, id]);
      if (!row) throw new NotFound();
      return { ...row, can: { restore: canEditCurriculum(rolesIn(tx, cohortId)) } };
    });
  }

  changes(caller: Caller, cohortId: string): Promise<ChangesView> {
    return this.work.read(caller, async (tx) => {
      allow(tx, cohortId, canSeeDraft);
      const [row] = await tx.manager.query<ChangesRow[]>(CHANGES, [cohortId]);
      const { draft = [], published = null, done = {} } = row ?? {};
      return {
        edition: published && {
          id: published.id,
          number: published.number,
          publishedAt: new Date(published.publishedAt).toISOString(),
        },
        changes: changesOf(draft, published?.content.modules ?? [], done),
        faults: await this.releases.faults(tx, cohortId),
      };
    });
  }

  /** Makes the draft what the edition was. Leaders see it only once it is published; what was done stays done (rule 10). */
  bringBack(caller: Caller, cohortId: string, id: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      allow(tx, cohortId, canEditCurriculum);
      await tx.manager.query(LOCK, [cohortId]);
      const [row] = await tx.manager.query<EditionRow[]>(EDITION, [cohortId, id]);
      if (!row) throw new NotFound();
      for (const statement of BRING_BACK) await tx.manager.query(statement, [cohortId, id]);
      for (const statement of PUT_AWAY) await tx.manager.query(statement, [cohortId, id, tx.now]);
    });
  }
}
