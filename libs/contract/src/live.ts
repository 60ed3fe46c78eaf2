/** Kinds of things that may have changed elsewhere; what exactly, a page reads by its ordinary way. */
export const TOPICS = ['facts', 'meetings', 'curriculum', 'people', 'announcements'] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * What comes over `GET /api/cohorts/:id/events`, each with JSON in its data. `hello`: listening. `news`: these kinds changed.
 * `again`: something may have been missed. `bye`: the stream ends, because the session is over or one's place has changed.
 */
export interface StreamEvents {
  hello: Record<string, never>;
  news: { topics: Topic[] };
  again: Record<string, never>;
  bye: { why: 'session' | 'seat' };
}
