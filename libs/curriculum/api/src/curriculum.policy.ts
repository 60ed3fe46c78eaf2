import type { Role } from '@opiring/contract/values';

/** The viewer's active roles in the cohort. An admin without any is an outsider here. */
export type Roles = readonly Role[];

const any = (roles: Roles, ...wanted: Role[]): boolean => wanted.some((role) => roles.includes(role));

/** What is published is every member's. */
export const canSeeCurriculum = (roles: Roles): boolean => roles.length > 0;

/** Drafts and the editions before. */
export const canSeeDraft = (roles: Roles): boolean => any(roles, 'organizer', 'program_leader');

/** Building, rearranging, publishing, rewording the questions. */
export const canEditCurriculum = (roles: Roles): boolean => any(roles, 'organizer');

/** Making a further intake after this one: who builds here builds there. */
export const canReuse = (roles: Roles): boolean => any(roles, 'organizer');

/** Saying "I did this" of one's own activities. */
export const canTellDone = (roles: Roles): boolean => any(roles, 'participant');

/** Programmes are founded by who runs the installation. */
export const canFoundProgramme = ({ admin }: { readonly admin: boolean }): boolean => admin;

/** Agreeing with a leader that something opens earlier or does not count: those who know the people. */
export const canAgree = (roles: Roles): boolean => any(roles, 'organizer', 'program_leader');
