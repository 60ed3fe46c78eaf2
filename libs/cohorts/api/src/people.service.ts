import { Injectable } from '@nestjs/common';
import type { AddMember, MemberView, PageAfter, PeopleView } from '@opiring/contract/cohorts';
import { Accounts } from '@opiring/identity/api';
import { type Caller, type Idempotency, NotFound, type Tx, Work } from '@opiring/platform/api';
import { canAssign, canInvite, canSeeCohort } from './cohort.policy';
import { CohortDirectory } from './cohort-directory';
import { AlreadyMember, OwnMembership, SeatForParticipantsOnly, SeatTaken } from './cohorts.errors';
import { Membership } from './membership.entity';
import { cohortView } from './people';
import { MEMBERS, PEOPLE_PER_PAGE } from './people.queries';
import { type MemberRow, memberView } from './people.view';
import { allow, standingIn } from './standing';

/** Who is in a cohort; taking people in, letting them go. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly work: Work,
    private readonly directory: CohortDirectory,
    private readonly accounts: Accounts,
  ) {}

  list(caller: Caller, cohortId: string, { after }: PageAfter): Promise<PeopleView> {
    return this.work.read(caller, async (tx) => {
      const standing = standingIn(tx, cohortId);
      allow(standing, canSeeCohort);
      const cohort = cohortView(await this.directory.cohort(tx, cohortId));
      const rows = await tx.manager.query<MemberRow[]>(MEMBERS, [
        cohortId,
        tx.now,
        canInvite(standing),
        after ?? null,
        PEOPLE_PER_PAGE + 1,
        null,
      ]);
      const page = rows.slice(0, PEOPLE_PER_PAGE);
      const next = rows.length > page.length ? page.at(-1)?.membershipId : undefined;
      return {
        cohort,
        people: page.map((row) => memberView(row, standing)),
        ...(next && { next }),
        can: { invite: canInvite(standing), assign: canAssign(standing) },
      };
    });
  }

  add(caller: Caller, cohortId: string, sent: AddMember, once: Idempotency | undefined): Promise<MemberView> {
    return this.work.once(
      caller,
      once,
      (tx) => this.take(tx, cohortId, sent),
      (tx, id) => this.member(tx, cohortId, id),
    );
  }

  end(caller: Caller, membershipId: string): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const membership = await tx.manager.findOneBy(Membership, { id: membershipId });
      if (!membership) throw new NotFound();
      allow(standingIn(tx, membership.cohortId), canSeeCohort, canInvite);
      if (membership.accountId === tx.viewer.accountId) throw new OwnMembership();
      membership.end(tx.now);
      await tx.manager.save(membership);
      await this.loosen(tx, membershipId);
    });
  }

  /** One member, as the viewer may see them. */
  async member(tx: Tx, cohortId: string, membershipId: string): Promise<MemberView> {
    const standing = standingIn(tx, cohortId);
    allow(standing, canSeeCohort);
    const [row] = await tx.manager.query<MemberRow[]>(MEMBERS, [
      cohortId,
      tx.now,
      canInvite(standing),
      null,
      1,
      membershipId,
    ]);
    if (!row) throw new NotFound();
    return memberView(row, standing);
  }

  private async take(tx: Tx, cohortId: string, sent: AddMember): Promise<string> {
    allow(standingIn(tx, cohortId), canSeeCohort, canInvite);
    if (sent.seat !== undefined && sent.role !== 'participant') throw new SeatForParticipantsOnly();
    const { id: locked } = await this.lock(tx, cohortId);
    const accountId = await this.accounts.ensure(tx, sent.email, sent.name);
    const known = await tx.manager.findOneBy(Membership, { cohortId: locked, accountId, role: sent.role });
    if (known) return this.takeBack(tx, known, sent);
    const { role, municipality = '', occupation = '' } = sent;
    const seat = role === 'participant' ? await this.seat(tx, cohortId, sent.seat) : null;
    const membership = tx.manager.create(Membership, {
      cohortId,
      accountId,
      role,
      seat,
      municipality,
      occupation,
    });
    return (await tx.manager.save(membership)).id;
  }

  private async takeBack(tx: Tx, membership: Membership, sent: AddMember): Promise<string> {
    if (membership.active) throw new AlreadyMember();
    membership.resume(sent);
    return (await tx.manager.save(membership)).id;
  }

  /** One change of a cohort's people at a time; others may go on writing in it meanwhile. */
  private async lock(tx: Tx, cohortId: string): Promise<{ id: string }> {
    const [row] = await tx.manager.query<{ id: string }[]>(
      'SELECT id FROM cohorts WHERE id = $1 FOR NO KEY UPDATE',
      [cohortId],
    );
    if (!row) throw new NotFound();
    return row;
  }

  /** The seat asked for if it is free, else the lowest free one. */
  private async seat(tx: Tx, cohortId: string, wanted: number | undefined): Promise<number> {
    const [row] = await tx.manager.query<{ seat: number }[]>(
      `SELECT min(s)::int AS seat FROM generate_series(coalesce($2::int, 1), coalesce($2::int, 32000)) s
        WHERE NOT EXISTS (SELECT FROM memberships m WHERE m.cohort_id = $1 AND m.seat = s)`,
      [cohortId, wanted ?? null],
    );
    if (!row?.seat) throw new SeatTaken();
    return row.seat;
  }

  /** Who has left accompanies nobody and is accompanied by nobody; what was stays known. */
  private async loosen(tx: Tx, membershipId: string): Promise<void> {
    await tx.manager.query(
      `UPDATE mentor_assignments SET ended_at = $2, ended_by = $3 WHERE ended_at IS NULL AND $1 IN (mentor_id, participant_id)`,
      [membershipId, tx.now, tx.viewer.accountId],
    );
    await tx.manager.query(
      `UPDATE learning_pairs SET ended_at = $2 WHERE ended_at IS NULL AND $1 IN (first_id, second_id)`,
      [membershipId, tx.now],
    );
  }
}
