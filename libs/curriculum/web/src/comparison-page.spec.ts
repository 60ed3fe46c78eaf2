import { render, screen } from '@testing-library/angular';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import type { ComparisonView } from '@opiring/contract/reuse';
import { ComparisonPage } from './comparison-page';
import { aChange, anActivity, kadri } from './fixtures';

const [seat] = kadri.memberships;
const meeting = {
  title: { et: 'Esimene kohtumine' },
  about: {},
  place: { et: 'Tallinn' },
  startsAt: '2023-10-04T07:00:00.000Z',
  endsAt: '2023-10-04T13:30:00.000Z',
  agenda: [{ kind: 'circle' as const, minutes: 45, title: { et: 'Avaring' } }],
};
const compared: ComparisonView = {
  before: { id: 'eelmine', name: 'Eelmine lend', startsOn: '2023-10-04', timeZone: 'Europe/Tallinn' },
  after: { id: 'lend', name: 'Praegune lend', startsOn: '2025-10-01', timeZone: 'Europe/Tallinn' },
  modules: [{ id: 'hold', title: { et: 'Ringi hoidmine' } }],
  changes: [
    aChange({
      fields: ['opensOn'],
      before: anActivity('b', 'Vaata videot', { opensOn: '2023-10-09' }),
      after: anActivity('b', 'Vaata videot', { opensOn: '2025-10-08' }),
    }),
  ],
  meetings: [
    {
      id: 'k',
      kind: 'changed',
      fields: ['day', 'place', 'agenda'],
      before: meeting,
      after: {
        ...meeting,
        place: { et: 'Viskla' },
        startsAt: '2025-10-02T07:00:00.000Z',
        endsAt: '2025-10-02T13:30:00.000Z',
        agenda: [{ kind: 'circle', minutes: 60, title: { et: 'Avaring' } }],
      },
    },
  ],
  around: {
    modules: [
      { id: 'm-enne', title: { et: 'Algus' }, activities: [{ id: 'a-enne', title: { et: 'Loe enne' } }] },
      { id: 'm-nüüd', title: { et: 'Kuulamine' }, activities: [] },
    ],
    meetings: [],
  },
};
const cohortOf = (id: string, name: string, startsOn: string) => ({ id, name, startsOn, programmeId: 'p' });

async function show(answers: Record<string, unknown>) {
  const server = new PretendServer({
    'GET /api/me': { ...kadri, memberships: [seat, { ...seat, id: 'mv', cohortId: 'eelmine' }] },
    'GET /api/programmes': [
      {
        id: 'p',
        cohorts: [
          cohortOf('lend', 'Praegune lend', '2025-10-01'),
          cohortOf('eelmine', 'Eelmine lend', '2023-10-04'),
          cohortOf('vooras', 'Võõras lend', '2024-10-04'),
        ],
      },
    ],
    'GET /api/cohorts/lend/comparison?with=eelmine': compared,
    ...answers,
  });
  const { fixture } = await render(ComparisonPage, { providers: aroundPages('curriculum', server) });
  await fixture.debugElement.injector.get(Me).load();
}

describe('what changed since last year', () => {
  it('is told in words, days counted from each first day', async () => {
    await show({});
    expect(await screen.findByText('2 erinevust.')).toBeTruthy();
    const options = screen.getAllByRole('option').map((option) => option.textContent?.trim());
    expect(options).toEqual([expect.stringContaining('Eelmine lend')]);
    expect(screen.getByRole('heading', { name: 'Ringi hoidmine' })).toBeTruthy();
    const said = document.body.textContent?.replace(/\s+/g, ' ');
    for (const words of [
      '6. päev (9. oktoober 2023)',
      '8. päev (8. oktoober',
      '2. päev (2. oktoober',
      'Viskla',
    ])
      expect(said).toContain(words);
  });

  it('says when things open by the names of each intake, and how an agenda changed', async () => {
    const opens = aChange({
      fields: ['release'],
      before: anActivity('b', 'Vaata videot', { release: { when: 'activity', activityId: 'a-enne' } }),
      after: anActivity('b', 'Vaata videot', { release: { when: 'module', moduleId: 'm-nüüd' } }),
    });
    await show({ 'GET /api/cohorts/lend/comparison?with=eelmine': { ...compared, changes: [opens] } });
    await screen.findByText('2 erinevust.');
    const said = document.body.textContent?.replace(/\s+/g, ' ');
    for (const words of ['„Loe enne“', '„Kuulamine“', 'Päevakava', 'Avaring (45 min)', 'Avaring (60 min)'])
      expect(said?.replace(/ (?=[“)])/g, '')).toContain(words);
  });

  it('says that a file was replaced where its name stayed', async () => {
    const sheet = (hash: string, name = 'leht.pdf') => ({
      id: name,
      title: {},
      file: { name, type: 'application/pdf', size: 9, hash },
    });
    const replaced = aChange({
      fields: ['materials'],
      before: anActivity('d', 'Tööleht', { materials: [sheet('a'), sheet('a', 'kava.pdf')] }),
      after: anActivity('d', 'Tööleht', { materials: [sheet('b'), sheet('a', 'kava.pdf')] }),
    });
    await show({ 'GET /api/cohorts/lend/comparison?with=eelmine': { ...compared, changes: [replaced] } });
    await screen.findByText('2 erinevust.');
    const said = document.body.textContent?.replace(/\s+/g, ' ');
    expect(said).toContain('leht.pdf (fail on asendatud), kava.pdf');
  });

  it('says so where nothing differs', async () => {
    await show({
      'GET /api/cohorts/lend/comparison?with=eelmine': { ...compared, changes: [], meetings: [] },
    });
    expect(await screen.findByText('Kavad on samad')).toBeTruthy();
  });

  it('says so where there is nothing to compare with', async () => {
    await show({ 'GET /api/programmes': [] });
    expect(await screen.findByText('Võrrelda ei ole millegagi')).toBeTruthy();
  });
});
