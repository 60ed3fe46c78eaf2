import type { Role } from '@opiring/contract/values';
import { canAnswerPulse, seesPulse } from './pulse.policy';

it.each<[Role[], boolean, boolean]>([
  [[], false, false],
  [['participant'], true, true],
  [['mentor'], true, false],
  [['organizer'], true, false],
  [['program_leader'], true, false],
  [['mentor', 'participant'], true, true],
])('%j sees the pulse: %s, answers it: %s', (roles, sees, answers) => {
  const seats = roles.map((role) => ({ role }));
  expect(seesPulse(seats)).toBe(sees);
  expect(canAnswerPulse(seats)).toBe(answers);
});
