import type { Role } from '@opiring/contract/values';
import {
  canAssign,
  canFound,
  canInvite,
  canPlanMeetings,
  canRecordAttendance,
  canReply,
  canSeeCohort,
  canSeeMeetings,
  canSeeProgrammes,
  canSeeWhom,
  type Standing,
} from './cohort.policy';

const viewers: Record<string, Standing> = {
  outsider: { roles: [], admin: false },
  participant: { roles: ['participant'], admin: false },
  mentor: { roles: ['mentor'], admin: false },
  organizer: { roles: ['organizer'], admin: false },
  leader: { roles: ['program_leader'], admin: false },
  admin: { roles: [], admin: true },
};
const may = (policy: (viewer: Standing) => boolean): string[] =>
  Object.entries(viewers).flatMap(([name, viewer]) => (policy(viewer) ? [name] : []));

describe('who may what in a cohort', () => {
  it.each<[string, (viewer: Standing) => boolean, string[]]>([
    ['found a programme or cohort', canFound, ['admin']],
    ['see which programmes there are', canSeeProgrammes, ['organizer', 'leader', 'admin']],
    [
      'see the cohort and its people',
      canSeeCohort,
      ['participant', 'mentor', 'organizer', 'leader', 'admin'],
    ],
    ['take people in', canInvite, ['organizer', 'leader', 'admin']],
    ['arrange who walks with whom', canAssign, ['organizer', 'leader']],
    ['see the meetings', canSeeMeetings, ['participant', 'mentor', 'organizer', 'leader']],
    ['plan meetings', canPlanMeetings, ['organizer']],
    ['say whether they come', canReply, ['participant', 'mentor']],
    ['record attendance', canRecordAttendance, ['organizer', 'leader']],
    ['see who is everybody', (viewer) => canSeeWhom(viewer, 'cohort'), ['organizer', 'leader']],
    ['see who has not answered', (viewer) => canSeeWhom(viewer, 'start-questions'), ['leader']],
    ['see who has not replied', (viewer) => canSeeWhom(viewer, 'meeting-reply'), ['leader']],
    ['see who has not confirmed', (viewer) => canSeeWhom(viewer, 'practicum'), ['leader']],
  ])('%s', (_, policy, expected) => {
    expect(may(policy)).toEqual(expected);
  });

  it('adds roles up', () => {
    const roles: Role[] = ['participant', 'organizer'];
    expect(canPlanMeetings({ roles, admin: false }) && canReply({ roles, admin: false })).toBe(true);
  });
});
