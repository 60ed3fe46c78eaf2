import type { Role } from '@opiring/contract/values';
import { canAcceptPrinciples, canReadShelf, canSeeInterests } from './library.policy';

describe('who uses the library', () => {
  it.each<[Role[], boolean, boolean]>([
    [[], false, false],
    [['participant'], true, false],
    [['mentor'], true, false],
    [['organizer'], true, true],
    [['program_leader'], true, false],
    [['program_leader', 'organizer'], true, true],
  ])('%j: the shelf %s, addresses %s', (roles, shelf, addresses) => {
    const seats = roles.map((role) => ({ role }));
    expect(canReadShelf(seats)).toBe(shelf);
    expect(canAcceptPrinciples(seats)).toBe(shelf);
    expect(canSeeInterests(seats)).toBe(addresses);
  });
});
