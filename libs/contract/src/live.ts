/** Kinds of things that may have changed elsewhere; what exactly, a page reads by its ordinary way. */
export const TOPICS = ['facts', 'meetings', 'curriculum', 'people', 'announcements', 'calls'] as const;
export type Topic = (typeof TOPICS)[number];

/** How long ago, in milliseconds, something of this kind last changed. */
export interface Lately {
  topic: Topic;
  ago: number;
}

/**
 * What comes over `GET /api/cohorts/:id/events`, each with JSON in its data. `hello`: listening, and what changed just before,
 * complete for the last `knows` milliseconds: what one read meanwhile may be older. `news`: these kinds changed.
 * `again`: something may have been missed. `bye`: the stream ends, because the session is over or one's place has changed.
 */
export interface StreamEvents {
  hello: { knows: number; lately: Lately[] };
  news: { topics: Topic[] };
  again: Record<string, never>;
  bye: { why: 'session' | 'seat' };
}
