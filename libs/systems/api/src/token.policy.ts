import type { TokenScope } from '@opiring/contract/systems.values';

/** Another system that reads: a viewer of its own kind. It is no account, has no role, and knows one cohort. */
export interface Token {
  readonly id: string;
  readonly cohortId: string;
  readonly scopes: readonly TokenScope[];
}

/** A token knows of its own cohort only; any other is not there. */
export const knows = (token: Pick<Token, 'cohortId'>, cohortId: string): boolean =>
  token.cohortId === cohortId;

/** Beside the cohort itself, a token reads what it was made for. */
export const canReadFacts = (token: Pick<Token, 'scopes'>, scope: TokenScope | 'cohort'): boolean =>
  scope === 'cohort' || token.scopes.includes(scope);
