import type { MeetingView, MemberView, PeopleView } from '@opiring/contract/cohorts';
import type { MeView } from '@opiring/contract/identity';
import type { Role } from '@opiring/contract/values';

export function aMember(id: string, name: string, seat: number, more: Partial<MemberView> = {}): MemberView {
  return {
    membershipId: id,
    name,
    role: 'participant',
    seat,
    municipality: 'Kadakmäe vald',
    occupation: '',
    email: `${id}@opiring.example`,
    ended: false,
    mentorId: null,
    partnerId: null,
    pairId: null,
    pausedUntil: null,
    ...more,
  };
}

export function somePeople(can = { invite: true, assign: true }): PeopleView {
  return {
    cohort: {
      id: 'lend',
      programmeId: 'p',
      programmeSlug: 'dialoogid-kogukonnas',
      programmeTitle: { et: 'Dialoogid kogukonnas' },
      name: 'Praegune lend',
      timeZone: 'Europe/Tallinn',
      startsOn: '2026-09-16',
      endsOn: '2027-01-13',
    },
    people: [
      aMember('ants', 'Ants Kivirand', 2),
      aMember('marika', 'Marika Tõnurist', 1, { mentorId: 'helve' }),
      { ...aMember('helve', 'Helve Raudla', 0), role: 'mentor', seat: null },
    ],
    can,
  };
}

export function aMeeting(more: Partial<MeetingView> = {}): MeetingView {
  return {
    id: 'm1',
    position: 1,
    title: { et: 'Kuulamise tasandid' },
    about: {},
    place: { et: 'Tallinn' },
    startsAt: '2026-11-11T08:00:00.000Z',
    endsAt: '2026-11-11T14:30:00.000Z',
    state: 'held',
    revision: 1,
    can: { edit: false, reply: false, recordAttendance: true },
    ...more,
  };
}

export function me(role: Role = 'organizer'): MeView {
  return {
    account: {
      id: 'k',
      email: 'kadri@opiring.example',
      name: 'Kadri Lepik',
      locale: 'et',
      admin: false,
      hasPassword: true,
    },
    memberships: [
      {
        id: 'mk',
        cohortId: 'lend',
        cohortName: 'Praegune lend',
        programmeSlug: 'dialoogid-kogukonnas',
        timeZone: 'Europe/Tallinn',
        role,
        state: 'active',
        seat: null,
        municipality: '',
      },
    ],
  };
}
