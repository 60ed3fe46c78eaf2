import { CohortDirectory } from '@opiring/cohorts/api';
import type { CertificateView } from '@opiring/contract/progress';
import type { Day } from '@opiring/contract/text';
import { NotFound, type OpenTx, prepared } from '@opiring/platform/api';
import type { CompletionRule, MemberFacts } from './facts';
import { foldFor } from './fold';
import { GATHERED, type GatheredRow, HEAD, type HeadRow, letterOf } from './matrix.queries';
import { factsOf, type MemberRow, memberRows } from './member-facts';
import { titled } from './published-editions';

/** Everybody's facts in a cohort, ready to be asked what a rule gives. */
export interface Standings {
  readonly today: Day;
  readonly head: HeadRow;
  readonly members: { readonly row: MemberRow; readonly facts: MemberFacts }[];
  /** What the rule (the one in force, where none is given) gives each, in the order of the members. */
  outcomes(rule?: CompletionRule): CertificateView[];
}

/** The matrix's own facts and fold, asked for their certificates only (rule 11). */
export async function standingsIn(
  tx: OpenTx,
  cohorts: CohortDirectory,
  cohortId: string,
): Promise<Standings> {
  const [head] = await prepared<HeadRow>(tx, 'progress-head', HEAD, [cohortId, tx.now, []]);
  if (!head) throw new NotFound();
  const modules = titled(head.edition?.content?.modules ?? []);
  const today = cohorts.today(head, tx.now);
  const activities = modules.flatMap((module) => module.activities.map(({ id }) => id));
  const [gathered] = await prepared<GatheredRow>(tx, 'progress-facts', GATHERED, [
    cohortId,
    today,
    activities,
    activities.map((_, ordinal) => letterOf(2 * ordinal)),
    activities.map((_, ordinal) => letterOf(2 * ordinal + 1)),
    head.meetings.map(({ id }) => id),
    null,
  ]);
  if (!gathered) throw new NotFound();
  const orders = { activities: activities.length, meetings: head.meetings.length, retiredModules: [] };
  const members = memberRows(gathered).map((row) => ({ row, facts: factsOf(row, orders) }));
  return {
    today,
    head,
    members,
    outcomes: (rule = head.rule) => {
      const fold = foldFor({ today, endsOn: head.endsOn, modules, meetings: head.meetings, rule });
      return members.map(({ facts }) => fold(facts).certificate);
    },
  };
}
