import { Injectable } from '@nestjs/common';
import type { MaterialFile, MaterialsView, MaterialView } from '@opiring/contract/materials';
import { type Caller, FileSweep, isFileType, type KeptFile, NotFound, Work } from '@opiring/platform/api';
import { canSeeCurriculum, canSeeDraft } from '../curriculum.policy';
import { allow, rolesIn } from '../roles';
import {
  KEEP_SHOWN,
  LET_GO,
  MATERIALS_OF,
  PUBLISHED_MATERIAL,
  PUBLISHED_MATERIALS,
} from './materials.queries';

const A_WEEK = 7 * 24 * 3_600_000;

/** Materials for those who read the activity they belong to. */
@Injectable()
export class MaterialReading {
  constructor(
    private readonly work: Work,
    sweep: FileSweep,
  ) {
    sweep.first(async ({ manager }, now) => {
      await manager.query(KEEP_SHOWN);
      await manager.query(LET_GO, [new Date(now.getTime() - A_WEEK)]);
    });
  }

  list(caller: Caller, cohortId: string): Promise<MaterialsView> {
    return this.work.read(caller, async (tx) => {
      allow(tx, cohortId, canSeeCurriculum);
      const [row] = await tx.manager.query<MaterialsView[]>(PUBLISHED_MATERIALS, [cohortId]);
      return row ?? { modules: [] };
    });
  }

  /** As the activity itself: from the draft and any edition for who sees those, else from what is published now. */
  file(caller: Caller, activityId: string, materialId: string): Promise<KeptFile> {
    return this.work.read(caller, async (tx) => {
      const [row] = await tx.manager.query<{ cohortId: string; materials: MaterialView[] }[]>(MATERIALS_OF, [
        activityId,
      ]);
      if (!row) throw new NotFound();
      const roles = rolesIn(tx, row.cohortId);
      if (!canSeeCurriculum(roles)) throw new NotFound();
      const drafts = canSeeDraft(roles);
      const drafted = drafts && row.materials.find(({ id }) => id === materialId)?.file;
      const file = drafted || (await this.published(tx, [row.cohortId, activityId, materialId, drafts]));
      if (!file || !isFileType(file.type)) throw new NotFound();
      return { ...file, type: file.type };
    });
  }

  private async published(
    { manager }: { manager: { query<T>(sql: string, values: unknown[]): Promise<T> } },
    values: unknown[],
  ): Promise<MaterialFile | null | undefined> {
    const [row] = await manager.query<{ file: MaterialFile | null }[]>(PUBLISHED_MATERIAL, values);
    return row?.file;
  }
}
