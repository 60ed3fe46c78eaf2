import type { PersonView } from '@opiring/contract/cohorts';
import type { JourneyActivityView, JourneyView, ProgressMatrixView } from '@opiring/contract/progress';

/** Worlds for the specs of this context. */
export const person = (name: string, seat: number | null = null): PersonView => ({
  membershipId: name.toLowerCase(),
  name,
  role: seat === null ? 'mentor' : 'participant',
  seat,
  municipality: 'Kadakmäe vald',
  occupation: '',
});

export const activity = (change: Partial<JourneyActivityView> = {}): JourneyActivityView => ({
  id: 'a1',
  moduleId: 'm1',
  kind: 'reflect',
  title: { et: 'Mida ma kuulsin' },
  instructions: {},
  required: true,
  minutes: 10,
  opensOn: null,
  link: null,
  questionId: null,
  moment: null,
  meetingId: null,
  state: 'ahead',
  doneAt: null,
  ...change,
});

export const journey = (change: Partial<JourneyView> = {}): JourneyView => ({
  cohort: {
    id: 'c1',
    name: '2026',
    programmeSlug: 'dialoogid-kogukonnas',
    programmeTitle: { et: 'Dialoogid kogukonnas' },
    timeZone: 'Europe/Tallinn',
    startsOn: '2026-10-01',
    endsOn: '2027-01-31',
  },
  me: person('Marika Tõnurist', 1),
  mentor: person('Helve Raudla'),
  partner: null,
  today: '2026-11-24',
  week: 8,
  modules: [
    {
      id: 'm1',
      title: { et: 'Kuulamine' },
      purpose: {},
      startsOn: '2026-10-01',
      endsOn: '2027-01-31',
      alongside: false,
      state: 'begun',
      activities: [activity()],
    },
  ],
  questions: ['Mis läheb korda?', 'Milline on vestluskultuur?'].map((text, n) => ({
    id: `q${n + 1}`,
    position: n + 1,
    strand: 'main',
    version: 1,
    text: { et: text },
    moments: [
      {
        moment: 'start',
        state: 'done',
        at: '2026-10-14T08:00:00Z',
        opensOn: null,
        activityId: 's',
        entryId: 'e',
      },
      { moment: 'middle', state: 'begun', at: null, opensOn: null, activityId: 'm', entryId: 'e2' },
      { moment: 'end', state: 'closed', at: null, opensOn: '2027-01-14', activityId: 'l', entryId: null },
    ],
  })),
  meetings: [],
  attendance: [],
  next: [],
  certificate: {
    state: 'open',
    reasons: {
      attendance: { attended: 3, held: 3, total: 5, needed: 4, met: false },
      practicum: { confirmed: 2, heldOn: '2026-11-10', met: true, asked: true },
      circle: { held: 0, lastOn: null, met: false, needed: 1 },
      activities: null,
    },
  },
  ...change,
});

export const matrix = (change: Partial<ProgressMatrixView> = {}): ProgressMatrixView => ({
  cohort: { id: 'c1', name: '2026', programmeTitle: { et: 'Dialoogid' }, today: '2026-11-24', week: 8 },
  modules: [
    { id: 'm1', title: { et: 'Kohalejõudmine' }, alongside: false, current: false },
    { id: 'm2', title: { et: 'Kuulamine' }, alongside: false, current: true },
    { id: 'm3', title: { et: 'Kaasav juhtimine' }, alongside: true, current: false },
  ],
  meetings: [
    { id: 'k1', position: 1, startsAt: '2026-10-04T07:00:00Z', state: 'held' },
    { id: 'k2', position: 2, startsAt: '2026-12-13T08:00:00Z', state: 'planned' },
  ],
  mentors: [{ membershipId: 'helve', name: 'Helve Raudla' }],
  members: [
    {
      membershipId: 'marika',
      name: 'Marika Tõnurist',
      seat: 1,
      municipality: 'Kadakmäe vald',
      states: ['done', 'begun', 'ahead'],
      attendance: ['present', null],
      circles: 2,
      certificate: 'open',
      pausedUntil: null,
      mentorId: 'helve',
    },
    {
      membershipId: 'toivo',
      name: 'Toivo Urm',
      seat: 4,
      municipality: 'Tammiksaare vald',
      states: ['done', 'paused', 'closed'],
      attendance: ['absent', null],
      circles: 0,
      certificate: 'open',
      pausedUntil: '2026-12-11',
      mentorId: null,
    },
  ],
  totals: { circles: 2, people: 21, lastMeetingAttended: 1 },
  ...change,
});
