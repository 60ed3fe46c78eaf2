import type {
  CertificateKind,
  CertificatesView,
  IssuedView,
  OwnCertificateView,
} from '@opiring/contract/certificates';
import type { Showable } from '@opiring/contract/certificates.values';
import type { CertificateView } from '@opiring/contract/progress';
import type { CertificateRow } from './certificates.queries';
import type { Standings } from './certificate-standings';

/** What a stranger is shown unless the holder decides otherwise. */
export const SHOWN_AT_FIRST: Showable[] = ['name', 'programme'];

export const issuedView = (row: CertificateRow): IssuedView => ({
  id: row.id,
  number: row.number,
  version: row.version,
  kind: row.kind,
  standing: row.standing,
  issuedAt: row.issuedAt.toISOString(),
  issuedBy: row.issuedBy,
  reason: row.reason,
  revoked: row.revokedAt && {
    at: row.revokedAt.toISOString(),
    by: row.revokedBy,
    reason: row.revocationReason ?? '',
  },
});

export function ownView(row: CertificateRow, publicUrl: string): OwnCertificateView {
  const { issuedBy: _, ...issued } = issuedView(row);
  return {
    ...issued,
    programmeTitle: row.content.programme.title,
    cohortName: row.content.cohort.name,
    holderName: row.content.holder.name,
    url: addressOf(row, publicUrl),
    shown: row.shown ?? SHOWN_AT_FIRST,
  };
}

/** Where anybody may check a paper. */
export const addressOf = ({ code }: Pick<CertificateRow, 'code'>, publicUrl: string): string =>
  `${publicUrl}/tunnistus/${code}`;

/**
 * What is due to a member by itself. Whoever holds a certificate keeps it, whatever becomes of the rule or the facts, and
 * nothing comes back unasked to whom it was revoked.
 */
export function dueTo(
  outcome: CertificateView,
  latest: Pick<CertificateRow, 'standing' | 'kind'> | undefined,
): CertificateKind | null {
  if (outcome.state === 'open' || latest?.standing === 'revoked') return null;
  if (latest && (latest.kind === 'certificate' || outcome.state === 'statement')) return null;
  return outcome.state;
}

export function byMember(rows: readonly CertificateRow[]): Map<string, CertificateRow[]> {
  return Map.groupBy(rows, ({ membershipId }) => membershipId);
}

export function certificatesView(standings: Standings, rows: readonly CertificateRow[]): CertificatesView {
  const issued = byMember(rows);
  const outcomes = standings.outcomes();
  const members = standings.members.flatMap(({ row }, at) => {
    const certificate = outcomes[at];
    if (!certificate) return [];
    const { membershipId, name, seat, municipality } = row;
    const mine = issued.get(membershipId) ?? [];
    const due = dueTo(certificate, mine[0]);
    return [{ membershipId, name, seat, municipality, certificate, due, issued: mine.map(issuedView) }];
  });
  return { members };
}
