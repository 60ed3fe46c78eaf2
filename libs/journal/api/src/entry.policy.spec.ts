import type { Membership } from '@opiring/platform/api';
import type { Role } from '@opiring/contract/values';
import {
  canListEntries,
  canOffer,
  canPreviewEntry,
  canReadEntry,
  canSeeReadings,
  canWriteEntry,
  entryAbilities,
  type EntryFacts,
} from './entry.policy';

const seat = (
  id: string,
  role: Role,
  cohortId = 'here',
  state: Membership['state'] = 'active',
): Membership => ({
  id,
  role,
  cohortId,
  state,
  seat: null,
});
const who = (accountId: string, ...memberships: Membership[]) => ({ accountId, memberships });
const author = who('marika', seat('m1', 'participant'));
const left = who('marika', seat('m1', 'participant', 'here', 'ended'));
const partner = who('ants', seat('m2', 'participant'));
const mentor = who('helve', seat('m3', 'mentor'));
const organizer = who('kadri', seat('m4', 'organizer'));
const leader = who('maarja', seat('m5', 'program_leader'));
const admin = { ...who('haldur'), admin: true };
const stranger = who('rein', seat('m9', 'participant', 'elsewhere'));

const unshared: EntryFacts = { cohortId: 'here', accountId: 'marika' };
const givenTo = (readerId: string, mentorId: string | null = null): EntryFacts => ({
  ...unshared,
  readerId,
  mentorId,
});

describe('an unshared entry', () => {
  it.each([
    ['its author', author, true],
    ['its author after leaving', left, true],
    ['the learning partner', partner, false],
    ['the mentor', mentor, false],
    ['an organizer', organizer, false],
    ['a program leader', leader, false],
    ['an admin', admin, false],
    ['a stranger', stranger, false],
  ])('is read by %s: %#', (_, viewer, allowed) => {
    expect(canReadEntry(viewer, unshared)).toBe(allowed);
    expect(canSeeReadings(viewer, unshared)).toBe(allowed);
    expect(entryAbilities(viewer, unshared).delete).toBe(allowed);
  });
});

describe('a shared entry', () => {
  it('is read through the seat the share names, and no other', () => {
    expect(canReadEntry(partner, givenTo('m2'))).toBe(true);
    expect(canReadEntry(partner, givenTo('m3'))).toBe(false);
    expect(canReadEntry(who('ants', seat('m2', 'participant', 'here', 'ended')), givenTo('m2'))).toBe(false);
  });

  it('gives its reader nothing beyond reading; the assigned mentor may note', () => {
    const reading = { edit: false, share: false, delete: false, note: false, seeReadings: false };
    expect(entryAbilities(partner, givenTo('m2'))).toEqual(reading);
    expect(entryAbilities(mentor, givenTo('m3'))).toEqual(reading);
    expect(entryAbilities(mentor, givenTo('m3', 'm3'))).toEqual({ ...reading, note: true });
  });

  it('is not noted by a mentor without a share, nor by the author', () => {
    expect(entryAbilities(mentor, { ...unshared, mentorId: 'm3' }).note).toBe(false);
    expect(entryAbilities(who('marika', seat('m3', 'mentor')), givenTo('m3', 'm3')).note).toBe(false);
  });
});

it('is offered on by the assigned mentor alone, where invited', () => {
  const invited = { ...givenTo('m3', 'm3'), offer: true };
  expect(canOffer(mentor, invited)).toBe(true);
  expect(canOffer(mentor, givenTo('m3', 'm3'))).toBe(false);
  expect(canOffer(mentor, { ...givenTo('m3'), offer: true })).toBe(false);
  expect(canOffer(author, invited)).toBe(false);
  expect(canOffer(partner, { ...givenTo('m2'), offer: true })).toBe(false);
  expect([author, left, mentor, admin].map((viewer) => canPreviewEntry(viewer, invited))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('is changed and shared by its author only while in the cohort', () => {
  expect(entryAbilities(author, unshared)).toMatchObject({ edit: true, share: true, delete: true });
  expect(entryAbilities(left, unshared)).toMatchObject({ edit: false, share: false, delete: true });
});

it.each([
  ['a participant', author, true, true],
  ['a mentor', mentor, true, false],
  ['an organizer', organizer, true, false],
  ['a program leader', leader, true, false],
  ['an admin', admin, false, false],
  ['a stranger', stranger, false, false],
  ['who left', left, false, false],
])('lists and writes: %s', (_, viewer, lists, writes) => {
  expect(canListEntries(viewer, 'here')).toBe(lists);
  expect(canWriteEntry(viewer, 'here')).toBe(writes);
});
