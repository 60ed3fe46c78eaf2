import type { CompletionRule } from '@opiring/cohorts/api';

/** The rule in force with its revision: 0 while the programme's holds. */
export interface RuleRow {
  rule: CompletionRule;
  revision: number;
  changedAt: Date | null;
  changedBy: string | null;
}

/** $1 the cohort */
export const RULE_IN_FORCE = `SELECT coalesce(r.rule, p.completion_rule) AS rule, coalesce(r.revision, 0) AS revision,
    r.changed_at AS "changedAt", a.name AS "changedBy"
  FROM cohorts c JOIN programmes p ON p.id = c.programme_id
  LEFT JOIN LATERAL (SELECT * FROM completion_rules x WHERE x.cohort_id = c.id ORDER BY x.revision DESC LIMIT 1) r ON true
  LEFT JOIN accounts a ON a.id = r.changed_by WHERE c.id = $1`;

/** One change of a cohort's rule at a time. $1 the cohort */
export const HOLD_RULE = `SELECT id FROM cohorts WHERE id = $1 FOR NO KEY UPDATE`;

/** $1 cohort, $2 revision, $3 rule, $4 by whom, $5 when */
export const KEEP_RULE = `INSERT INTO completion_rules (cohort_id, revision, rule, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)`;
