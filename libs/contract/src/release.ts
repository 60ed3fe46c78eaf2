import { isDateString, isUUID, ValidateBy } from 'class-validator';
import type { Instant, LocalText } from './text';
import {
  carriedOver,
  leavesOf,
  MOST_RELEASE_DAYS,
  MOST_RELEASE_LEAVES,
  type ReleaseLeaf,
  type ReleaseRule,
} from './release.values';

export type { ReleaseGroup, ReleaseLeaf, ReleaseRule } from './release.values';

/** Why a rule is refused. `names` are the things in the way, in the order they wait for one another. */
export interface ReleaseFault {
  code:
    | 'meeting-cancelled'
    | 'meeting-gone'
    | 'activity-gone'
    | 'activity-cancelled'
    | 'module-gone'
    | 'module-empty'
    | 'after-end'
    | 'itself'
    | 'circle';
  /** Whose rule it is. */
  what: 'module' | 'activity';
  id: string;
  title: LocalText;
  /** Which of the rule's conditions, in the order they are said, from 0. */
  leaf: number;
  /** What it waits for, and in a circle all that wait in turn. */
  names: LocalText[];
}

/** The learning partners' word about each other's plan. */
export interface PlanReadingView {
  /** When the partner said they have read my plan. */
  mineReadAt: Instant | null;
  /** When I said that I have read theirs. */
  theirsReadAt: Instant | null;
  can: { read: boolean; takeBack: boolean };
}

const KEYS: Record<ReleaseLeaf['when'], readonly string[]> = {
  date: ['when', 'on'],
  meeting: ['when', 'meetingId', 'days'],
  activity: ['when', 'activityId'],
  module: ['when', 'moduleId'],
  'plan-read': ['when'],
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasOnly = (value: object, keys: readonly string[]): boolean =>
  Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));

const isDay = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDateString(value, { strict: true });

function isLeaf(value: Record<string, unknown>): boolean {
  const when = value['when'] as ReleaseLeaf['when'];
  if (typeof when !== 'string' || !Object.hasOwn(KEYS, when) || !hasOnly(value, KEYS[when])) return false;
  if (when === 'date') return isDay(value['on']);
  if (when === 'activity') return isUUID(value['activityId']);
  if (when === 'module') return isUUID(value['moduleId']);
  if (when === 'plan-read') return true;
  const days = value['days'];
  return (
    isUUID(value['meetingId']) &&
    Number.isInteger(days) &&
    Number(days) >= 0 &&
    Number(days) <= MOST_RELEASE_DAYS
  );
}

function isRule(value: unknown, within?: 'all' | 'any' | 'too-deep'): boolean {
  if (!isObject(value)) return false;
  const { when, of } = value;
  if (when !== 'all' && when !== 'any') return isLeaf(value);
  if (within === 'too-deep' || within === when || !hasOnly(value, ['when', 'of'])) return false;
  if (!Array.isArray(of) || of.length < 2 || of.length > MOST_RELEASE_LEAVES) return false;
  return of.every((part) => isRule(part, within === undefined ? when : 'too-deep'));
}

/** A rule that can be said as one sentence: at most eight conditions, groups of two and more, one group deep. */
export const isReleaseRule = (value: unknown): value is ReleaseRule =>
  isRule(value) && leavesOf(value as ReleaseRule).length <= MOST_RELEASE_LEAVES;

export function IsReleaseRule(): PropertyDecorator {
  return ValidateBy({
    name: 'isReleaseRule',
    validator: {
      validate: isReleaseRule,
      defaultMessage: () =>
        `$property must be a condition, or 'all' or 'any' of at most ${MOST_RELEASE_LEAVES}`,
    },
  });
}

/** Ids as the database writes them. */
export const inOneCase = (rule: ReleaseRule): ReleaseRule => carriedOver(rule, (id) => id.toLowerCase(), 0);
