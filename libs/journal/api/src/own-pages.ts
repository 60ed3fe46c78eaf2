import { Injectable } from '@nestjs/common';
import type { ExportedEntry, ExportedVersion, JournalExport } from '@opiring/contract/journal-export';
import type { Audience } from '@opiring/contract/journal.values';
import { placeOf, type Tx } from '@opiring/platform/api';

import { OPEN } from './entry.queries';

/** A text of one's own with the place after which the next begins. */
export interface OwnPage extends Omit<ExportedEntry, 'conversation' | 'versions'> {
  place: string;
}
type Moved = JournalExport['moved'][number];

const ASKED = `json_build_object('id', w.question_id, 'version', w.version, 'text', w.text)`;

/** $1 the account, $2 a question or nothing, $3 $4 the place after which to begin, $5 how many. Also of cohorts one has left. */
const PAGES = `SELECT e.id, c.name AS cohort, e.title, e.body, e.lang, e.created_at AS "createdAt", e.updated_at AS "updatedAt",
    e.done_at AS "doneAt", e.moment, ${placeOf('e.created_at')} AS place, CASE WHEN w.version IS NOT NULL THEN ${ASKED} END AS question,
    (SELECT coalesce(json_agg(json_build_object('audience', s.audience, 'version', s.version, 'purpose', s.purpose, 'grantedAt', s.granted_at,
        'expiresAt', s.expires_at, 'revokedAt', s.revoked_at) ORDER BY s.granted_at), '[]') FROM entry_shares s WHERE s.entry_id = e.id) AS shares
  FROM entries e JOIN cohorts c ON c.id = e.cohort_id
  LEFT JOIN guiding_question_versions w ON w.question_id = e.question_id AND w.version = e.question_version
  WHERE e.account_id = $1 AND ($2::uuid IS NULL OR e.question_id = $2)
    AND ($3::timestamptz IS NULL OR (e.created_at, e.id) > ($3, $4::uuid))
  ORDER BY e.created_at, e.id LIMIT $5`;

/** $1 the entry, $2 the account, $3 after which number, $4 how many: as they were written, with what is folded */
const VERSIONS = `SELECT v.number, v.kept_for AS "keptFor", v.created_at AS "createdAt", v.title, coalesce(w.body, v.body) AS body, v.lang
  FROM entry_versions v LEFT JOIN whole_versions w ON w.entry_id = v.entry_id AND w.number = v.number
  WHERE v.entry_id = $1 AND v.account_id = $2 AND v.number > $3 ORDER BY v.number LIMIT $4`;

/** $1 the account, $2 a question or nothing */
const MOVED = `SELECT a.moved AS text, a.lang, a.revision, a.updated_at AS "updatedAt", ${ASKED} AS question
  FROM question_arcs a JOIN LATERAL (SELECT * FROM guiding_question_versions v WHERE v.question_id = a.question_id
    ORDER BY v.version DESC LIMIT 1) w ON true
  WHERE a.account_id = $1 AND a.moved <> '' AND ($2::uuid IS NULL OR a.question_id = $2) ORDER BY a.id LIMIT 100`;

/** A text of one's own that a membership may open now, as a list of theirs has it: the newest share of it that names them. */
export interface GivenAway {
  readerId: string;
  shareId: string;
  entryId: string;
  title: string;
  version: number;
  audience: Audience;
  sharedAt: string;
  expiresAt: string | null;
}
/** $1 the author's membership, $2 how many. What is open is said by the same words as where it is read. */
const GIVEN_AWAY = `SELECT DISTINCT ON (r.membership_id, s.entry_id) r.membership_id AS "readerId", s.id AS "shareId", s.entry_id AS "entryId",
    v.title, s.version, s.audience, s.granted_at AS "sharedAt", s.expires_at AS "expiresAt"
  FROM entry_shares s JOIN entry_share_recipients r ON r.share_id = s.id JOIN memberships m ON m.id = r.membership_id AND m.ended_at IS NULL
  JOIN entry_versions v ON v.entry_id = s.entry_id AND v.number = s.version
  WHERE s.author_id = $1 AND ${OPEN} ORDER BY r.membership_id, s.entry_id, s.granted_at DESC, s.id DESC LIMIT $2`;

/** The front door for who takes their own texts with them: page by page, so that a long journal never stands in memory whole. */
@Injectable()
export class OwnPages {
  async page(
    tx: Tx,
    question: string | undefined,
    after: OwnPage | undefined,
    limit: number,
  ): Promise<OwnPage[]> {
    const rows = await tx.manager.query<OwnPage[]>(PAGES, [
      tx.viewer.accountId,
      question ?? null,
      after?.place ?? null,
      after?.id ?? null,
      limit,
    ]);
    return rows.map((row) => ({
      ...row,
      createdAt: iso(row.createdAt),
      updatedAt: iso(row.updatedAt),
      doneAt: orNull(row.doneAt),
      shares: row.shares.map((share) => ({
        ...share,
        grantedAt: iso(share.grantedAt),
        expiresAt: orNull(share.expiresAt),
        revokedAt: orNull(share.revokedAt),
      })),
    }));
  }

  async versions(tx: Tx, entryId: string, after: number, limit: number): Promise<ExportedVersion[]> {
    const rows = await tx.manager.query<ExportedVersion[]>(VERSIONS, [
      entryId,
      tx.viewer.accountId,
      after,
      limit,
    ]);
    return rows.map((row) => ({ ...row, createdAt: iso(row.createdAt) }));
  }

  /** What others may open of a member's own texts now, by reader. */
  async givenAway(tx: Tx, membershipId: string): Promise<GivenAway[]> {
    const rows = await tx.manager.query<GivenAway[]>(GIVEN_AWAY, [membershipId, 10_000]);
    return rows.map((row) => ({ ...row, sharedAt: iso(row.sharedAt), expiresAt: orNull(row.expiresAt) }));
  }

  async moved(tx: Tx, question: string | undefined): Promise<Moved[]> {
    const rows = await tx.manager.query<Moved[]>(MOVED, [tx.viewer.accountId, question ?? null]);
    return rows.map((row) => ({ ...row, updatedAt: orNull(row.updatedAt) }));
  }
}

/** Instants come as dates, or as text where PostgreSQL put them into JSON. */
const iso = (at: Date | string): string => new Date(at).toISOString();
const orNull = (at: Date | string | null): string | null => at && iso(at);
