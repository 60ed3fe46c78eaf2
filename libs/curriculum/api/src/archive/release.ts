import {
  isGroup,
  MOST_RELEASE_DAYS,
  MOST_RELEASE_LEAVES,
  type ReleaseLeaf,
  type ReleaseRule,
} from '@opiring/contract/release.values';
import type { Day } from '@opiring/contract/text';

/** A rule as a file says it: by the names things have there, meetings by their place from 1. */
export type ProgrammeRule =
  | { date: Day }
  | { meeting: number; days?: number }
  | { activity: string }
  | { module: string }
  | { partner: 'has-read-plan' }
  | { all: ProgrammeRule[] }
  | { any: ProgrammeRule[] };

const SLUG = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 };
const only = (properties: object, required = Object.keys(properties)) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const LEAVES = [
  only({ date: { type: 'string', format: 'date' } }),
  only(
    {
      meeting: { type: 'integer', minimum: 1, maximum: 500 },
      days: { type: 'integer', minimum: 1, maximum: MOST_RELEASE_DAYS },
    },
    ['meeting'],
  ),
  only({ activity: SLUG }),
  only({ module: SLUG }),
  only({ partner: { const: 'has-read-plan' } }),
];
const group = (key: 'all' | 'any', items: object) =>
  only({ [key]: { type: 'array', minItems: 2, maxItems: MOST_RELEASE_LEAVES, items } });
const leaf = { anyOf: LEAVES };
/** A condition, or all or any of several; a group within a group is of the other kind. */
export const RELEASE_SCHEMA = {
  anyOf: [
    ...LEAVES,
    group('all', { anyOf: [...LEAVES, group('any', leaf)] }),
    group('any', { anyOf: [...LEAVES, group('all', leaf)] }),
  ],
};

const partsOf = (rule: ProgrammeRule): ProgrammeRule[] | undefined =>
  'all' in rule ? rule.all : 'any' in rule ? rule.any : undefined;

/** The single conditions in their order. */
export const conditionsOf = (rule: ProgrammeRule): ProgrammeRule[] =>
  partsOf(rule)?.flatMap(conditionsOf) ?? [rule];

/** What a rule names that the file does not have, in words. */
export function strangersIn(
  rule: ProgrammeRule,
  known: { modules: ReadonlySet<string>; activities: ReadonlySet<string> },
): string[] {
  const told = conditionsOf(rule);
  const strange = told.flatMap((condition) => {
    if ('activity' in condition && !known.activities.has(condition.activity))
      return [`names no activity of the programme: “${condition.activity}”`];
    if ('module' in condition && !known.modules.has(condition.module))
      return [`names no module of the programme: “${condition.module}”`];
    return [];
  });
  return told.length > MOST_RELEASE_LEAVES
    ? [...strange, `holds more than ${MOST_RELEASE_LEAVES} conditions`]
    : strange;
}

/** Ids to names. What names a thing that is gone is left out: it can never be met, and publishing tells of it. */
export function ruleForFile(
  rule: ReleaseRule,
  nameOf: (id: string) => string | undefined,
  meetings: readonly string[],
): ProgrammeRule | undefined {
  if (!isGroup(rule)) return conditionFor(rule, nameOf, meetings);
  const parts = rule.of.flatMap((part) => ruleForFile(part, nameOf, meetings) ?? []);
  if (parts.length < 2) return parts[0];
  return rule.when === 'all' ? { all: parts } : { any: parts };
}

function conditionFor(
  told: ReleaseLeaf,
  nameOf: (id: string) => string | undefined,
  meetings: readonly string[],
): ProgrammeRule | undefined {
  switch (told.when) {
    case 'date':
      return { date: told.on };
    case 'meeting': {
      const meeting = meetings.indexOf(told.meetingId) + 1;
      return meeting === 0 ? undefined : { meeting, ...(told.days > 0 && { days: told.days }) };
    }
    case 'activity': {
      const activity = nameOf(told.activityId);
      return activity === undefined ? undefined : { activity };
    }
    case 'module': {
      const module = nameOf(told.moduleId);
      return module === undefined ? undefined : { module };
    }
    case 'plan-read':
      return { partner: 'has-read-plan' };
  }
}

/** Names to ids; every name is known by now. */
export function ruleFromFile(
  rule: ProgrammeRule,
  ids: { modules: ReadonlyMap<string, string>; activities: ReadonlyMap<string, string> },
  meetings: readonly string[],
): ReleaseRule {
  const parts = partsOf(rule);
  if (parts)
    return {
      when: 'all' in rule ? 'all' : 'any',
      of: parts.map((part) => ruleFromFile(part, ids, meetings)),
    };
  if ('date' in rule) return { when: 'date', on: rule.date };
  if ('meeting' in rule)
    return { when: 'meeting', meetingId: meetings[rule.meeting - 1] ?? '', days: rule.days ?? 0 };
  if ('activity' in rule) return { when: 'activity', activityId: ids.activities.get(rule.activity) ?? '' };
  if ('module' in rule) return { when: 'module', moduleId: ids.modules.get(rule.module) ?? '' };
  return { when: 'plan-read' };
}
