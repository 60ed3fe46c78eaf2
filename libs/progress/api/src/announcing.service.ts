import { Injectable } from '@nestjs/common';
import { Announcements, CohortDirectory } from '@opiring/cohorts/api';
import type { AimAnnouncement, AnnouncementPreview, SendAnnouncement } from '@opiring/contract/announcements';
import { type Caller, type Idempotency, NotAllowed, NotFound, type Tx, Work } from '@opiring/platform/api';
import { canAnnounceHere } from './progress.policy';

/** Of the published curriculum's starting questions, $1 cohort: leaders who have not answered all. Dates decide, no text. */
const START_MISSING = `WITH asked AS (
    SELECT (a ->> 'id')::uuid AS id FROM (SELECT content FROM editions WHERE cohort_id = $1 ORDER BY number DESC LIMIT 1) e,
      jsonb_array_elements(e.content -> 'modules') m, jsonb_array_elements(m -> 'activities') a
     WHERE a ->> 'kind' = 'answer' AND a ->> 'moment' = 'start')
  SELECT m.id FROM memberships m WHERE m.cohort_id = $1 AND m.ended_at IS NULL AND m.role = 'participant'
     AND EXISTS (SELECT FROM asked q WHERE NOT EXISTS (
       SELECT FROM activity_facts f WHERE f.membership_id = m.id AND f.activity_id = q.id AND f.done_at IS NOT NULL))
   ORDER BY m.seat`;

/** $1 cohort: leaders who have confirmed no practicum themselves. */
const PRACTICUM_MISSING = `SELECT m.id FROM memberships m WHERE m.cohort_id = $1 AND m.ended_at IS NULL AND m.role = 'participant'
    AND NOT EXISTS (SELECT FROM practicum_confirmations c WHERE c.membership_id = m.id)
  ORDER BY m.seat`;

/** Telling the cohort something, or those who miss something; who that is, the facts of the moment say. */
@Injectable()
export class AnnouncingService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
    private readonly announcements: Announcements,
  ) {}

  preview(caller: Caller, cohortId: string, aim: AimAnnouncement): Promise<AnnouncementPreview> {
    return this.work.read(caller, async (tx) => {
      await this.allow(tx, cohortId);
      const to = await this.aimedAt(tx, cohortId, aim);
      return this.announcements.preview(tx, cohortId, { audience: aim.audience, to });
    });
  }

  send(
    caller: Caller,
    cohortId: string,
    sent: SendAnnouncement,
    once: Idempotency | undefined,
  ): Promise<{ id: string }> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        await this.allow(tx, cohortId);
        return this.announcements.send(tx, cohortId, sent, await this.aimedAt(tx, cohortId, sent));
      },
      (_, id) => Promise.resolve({ id }),
    );
  }

  private async allow(tx: Tx, cohortId: string): Promise<void> {
    const seats = tx.viewer.inCohort(cohortId);
    if (seats.length === 0) throw new NotFound();
    if (!canAnnounceHere(seats)) throw new NotAllowed();
    await this.cohorts.cohort(tx, cohortId);
  }

  private aimedAt(tx: Tx, cohortId: string, { audience, meetingId }: AimAnnouncement): Promise<string[]> {
    if (audience === 'cohort') return this.announcements.everybody(tx, cohortId);
    if (audience === 'meeting-reply') return this.announcements.notReplied(tx, cohortId, meetingId ?? '');
    return idsOf(tx, audience === 'practicum' ? PRACTICUM_MISSING : START_MISSING, cohortId);
  }
}

async function idsOf(tx: Tx, sql: string, cohortId: string): Promise<string[]> {
  const rows = await tx.manager.query<{ id: string }[]>(sql, [cohortId]);
  return rows.map(({ id }) => id);
}
