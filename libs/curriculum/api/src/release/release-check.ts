import { Injectable } from '@nestjs/common';
import type { ReleaseFault } from '@opiring/contract/release';
import type { Tx } from '@opiring/platform/api';
import { DRAFT_MODULES } from '../draft.queries';
import { faultsOf, type ReleaseWorld } from './release-faults';
import { ReleaseRefused } from './release-refused';

/** $1 the cohort: its draft, and all that a rule may name. */
const WORLD = `SELECT ${DRAFT_MODULES} AS modules, c.ends_on::text AS "endsOn",
    coalesce((SELECT json_agg(json_build_object('id', t.id, 'title', t.title, 'cancelled', t.cancelled_at IS NOT NULL,
      'day', (t.ends_at AT TIME ZONE c.time_zone)::date)) FROM meetings t WHERE t.cohort_id = c.id), '[]') AS meetings,
    coalesce((SELECT json_object_agg(id, title) FROM (
      SELECT id, title FROM activities WHERE cohort_id = c.id AND retired_at IS NOT NULL
      UNION ALL SELECT id, title FROM modules WHERE cohort_id = c.id AND retired_at IS NOT NULL) gone), '{}') AS retired
  FROM cohorts c WHERE c.id = $1`;

/** Whether the draft's rules can be met at all. */
@Injectable()
export class ReleaseCheck {
  async faults(tx: Tx, cohortId: string): Promise<ReleaseFault[]> {
    const [world] = await tx.manager.query<ReleaseWorld[]>(WORLD, [cohortId]);
    return world ? faultsOf(world) : [];
  }

  /** Refuses a rule that was just written. What others wait for may still be moved or retired: publishing tells of it. */
  async assertSound(tx: Tx, cohortId: string, id: string): Promise<void> {
    const faults = (await this.faults(tx, cohortId)).filter((fault) => fault.id === id);
    if (faults.length > 0) throw new ReleaseRefused(faults, 400);
  }

  /** Refuses to publish while anything waits for what never comes. */
  async assertPublishable(tx: Tx, cohortId: string): Promise<void> {
    const faults = await this.faults(tx, cohortId);
    if (faults.length > 0) throw new ReleaseRefused(faults, 409);
  }
}
