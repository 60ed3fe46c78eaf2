import type { AnnouncementAudience } from '@opiring/contract/announcements';
import type { Role } from '@opiring/contract/values';

/** What a policy looks at: the viewer's active roles in the cohort, and whether they run the installation. */
export interface Standing {
  readonly roles: readonly Role[];
  readonly admin: boolean;
}

const has = ({ roles }: Standing, ...wanted: Role[]): boolean => wanted.some((role) => roles.includes(role));

/** An admin founds programmes and cohorts, and sees no content. */
export const canFound = ({ admin }: { readonly admin: boolean }): boolean => admin;

/** An organizer or program leader of any cohort, or an admin, sees which programmes there are. */
export const canSeeProgrammes = (viewer: Standing): boolean =>
  viewer.admin || has(viewer, 'organizer', 'program_leader');

/** The cohort's name and people: its members, and the admin who sets them up. */
export const canSeeCohort = (viewer: Standing): boolean => viewer.admin || viewer.roles.length > 0;

/** Taking people in and letting them go; their addresses go with it. */
export const canInvite = (viewer: Standing): boolean =>
  viewer.admin || has(viewer, 'organizer', 'program_leader');

/** Mentors, learning partners, agreed pauses: those who know the people, not the admin. */
export const canAssign = (viewer: Standing): boolean => has(viewer, 'organizer', 'program_leader');

/** Meetings are content: members only. */
export const canSeeMeetings = (viewer: Standing): boolean => viewer.roles.length > 0;

export const canPlanMeetings = (viewer: Standing): boolean => has(viewer, 'organizer');

/** Those a meeting is for say whether they come. */
export const canReply = (viewer: Standing): boolean => has(viewer, 'participant', 'mentor');

/** Recording, correcting and seeing everybody's attendance. */
export const canRecordAttendance = (viewer: Standing): boolean => has(viewer, 'organizer', 'program_leader');

/** Saying oneself that one is there. */
export const canCheckIn = (viewer: Standing): boolean => has(viewer, 'participant');

/** Telling the cohort something in the programme's name. */
export const canAnnounce = (viewer: Standing): boolean => has(viewer, 'organizer', 'program_leader');

/** Who has not answered, replied or confirmed reads whoever answers for the cohort; an organizer, to how many it goes. */
export const canSeeWhom = (viewer: Standing, audience: AnnouncementAudience): boolean =>
  canAnnounce(viewer) && (audience === 'cohort' || has(viewer, 'program_leader'));
