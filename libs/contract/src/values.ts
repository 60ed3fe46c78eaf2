/** Values both sides share. */
export const LOCALES = ['et', 'en', 'ru'] as const;
export type Locale = (typeof LOCALES)[number];
export const ROLES = ['participant', 'mentor', 'organizer', 'program_leader'] as const;
export type Role = (typeof ROLES)[number];
/** What the four moments of a guiding question are called on the wire. */
export const MOMENTS = ['start', 'middle', 'end'] as const;
export type Moment = (typeof MOMENTS)[number];
