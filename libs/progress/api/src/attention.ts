import type { AttentionRules, CallReason } from '@opiring/contract/attention';
import type { Day } from '@opiring/contract/text';

const A_DAY = 24 * 60 * 60 * 1000;
export const RULES_AT_FIRST: AttentionRules = {
  missedMeetings: 2,
  unansweredDays: 10,
  asked: true,
  pauseEndsDays: 7,
};

/** What of a member may be a reason to call. Instants in milliseconds. */
export interface CallFacts {
  /** The meetings held that somebody recorded for the member, in order. */
  readonly meetings: readonly { readonly at: number; readonly missed: boolean }[];
  /** When texts that still wait for the mentor's answer were shared. */
  readonly waiting: readonly number[];
  readonly askedAt: number | null;
  readonly pausedUntil: Day | null;
}
/** A reason with its occasion: what was set aside comes back only with a later one. */
export interface Occasion {
  readonly reason: CallReason;
  readonly at: number;
  readonly day: Day;
}

/** The reasons to call one member today. During an agreed pause nobody is called about meetings. */
export function occasionsFor(
  rules: AttentionRules,
  today: Day,
  dayOf: (instant: number) => Day,
): (facts: CallFacts) => Occasion[] {
  const daysSince = (day: Day): number => Math.round((Date.parse(today) - Date.parse(day)) / A_DAY);
  return ({ meetings, waiting, askedAt, pausedUntil }) => {
    const found: Occasion[] = [];
    if (rules.asked && askedAt !== null) found.push({ reason: 'asked', at: askedAt, day: dayOf(askedAt) });
    const last = pausedUntil === null ? lastMissed(meetings, rules.missedMeetings) : undefined;
    if (last !== undefined) found.push({ reason: 'missed', at: last, day: dayOf(last) });
    const { unansweredDays } = rules;
    const late =
      unansweredDays === null ? [] : waiting.filter((at) => daysSince(dayOf(at)) >= unansweredDays);
    if (late.length > 0)
      found.push({ reason: 'unanswered', at: Math.max(...late), day: dayOf(Math.min(...late)) });
    if (
      pausedUntil !== null &&
      rules.pauseEndsDays !== null &&
      -daysSince(pausedUntil) <= rules.pauseEndsDays
    )
      found.push({ reason: 'pause-ends', at: Date.parse(pausedUntil), day: pausedUntil });
    return found;
  };
}

/** When the latest of enough meetings missed in a row was. */
function lastMissed(meetings: CallFacts['meetings'], needed: number | null): number | undefined {
  const lastThere = meetings.findLastIndex(({ missed }) => !missed);
  const inARow = meetings.length - 1 - lastThere;
  return needed !== null && inARow >= needed ? meetings.at(-1)?.at : undefined;
}
