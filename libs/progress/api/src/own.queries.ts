import type { Day, Instant } from '@opiring/contract/text';
import type { Moment } from '@opiring/contract/values';
import type { PersonView } from '@opiring/contract/cohorts';
import { agreedWith, type ExceptionRow } from './exceptions.queries';
import { RETIRED, type RetiredActivity } from './matrix.queries';

export interface CircleTold {
  heldOn: Day;
  place: string;
  topic: string;
  people: number;
}
/** What a member did that no activity knows of by itself. */
export interface DeedsRow {
  retired: RetiredActivity[];
  circles: CircleTold[];
  practicum: { confirmed: number; heldOn: Day; mine: boolean; topic: string; withId: string } | null;
  /** The learning partner says they have read this member's plan. */
  planRead: boolean;
  /** Everything agreed with the member, ended or not. */
  exceptions: ExceptionRow[];
}

/** Newest day first; of several practicums (partners may change) the one most confirmed. $1 cohort, $2 membership. */
const DEEDS = `${RETIRED} AS retired,
    coalesce((SELECT json_agg(json_build_object('heldOn', o.held_on, 'place', o.place, 'topic', o.topic, 'people', o.people)
        ORDER BY o.held_on DESC, o.id DESC) FROM circles o WHERE o.host_id = $2 AND o.withdrawn_at IS NULL), '[]') AS circles,
    (SELECT json_build_object('confirmed', told.n, 'heldOn', told.held_on, 'mine', told.mine, 'topic', told.topic, 'withId', told.with_id) FROM (
        SELECT o.held_on, o.topic, CASE WHEN x.first_id = $2 THEN x.second_id ELSE x.first_id END AS with_id, count(k.membership_id)::int AS n, coalesce(bool_or(k.membership_id = $2), false) AS mine
          FROM learning_pairs x JOIN practicums o ON o.pair_id = x.id LEFT JOIN practicum_confirmations k ON k.practicum_id = o.id
         WHERE x.cohort_id = $1 AND $2 IN (x.first_id, x.second_id) GROUP BY o.id, x.id ORDER BY n DESC, o.held_on DESC LIMIT 1) told) AS practicum,
    EXISTS (SELECT FROM plan_readings r WHERE r.author_id = $2 AND r.taken_back_at IS NULL) AS "planRead",
    ${agreedWith('$2')} AS exceptions
  FROM cohorts c WHERE c.id = $1`;

export const DEEDS_OF = `SELECT ${DEEDS}`;

export interface OwnRow extends DeedsRow {
  entries: { id: string; activityId: string | null; questionId: string | null; moment: Moment | null }[];
  note: {
    noteId: string;
    entryId: string;
    kind: string;
    body: string;
    quote: string | null;
    at: Instant;
    thanked: boolean;
    by: PersonView;
  } | null;
  replies: Record<string, boolean>;
  /** Of meetings that have a room online or take names now. */
  days: Record<string, { link: string | null; open: boolean }>;
  principlesWaiting: boolean;
}

/**
 * All that only the member's own page shows. Row-level security lets the member's own entries and conversations through and
 * nothing else, whoever runs this; the newest entry stands first, so that it wins where an activity has two.
 */
export const OWN = `SELECT
    coalesce((SELECT json_agg(json_build_object('id', e.id, 'activityId', e.activity_id, 'questionId', e.question_id, 'moment', e.moment)
        ORDER BY e.id DESC) FROM entries e WHERE e.author_id = $2 AND (e.activity_id IS NOT NULL OR e.question_id IS NOT NULL)), '[]') AS entries,
    (SELECT json_build_object('noteId', n.id, 'entryId', n.entry_id, 'kind', n.kind, 'body', n.body, 'quote', n.anchor ->> 'quote',
        'at', n.created_at, 'thanked', n.thanked_at IS NOT NULL, 'by', json_build_object('membershipId', m.id, 'name', a.name,
          'role', m.role, 'seat', m.seat, 'municipality', m.municipality, 'occupation', m.occupation))
       FROM conversations v JOIN notes n ON n.conversation_id = v.id JOIN memberships m ON m.id = v.mentor_id JOIN accounts a ON a.id = m.account_id
      WHERE v.author_id = $2 ORDER BY n.id DESC LIMIT 1) AS note,
    coalesce((SELECT json_object_agg(r.meeting_id, r.coming) FROM meeting_replies r WHERE r.membership_id = $2), '{}') AS replies,
    coalesce((SELECT json_object_agg(t.id, json_build_object('link', t.link, 'open', k.open)) FROM meetings t
        LEFT JOIN LATERAL (SELECT true AS open FROM check_in_codes x WHERE x.meeting_id = t.id AND x.valid_until > now() LIMIT 1) k ON true
       WHERE t.cohort_id = $1 AND t.cancelled_at IS NULL AND (t.link IS NOT NULL OR k.open)), '{}') AS days,
    coalesce((SELECT NOT EXISTS (SELECT FROM principle_acceptances y WHERE y.principles_id = s.id AND y.account_id = app.account())
       FROM principles s WHERE s.programme_id = c.programme_id ORDER BY s.version DESC LIMIT 1), false) AS "principlesWaiting",
    ${DEEDS}`;
