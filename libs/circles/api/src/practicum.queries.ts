import type { PracticumView } from '@opiring/contract/circles';
import type { PersonView } from '@opiring/contract/cohorts';

/** Two learning partners, as they stand today. */
export interface PairRow {
  id: string;
  firstId: string;
  secondId: string;
}
export interface PartnershipRow {
  me: PersonView;
  partner: PersonView | null;
  practicum: PracticumView | null;
}

/** $1 one of the two */
export const PAIR_OF = `SELECT id, first_id AS "firstId", second_id AS "secondId" FROM learning_pairs
  WHERE ended_at IS NULL AND $1 IN (first_id, second_id)`;

const person = (member: string, account: string): string => `json_build_object('membershipId', ${member}.id,
  'name', ${account}.name, 'role', ${member}.role, 'seat', ${member}.seat, 'municipality', ${member}.municipality,
  'occupation', ${member}.occupation)`;

/** $1 the asking partner: both of them, and what they held. */
export const PARTNERSHIP = `SELECT ${person('m', 'a')} AS me,
    CASE WHEN other.id IS NOT NULL THEN ${person('other', 'b')} END AS partner,
    CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'heldOn', p.held_on, 'topic', p.topic,
      'revision', p.revision, 'confirmedBy', coalesce((
        SELECT json_agg(json_build_object('membershipId', k.membership_id, 'at', k.confirmed_at) ORDER BY k.confirmed_at)
          FROM practicum_confirmations k WHERE k.practicum_id = p.id), '[]')) END AS practicum
  FROM memberships m JOIN accounts a ON a.id = m.account_id
  LEFT JOIN learning_pairs pair ON pair.ended_at IS NULL AND m.id IN (pair.first_id, pair.second_id)
  LEFT JOIN memberships other ON other.id = CASE WHEN pair.first_id = m.id THEN pair.second_id ELSE pair.first_id END
  LEFT JOIN accounts b ON b.id = other.account_id
  LEFT JOIN practicums p ON p.pair_id = pair.id
  WHERE m.id = $1`;
