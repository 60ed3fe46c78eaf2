import type { Role } from '@opiring/contract/values';
import { canSeeJourney, canSeeMember, seesMatrix } from './progress.policy';

const seats = (...roles: Role[]) => roles.map((role) => ({ id: `my-${role}`, role }));

describe('who sees whose progress', () => {
  it.each<[Role[], boolean, ReturnType<typeof seesMatrix>]>([
    [[], false, undefined],
    [['participant'], true, undefined],
    [['mentor'], false, { of: 'mentor', mentorId: 'my-mentor' }],
    [['organizer'], false, undefined],
    [['program_leader'], false, { of: 'cohort' }],
    [['mentor', 'program_leader'], false, { of: 'cohort' }],
    [['organizer', 'mentor'], false, { of: 'mentor', mentorId: 'my-mentor' }],
    [['organizer', 'program_leader'], false, { of: 'cohort' }],
    [['participant', 'mentor'], true, { of: 'mentor', mentorId: 'my-mentor' }],
  ])('%j: a journey %s, the matrix %j', (roles, journey, matrix) => {
    expect(canSeeJourney(seats(...roles))).toBe(journey);
    expect(seesMatrix(seats(...roles))).toEqual(matrix);
  });

  it.each<[Role, string, string | null, boolean]>([
    ['program_leader', 'somebody', null, true],
    ['mentor', 'somebody', 'my-mentor', true],
    ['mentor', 'somebody', 'another', false],
    ['mentor', 'somebody', null, false],
    ['participant', 'my-participant', null, true],
    ['participant', 'somebody', null, false],
    ['organizer', 'somebody', null, false],
  ])('a %s asks for %s, whose mentor is %s: %s', (role, membershipId, mentorId, sees) => {
    expect(canSeeMember(seats(role), { membershipId, mentorId })).toBe(sees);
  });
});
