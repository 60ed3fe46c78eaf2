import type { Role } from '@opiring/contract/values';
import {
  canCorrectCircle,
  canHoldPracticum,
  canRecordCircle,
  canSeeCircle,
  seesCircles,
} from './circle.policy';

const seat = (role: Role, id: string = role) => ({ id, role });

describe('who may do what with circles', () => {
  it.each<[Role[], ReturnType<typeof seesCircles>, boolean]>([
    [[], 'none', false],
    [['participant'], 'own', true],
    [['mentor'], 'accompanied', false],
    [['organizer'], 'none', false],
    [['program_leader'], 'all', false],
    [['participant', 'mentor'], 'accompanied', true],
    [['participant', 'program_leader'], 'all', true],
  ])('%j sees %s, records: %s', (roles, seen, records) => {
    const seats = roles.map((role) => seat(role));
    expect(seesCircles(seats)).toBe(seen);
    expect(canRecordCircle(seats)).toBe(records);
    expect(canHoldPracticum(seats)).toBe(records);
  });

  it.each<[string, ReturnType<typeof seat>[], boolean, boolean, boolean]>([
    ['its host', [seat('participant', 'host')], false, true, true],
    ['another participant', [seat('participant', 'other')], false, false, false],
    ['the host’s mentor', [seat('mentor')], true, true, false],
    ['another mentor', [seat('mentor')], false, false, false],
    ['a participant whose account mentors elsewhere', [seat('participant', 'other')], true, false, false],
    ['the organizer', [seat('organizer')], true, false, false],
    ['the program leader', [seat('program_leader')], false, true, false],
    ['nobody of the cohort', [], true, false, false],
  ])('%s', (_, seats, accompanied, sees, corrects) => {
    expect(canSeeCircle(seats, { hostId: 'host' }, accompanied)).toBe(sees);
    expect(canCorrectCircle(seats, { hostId: 'host' })).toBe(corrects);
  });
});
