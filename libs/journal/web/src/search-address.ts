/** What is looked for, as it stands in the page's address. */
export interface Sought {
  q: string;
  question: string;
  module: string;
  from: string;
  to: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The words in the page's address, in the language of the product. */
const named = { q: 'q', question: 'kysimus', module: 'moodul', from: 'alates', to: 'kuni' } as const;

/** What the server is asked, or undefined where nothing is looked for yet. */
export function askedOf(cohortId: string | null, sought: Sought): string | undefined {
  const params = new URLSearchParams();
  const words = sought.q.trim().slice(0, 200);
  if (words) params.set('q', words);
  if (sought.question) params.set('question', sought.question);
  if (sought.module) params.set('module', sought.module);
  if (DAY.test(sought.from)) params.set('from', sought.from);
  if (DAY.test(sought.to)) params.set('to', sought.to);
  return cohortId && params.size ? `/api/cohorts/${cohortId}/search?${params.toString()}` : undefined;
}

/** The page's own address; what is empty is left out of it. */
export function addressOf(sought: Sought): Record<string, string | null> {
  const entries = (Object.keys(named) as (keyof Sought)[]).map(
    (key) => [named[key], sought[key].trim() || null] as const,
  );
  return Object.fromEntries(entries);
}
