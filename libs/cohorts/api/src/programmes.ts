import { Injectable } from '@nestjs/common';
import type { ProgrammeSummaryView } from '@opiring/contract/cohorts';
import type { Day, LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import { NotAllowed, type Tx } from '@opiring/platform/api';
import { canFound, canSeeProgrammes } from './cohort.policy';
import { type EarlierIntake, type FurtherIntake, furtherIntake } from './further-intake';
import { Programme } from './programme.entity';

/** $1 the cohorts one leads, or null for all; programmes without any cohort are the admin's alone. */
const PROGRAMMES = `SELECT p.id, p.slug, p.title, coalesce(json_agg(json_build_object(
      'id', c.id, 'programmeId', p.id, 'programmeSlug', p.slug, 'programmeTitle', p.title, 'name', c.name,
      'timeZone', c.time_zone, 'startsOn', c.starts_on, 'endsOn', c.ends_on) ORDER BY c.starts_on DESC, c.id)
      FILTER (WHERE c.id IS NOT NULL), '[]') AS cohorts
    FROM programmes p LEFT JOIN cohorts c ON c.programme_id = p.id AND ($1::uuid[] IS NULL OR c.id = ANY($1))
   WHERE ($1::uuid[] IS NULL OR c.id IS NOT NULL) AND ($2::uuid IS NULL OR p.id = $2)
   GROUP BY p.id ORDER BY p.created_at DESC, p.id LIMIT 200`;

/** Programmes with their cohorts, and the founding of a new one. */
@Injectable()
export class Programmes {
  /** Those one has to do with as an organizer or program leader; an admin's: all. */
  async list(tx: Tx): Promise<ProgrammeSummaryView[]> {
    const { viewer } = tx;
    const led = viewer.memberships.filter(
      ({ role, state }) => state === 'active' && (role === 'organizer' || role === 'program_leader'),
    );
    if (!canSeeProgrammes({ admin: viewer.admin, roles: led.map(({ role }) => role) }))
      throw new NotAllowed();
    return tx.manager.query(PROGRAMMES, [viewer.admin ? null : led.map(({ cohortId }) => cohortId), null]);
  }

  /** A new programme, without questions yet: those are the curriculum's. Gives its id. */
  async found(tx: Tx, slug: string, title: LocalText, language: Locale): Promise<string> {
    if (!canFound(tx.viewer)) throw new NotAllowed();
    const { id } = await tx.manager.save(tx.manager.create(Programme, { slug, title, language }));
    return id;
  }

  /** A further intake made after an earlier one, organized by the viewer. Whether they may is the caller's to know. */
  foundAnother(
    tx: Tx,
    earlier: EarlierIntake,
    sent: { name: string; startsOn: Day; endsOn: Day },
    meetings: readonly { id: string; day: Day }[],
  ): Promise<FurtherIntake> {
    return furtherIntake(tx, earlier, sent, meetings);
  }

  /** One programme as its founder sees it. */
  async summary(tx: Tx, id: string): Promise<ProgrammeSummaryView> {
    if (!canFound(tx.viewer)) throw new NotAllowed();
    const [programme] = await tx.manager.query<ProgrammeSummaryView[]>(PROGRAMMES, [null, id]);
    if (!programme) throw new NotAllowed();
    return programme;
  }
}
