import { Injectable } from '@nestjs/common';
import { CohortDirectory } from '@opiring/cohorts/api';
import type { CertificateKind, CertificatesView, IssueCertificates } from '@opiring/contract/certificates';
import type { CertificateView } from '@opiring/contract/progress';
import { type Caller, NotAllowed, NotFound, type Tx, Work } from '@opiring/platform/api';
import { contentOf, type Occasion, programmeWords } from './certificate-content';
import { AlreadyIssued, NotStanding, NotYetDue } from './certificate.errors';
import { canIssue, canReadCertificate, canSeeRule } from './certificate.policy';
import { newCode, Series } from './certificate-series';
import { type Standings, standingsIn } from './certificate-standings';
import { byMember, certificatesView, dueTo } from './certificate.view';
import {
  CERTIFICATE,
  type CertificateRow,
  CERTIFICATES_IN,
  ISSUE,
  KEEP_LOGOS,
  REVOKE,
} from './certificates.queries';

interface Paper {
  at: number;
  kind: CertificateKind;
  earlier: CertificateRow | undefined;
  reason: string;
}

/** Gives papers to those to whom the facts give them; what was given is never changed, only followed by another. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly work: Work,
    private readonly cohorts: CohortDirectory,
  ) {}

  list(caller: Caller, cohortId: string): Promise<CertificatesView> {
    return this.work.read(caller, async (tx) => {
      allowIssuing(tx, cohortId);
      return this.view(tx, cohortId);
    });
  }

  /** Those named, or all to whom something is due. */
  issue(caller: Caller, cohortId: string, { members }: IssueCertificates): Promise<CertificatesView> {
    return this.work.write(caller, async (tx) => {
      allowIssuing(tx, cohortId);
      await this.give(tx, cohortId, (standings, issued, outcomes) =>
        members
          ? members.map((id) => named(standings, issued, outcomes, id))
          : outcomes.flatMap((outcome, at) => {
              const earlier = issued.get(standings.members[at]?.row.membershipId ?? '')?.[0];
              const kind = dueTo(outcome, earlier);
              return kind ? [{ at, kind, earlier, reason: '' }] : [];
            }),
      );
      return this.view(tx, cohortId);
    });
  }

  /** The next version under the same number, saying what the facts say now. */
  reissue(caller: Caller, id: string, reason: string): Promise<CertificatesView> {
    return this.work.write(caller, async (tx) => {
      const { cohortId, membershipId } = await this.find(tx, id);
      await this.give(tx, cohortId, (standings, issued, outcomes) => {
        const at = placeOf(standings, membershipId);
        const outcome = outcomes[at];
        const [latest] = issued.get(membershipId) ?? [];
        if (latest?.id !== id) throw new NotStanding();
        if (!outcome) throw new NotFound();
        // A certificate once earned is not lost to a later rule: issued anew for a new name, it stays one.
        const kept = latest.kind === 'certificate' && latest.standing === 'valid';
        const kind = kept ? 'certificate' : outcome.state;
        if (kind === 'open') throw new NotYetDue();
        return [{ at, kind, earlier: latest, reason }];
      });
      return this.view(tx, cohortId);
    });
  }

  revoke(caller: Caller, id: string, reason: string): Promise<CertificatesView> {
    return this.work.write(caller, async (tx) => {
      const { cohortId } = await this.find(tx, id);
      const words = await programmeWords(tx, cohortId);
      await Series.hold(tx, cohortId, words?.slug ?? '');
      if ((await this.find(tx, id)).standing !== 'valid') throw new NotStanding();
      await tx.manager.query(REVOKE, [id, cohortId, reason, tx.viewer.accountId, tx.now]);
      return this.view(tx, cohortId);
    });
  }

  private async give(
    tx: Tx,
    cohortId: string,
    choose: (
      standings: Standings,
      issued: Map<string, CertificateRow[]>,
      outcomes: CertificateView[],
    ) => Paper[],
  ): Promise<void> {
    const words = await programmeWords(tx, cohortId);
    if (!words) throw new NotFound();
    const series = await Series.hold(tx, cohortId, words.slug);
    const standings = await standingsIn(tx, this.cohorts, cohortId);
    const issued = byMember(await tx.manager.query<CertificateRow[]>(CERTIFICATES_IN, [cohortId]));
    const outcomes = standings.outcomes();
    const { head, today } = standings;
    const occasion: Occasion = { head, words, today, signedBy: tx.viewer.name };
    const papers = choose(standings, issued, outcomes).flatMap(({ at, kind, earlier, reason }) => {
      const [row, outcome] = [standings.members[at]?.row, outcomes[at]];
      if (!row || !outcome) return [];
      return [
        {
          membershipId: row.membershipId,
          number: earlier?.number ?? series.next(today),
          version: (earlier?.version ?? 0) + 1,
          kind,
          code: newCode(),
          content: contentOf(occasion, row, outcome, kind),
          reason,
        },
      ];
    });
    if (papers.length === 0) return;
    await tx.manager.query(ISSUE, [cohortId, tx.viewer.accountId, tx.now, JSON.stringify(papers)]);
    const logos = words.partners.flatMap(({ logo }) => (logo ? [logo.hash] : []));
    if (logos.length) await tx.manager.query(KEEP_LOGOS, [cohortId, logos]);
    await series.keep();
  }

  private async view(tx: Tx, cohortId: string): Promise<CertificatesView> {
    const rows = await tx.manager.query<CertificateRow[]>(CERTIFICATES_IN, [cohortId]);
    return certificatesView(await standingsIn(tx, this.cohorts, cohortId), rows);
  }

  /** For a deed: whoever may not read it finds nothing, its holder may read but not do. */
  private async find(tx: Tx, id: string): Promise<CertificateRow> {
    const [row] = await tx.manager.query<CertificateRow[]>(CERTIFICATE, [id]);
    if (!row || !canReadCertificate(tx.viewer, row)) throw new NotFound();
    if (!canIssue(tx.viewer.inCohort(row.cohortId))) throw new NotAllowed();
    return row;
  }
}

function allowIssuing(tx: Tx, cohortId: string): void {
  const seats = tx.viewer.inCohort(cohortId);
  if (!canSeeRule(seats)) throw new NotFound();
  if (!canIssue(seats)) throw new NotAllowed();
}

function placeOf({ members }: Standings, membershipId: string): number {
  const at = members.findIndex(({ row }) => row.membershipId === membershipId);
  if (at < 0) throw new NotFound();
  return at;
}

/** One who was named: told plainly where there is nothing to give, or it was given. */
function named(
  standings: Standings,
  issued: Map<string, CertificateRow[]>,
  outcomes: CertificateView[],
  membershipId: string,
): Paper {
  const at = placeOf(standings, membershipId);
  const outcome = outcomes[at];
  const [earlier] = issued.get(membershipId) ?? [];
  if (!outcome || outcome.state === 'open') throw new NotYetDue();
  const kind = earlier?.standing === 'revoked' ? outcome.state : dueTo(outcome, earlier);
  if (!kind) throw new AlreadyIssued();
  return { at, kind, earlier, reason: '' };
}
