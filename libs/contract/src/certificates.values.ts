/** What of a paper its holder may let be seen by whoever checks it. */
export const SHOWABLE = ['name', 'municipality', 'programme', 'hours'] as const;
export type Showable = (typeof SHOWABLE)[number];
