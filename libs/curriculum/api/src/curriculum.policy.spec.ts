import type { Role } from '@opiring/contract/values';
import {
  canEditCurriculum,
  canFoundProgramme,
  canReuse,
  canSeeCurriculum,
  canSeeDraft,
  canTellDone,
  type Roles,
} from './curriculum.policy';

const roles: Role[] = ['participant', 'mentor', 'organizer', 'program_leader'];
const may = (policy: (roles: Roles) => boolean): Role[] => roles.filter((role) => policy([role]));

describe('who may what with the curriculum', () => {
  it.each<[string, (roles: Roles) => boolean, Role[]]>([
    ['see what is published', canSeeCurriculum, roles],
    ['see the draft', canSeeDraft, ['organizer', 'program_leader']],
    ['edit and publish', canEditCurriculum, ['organizer']],
    ['use it again for a further intake', canReuse, ['organizer']],
    ['tell what they have done', canTellDone, ['participant']],
  ])('%s', (_, policy, expected) => {
    expect(may(policy)).toEqual(expected);
    expect(policy([])).toBe(false);
  });

  it('founds a programme only as admin', () => {
    expect([canFoundProgramme({ admin: true }), canFoundProgramme({ admin: false })]).toEqual([true, false]);
  });
});
