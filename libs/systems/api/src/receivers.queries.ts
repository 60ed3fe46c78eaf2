import type { DeliveryView, ReceiverView } from '@opiring/contract/systems';

type Instants = 'madeAt' | 'failingSince' | 'lastToldAt' | 'formerUntil';
export interface ReceiverRow extends Omit<ReceiverView, Instants> {
  cohortId: string;
  madeAt: Date;
  failingSince: Date | null;
  lastToldAt: Date | null;
  formerUntil: Date | null;
}
export interface DeliveryRow extends Omit<DeliveryView, 'madeAt' | 'settledAt'> {
  madeAt: Date;
  settledAt: Date | null;
}

const RECEIVER = `SELECT r.id, r.cohort_id AS "cohortId", r.kind, r.name, r.url, r.topics, r.version, r.made_at AS "madeAt",
    CASE WHEN r.stopped_at IS NOT NULL THEN 'stopped' WHEN r.failing_since IS NOT NULL THEN 'failing' ELSE 'well' END AS state,
    r.failing_since AS "failingSince", CASE WHEN r.former_until > now() THEN r.former_until END AS "formerUntil",
    (SELECT count(*) FROM deliveries d WHERE d.receiver_id = r.id AND d.settled_at IS NULL)::int AS waiting,
    (SELECT max(d.settled_at) FROM deliveries d WHERE d.receiver_id = r.id AND NOT d.given_up) AS "lastToldAt"
  FROM receivers r`;

/** $1 the cohort; the record store first, then webhooks as they were added. */
export const RECEIVERS_IN = `${RECEIVER} WHERE r.cohort_id = $1 ORDER BY r.kind, r.id LIMIT 100`;
/** $1 the cohort; those who are told no more. */
export const STOPPED_IN = `SELECT name, stopped_at AS since FROM receivers WHERE cohort_id = $1 AND stopped_at IS NOT NULL ORDER BY stopped_at LIMIT 100`;
/** $1 the receiver */
export const RECEIVER_BY_ID = `${RECEIVER} WHERE r.id = $1`;
/** $1 cohort, $2 kind, $3 name, $4 url, $5 topics, $6 version, $7 sealed secret, $8 by which membership */
export const ADD_RECEIVER = `INSERT INTO receivers (cohort_id, kind, name, url, topics, version, secret, made_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`;
/** $1 receiver, $2 topics, $3 version, $4 sealed secret: the same store, spoken to otherwise. */
export const CHANGE_STORE = `UPDATE receivers SET topics = $2, version = $3, secret = $4, failing_since = NULL, stopped_at = NULL WHERE id = $1`;
export const REMOVE_RECEIVER = `DELETE FROM receivers WHERE id = $1`;
/** $1 receiver, $2 the new sealed secret: both sign for a day. */
export const ROTATE = `UPDATE receivers SET former_secret = secret, former_until = now() + interval '1 day', secret = $2 WHERE id = $1`;
/** $1 receiver: what was given up or waits goes again. */
export const RESUME = `WITH resumed AS (UPDATE receivers SET stopped_at = NULL, failing_since = NULL WHERE id = $1)
  UPDATE deliveries SET settled_at = NULL, given_up = false, made_at = now(), next_at = now()
   WHERE receiver_id = $1 AND (settled_at IS NULL OR given_up) AND (leased_until IS NULL OR leased_until < now())`;
/** $1 receiver, $2 cohort, $3 a name of its own, $4 now */
export const PING = `INSERT INTO deliveries (receiver_id, cohort_id, topic, type, fact, happened_at) VALUES ($1, $2, 'ping', 'ping', $3, $4)`;
/** $1 receiver, $2 after which, $3 how many; newest first. */
export const DELIVERIES = `SELECT d.id, d.type, d.made_at AS "madeAt", d.attempts, d.status, d.settled_at AS "settledAt",
    CASE WHEN d.given_up THEN 'given-up' WHEN d.settled_at IS NOT NULL THEN 'told' ELSE 'waiting' END AS state
  FROM deliveries d WHERE d.receiver_id = $1 AND ($2::uuid IS NULL OR d.id < $2) ORDER BY d.id DESC LIMIT $3`;
