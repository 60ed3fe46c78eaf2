import { SetMetadata } from '@nestjs/common';

/** A pure function that says who may; the arguments are the policy's own. */
export type Policy = (...facts: never[]) => unknown;

export const RULE = 'opiring:rule';
export const PUBLIC = 'opiring:public';

/** Names the policy that governs the route. The walk over all routes refuses one with neither this nor @Public. */
export const Rule = (policy: Policy) => SetMetadata(RULE, policy);

/** Open to everybody on purpose. */
export const Public = () => SetMetadata(PUBLIC, true);

export const FOR_TOKENS = 'opiring:for-tokens';

/** Answers to a bearer token alone: a session's cookie is not looked at, and so no other site can borrow it. */
export const ForTokens = () => SetMetadata(FOR_TOKENS, true);

/** The policy of what is one's own: a session is all it takes. */
export const isSignedIn = (viewer: { accountId: string } | undefined): boolean => viewer !== undefined;
