/** Values both sides share. */
export const LOCALES = ['et', 'en', 'ru'] as const;
export type Locale = (typeof LOCALES)[number];
export const ROLES = ['participant', 'mentor', 'organizer', 'program_leader'] as const;
export type Role = (typeof ROLES)[number];
/** What the four moments of a guiding question are called on the wire. */
export const MOMENTS = ['start', 'middle', 'end'] as const;
export type Moment = (typeof MOMENTS)[number];
/**
 * Headings to begin a text with: `what` What / So what / Now what, `circle` what happened / what I felt / what it means /
 * what I do, `empty` nothing. Help, never a form: the page puts them in, and the author may delete them.
 */
export const FRAMES = ['what', 'circle', 'empty'] as const;
export type Frame = (typeof FRAMES)[number];
