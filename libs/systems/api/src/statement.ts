import type { Taken } from './carrier.queries';
import { factName } from './fact-name';

const ADL = 'http://adlnet.gov/expapi';
const verb = (id: string, name: string) => ({ id, display: { 'en-US': name } });
const VERBS = {
  attended: verb(`${ADL}/verbs/attended`, 'attended'),
  completed: verb(`${ADL}/verbs/completed`, 'completed'),
  satisfied: verb('https://w3id.org/xapi/adl/verbs/satisfied', 'satisfied'),
  voided: verb(`${ADL}/verbs/voided`, 'voided'),
};
/** What was done with what, by topic. */
const DEEDS: Record<string, { verb: keyof typeof VERBS; things: string; type: string }> = {
  attendance: { verb: 'attended', things: 'meetings', type: 'meeting' },
  activities: { verb: 'completed', things: 'activities', type: 'lesson' },
  practicum: { verb: 'completed', things: 'practicums', type: 'performance' },
  circles: { verb: 'completed', things: 'circles', type: 'meeting' },
  certificates: { verb: 'satisfied', things: 'certificates', type: 'course' },
};

/** A person is the id of their seat on this installation: lasting, and nobody's name or address. */
const agent = (homePage: string, name: string) => ({ objectType: 'Agent', account: { homePage, name } });

/** An xAPI statement of a fact, or that one told before no longer stands. Always the same for the same delivery. */
export function statementOf(row: Taken, home: string): object {
  const { namespace, fact, voids, topic, cohortId, subjectId, membershipId, told, happenedAt } = row;
  const id = factName(namespace, fact);
  if (voids) {
    return {
      id,
      actor: agent(home, 'opiring'),
      verb: VERBS.voided,
      object: { objectType: 'StatementRef', id: factName(namespace, voids) },
      timestamp: happenedAt.toISOString(),
    };
  }
  const deed = DEEDS[topic];
  if (!deed || !subjectId || !membershipId) throw new Error(`Nothing is stated of ${topic}.`);
  const { when, day, ...more } = told;
  const extensions = Object.entries(more).map(([key, value]) => [`${home}/xapi/${key}`, value]);
  return {
    id,
    actor: agent(home, membershipId),
    verb: VERBS[deed.verb],
    object: {
      objectType: 'Activity',
      id: `${home}/xapi/${deed.things}/${subjectId}`,
      definition: { type: `${ADL}/activities/${deed.type}` },
    },
    ...(extensions.length > 0 && { result: { extensions: Object.fromEntries(extensions) as object } }),
    context: {
      platform: 'Õpiring',
      contextActivities: { grouping: [{ objectType: 'Activity', id: `${home}/xapi/cohorts/${cohortId}` }] },
    },
    timestamp: timeOf(when ?? day, happenedAt),
  };
}

/** When it took place, where that is known; of a day its noon, so that it is that day in every zone of ours. */
function timeOf(when: string | undefined, happenedAt: Date): string {
  if (!when) return happenedAt.toISOString();
  return new Date(/^\d{4}-\d\d-\d\d$/.test(when) ? `${when}T12:00:00Z` : when).toISOString();
}
