import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Programme, programmeArchive } from '@opiring/curriculum/api';
import type { Calendar } from './calendar';

/** A programme of this repository, from its folder: the same files that its archive would hold. */
export function programmeIn(slug: string): Programme {
  const root = join(process.cwd(), 'programmes', slug);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = new Map(
    paths.map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path)] as const),
  );
  return programmeArchive.read(files);
}

/** The same programme on an intake's own days. */
export function onDaysOf(calendar: Calendar, programme: Programme): Programme {
  return {
    ...programme,
    modules: programme.modules.map((module) => ({
      ...module,
      ...(module.startsOn && { startsOn: calendar.day(module.startsOn) }),
      ...(module.endsOn && { endsOn: calendar.day(module.endsOn) }),
      ...(module.release && { release: onDays(module.release, calendar) }),
      activities: module.activities.map((activity) => ({
        ...activity,
        ...(activity.opensOn && { opensOn: calendar.day(activity.opensOn) }),
        ...(activity.release && { release: onDays(activity.release, calendar) }),
      })),
    })),
  };
}

type Rule = NonNullable<Programme['modules'][number]['release']>;

function onDays(rule: Rule, calendar: Calendar): Rule {
  if ('all' in rule) return { all: rule.all.map((part) => onDays(part, calendar)) };
  if ('any' in rule) return { any: rule.any.map((part) => onDays(part, calendar)) };
  return 'date' in rule ? { date: calendar.day(rule.date) } : rule;
}

const ON_PAPER = ['attend', 'talk', 'practicum', 'circle'];

/** The first intake wrote on paper; here it has its meetings, talks, practicum and circles, and nothing waited for anything. */
export function withoutWriting(programme: Programme): Programme {
  const modules = programme.modules
    .map(({ release: _, ...module }) => ({
      ...module,
      activities: module.activities
        .filter(({ kind }) => ON_PAPER.includes(kind))
        .map(({ release: _rule, ...activity }) => activity),
    }))
    .filter(({ activities }) => activities.length > 0);
  return { ...programme, modules };
}
