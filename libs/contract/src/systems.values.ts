/** What a token may be allowed to read beside the cohort itself. */
export const TOKEN_SCOPES = [
  'people',
  'meetings',
  'attendance',
  'progress',
  'circles',
  'certificates',
  'report',
] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What another system may be told of as it happens. */
export const TOPICS = [
  'meetings',
  'attendance',
  'activities',
  'practicum',
  'circles',
  'certificates',
] as const;
export type Topic = (typeof TOPICS)[number];

/** Of meetings a learning record store is told nothing: they are nobody's deed. */
export const STORE_TOPICS = TOPICS.filter((topic) => topic !== 'meetings');

export const XAPI_VERSIONS = ['1.0.3', '2.0.0'] as const;
export type XapiVersion = (typeof XAPI_VERSIONS)[number];

/** Longest life of a token, in days. */
export const LONGEST_TOKEN_DAYS = 400;
