import type { ImportedRule, ProgrammeImportView } from '@opiring/contract/programme-file';
import { inLanguage, type LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import type { Programme } from './archive';
import { conditionsOf, type ProgrammeRule, ruleFromFile } from './archive/release';

const MOST_TOLD = 500;

/** The rules that a file brings, by the names it gives its things: what is only looked over has no ids yet. */
export function rulesIn(
  programme: Programme,
  language: Locale,
): Pick<ProgrammeImportView, 'rules' | 'around'> {
  const ruled = programme.modules
    .flatMap((module) => [
      { what: 'module' as const, title: module.title, rule: module.release },
      ...module.activities.map(({ title, release }) => ({ what: 'activity' as const, title, rule: release })),
    ])
    .flatMap(({ rule, ...thing }) => (rule ? [{ ...thing, rule }] : []))
    .slice(0, MOST_TOLD);
  const told = ruled.flatMap(({ rule }) => conditionsOf(rule));
  const named = {
    modules: namesIn(told, 'module'),
    activities: namesIn(told, 'activity'),
    meetings: Math.max(0, ...told.map((rule) => ('meeting' in rule ? rule.meeting : 0))),
  };
  const same = (names: Set<string>): Map<string, string> => new Map([...names].map((name) => [name, name]));
  const ids = { modules: same(named.modules), activities: same(named.activities) };
  const meetings = Array.from({ length: named.meetings }, (_, at) => ({ id: `${at + 1}`, position: at + 1 }));
  const say = (text: LocalText): LocalText => inLanguage(text, language);
  return {
    rules: ruled.map(({ what, title, rule }): ImportedRule => ({
      what,
      title: say(title),
      release: ruleFromFile(
        rule,
        ids,
        meetings.map(({ id }) => id),
      ),
    })),
    around: {
      meetings,
      modules: programme.modules
        .map(({ id, title, activities }) => ({
          id,
          title: say(title),
          activities: activities
            .filter((activity) => named.activities.has(activity.id))
            .map((activity) => ({ id: activity.id, title: say(activity.title) })),
        }))
        .filter(({ id, activities }) => named.modules.has(id) || activities.length > 0),
    },
  };
}

const namesIn = (rules: readonly ProgrammeRule[], key: 'module' | 'activity'): Set<string> =>
  new Set(rules.flatMap((rule) => (key in rule ? [(rule as Record<string, string>)[key] ?? ''] : [])));
