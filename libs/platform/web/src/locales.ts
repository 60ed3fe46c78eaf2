/** The same list as in the contract; repeated, because the screens take only types from there. */
export const LOCALES = ['et', 'en', 'ru'] as const;
export type Locale = (typeof LOCALES)[number];
