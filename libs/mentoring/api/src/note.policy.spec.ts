import type { Role } from '@opiring/contract/values';
import {
  canListConversations,
  canReadNote,
  canReply,
  canSeeDesk,
  canThank,
  type NoteFacts,
} from './note.policy';

const who = (accountId: string, role: Role, cohortId = 'here', state: 'active' | 'ended' = 'active') => ({
  accountId,
  memberships: [{ id: accountId, role, cohortId, state, seat: null }],
});
const note: NoteFacts = { cohortId: 'here', accountId: 'marika', mentorAccountId: 'helve' };
const nobody = { accountId: 'haldur', memberships: [] };

it.each([
  ['the author', who('marika', 'participant'), [true, true, true]],
  ['the mentor', who('helve', 'mentor'), [true, true, false]],
  ['the author, after leaving', who('marika', 'participant', 'here', 'ended'), [true, false, false]],
  ['another participant', who('ants', 'participant'), [false, false, false]],
  ['another mentor', who('tiina', 'mentor'), [false, false, false]],
  ['an organizer', who('kadri', 'organizer'), [false, false, false]],
  ['a program leader', who('maarja', 'program_leader'), [false, false, false]],
  ['an admin', nobody, [false, false, false]],
])('reads, replies to and thanks for a note: %s', (_, viewer, wanted) => {
  expect([canReadNote(viewer, note), canReply(viewer, note), canThank(viewer, note)]).toEqual(wanted);
});

it.each([
  ['a mentor', who('helve', 'mentor'), [true, true]],
  ['a mentor elsewhere', who('helve', 'mentor', 'there'), [false, false]],
  ['a mentor who left', who('helve', 'mentor', 'here', 'ended'), [false, false]],
  ['a participant', who('marika', 'participant'), [false, true]],
  ['an organizer', who('kadri', 'organizer'), [false, true]],
  ['an admin', nobody, [false, false]],
])('has a desk, lists conversations: %s', (_, viewer, wanted) => {
  expect([canSeeDesk(viewer, 'here'), canListConversations(viewer, 'here')]).toEqual(wanted);
});
