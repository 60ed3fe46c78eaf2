import type { MeView } from '@opiring/contract/identity';
import type { ActivityView, ChangeView, CurriculumView, ModuleView } from '@opiring/contract/curriculum';

/** An activity for specs: `more` says what matters there. */
export function anActivity(id: string, title: string, more: Partial<ActivityView> = {}): ActivityView {
  return {
    id,
    moduleId: 'hold',
    kind: 'read',
    title: { et: title },
    instructions: {},
    required: true,
    minutes: 20,
    opensOn: null,
    link: null,
    questionId: null,
    moment: null,
    meetingId: null,
    revision: 3,
    draft: 'same',
    ...more,
  };
}

export function aModule(id: string, title: string, activities: ActivityView[]): ModuleView {
  return {
    id,
    title: { et: title },
    purpose: { et: 'Milleks see on' },
    startsOn: '2025-10-01',
    endsOn: '2025-10-20',
    alongside: false,
    revision: 2,
    draft: 'same',
    activities,
  };
}

/** The published „Vaata filmi“ is „Vaata videot“ in the draft, and six have done it. */
export function aChange(more: Partial<ChangeView> = {}): ChangeView {
  return {
    kind: 'changed',
    what: 'activity',
    id: 'b',
    moduleId: 'hold',
    fields: ['title'],
    before: anActivity('b', 'Vaata filmi', { kind: 'watch' }),
    after: anActivity('b', 'Vaata videot', { kind: 'watch' }),
    from: 1,
    to: 1,
    done: 6,
    ...more,
  };
}

/** Two modules with four activities, published once, with one change in the draft. */
export function aCurriculum(more: Partial<CurriculumView> = {}): CurriculumView {
  const activities = [
    anActivity('a', 'Loe peatükk'),
    anActivity('b', 'Vaata videot', { kind: 'watch', draft: 'changed' }),
    anActivity('c', 'Kirjuta üles', { kind: 'reflect' }),
    anActivity('d', 'Hoia ringi', { kind: 'circle' }),
  ];
  return {
    cohortId: 'lend',
    questions: [],
    modules: [
      aModule('hold', 'Ringi hoidmine', activities),
      { ...aModule('home', 'Ring kodukohas', []), startsOn: '2025-10-21', endsOn: '2025-12-20' },
    ],
    edition: { id: 'e', number: 1, publishedAt: '2026-11-01T08:00:00.000Z' },
    changes: 3,
    can: { edit: true, publish: true },
    ...more,
  };
}

export const kadri: MeView = {
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
      role: 'organizer',
      state: 'active',
      seat: null,
      municipality: '',
    },
  ],
};
