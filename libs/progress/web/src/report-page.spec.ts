import { render, screen } from '@testing-library/angular';
import type { ReportView } from '@opiring/contract/report';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { ReportPage } from './report-page';

const me = { cohortId: () => 'lend', timeZone: () => 'Europe/Tallinn' };
const report: ReportView = {
  cohort: {
    id: 'lend',
    name: 'Teine lend',
    programmeTitle: { et: 'Dialoogid kogukonnas' },
    startsOn: '2026-10-01',
    endsOn: '2027-01-31',
    timeZone: 'Europe/Tallinn',
  },
  asOf: '2026-11-24',
  participants: [{ name: 'Marika Tõnurist', municipality: 'Kose vald' }],
  municipalities: ['Kose vald'],
  meetings: [
    {
      position: 1,
      title: { et: 'Dialoog kui meetod' },
      startsAt: '2026-10-18T07:00:00Z',
      state: 'held',
      attendance: { present: 8, online: 1, part: 0, absent: 1, excused: 0, unknown: 0 },
      attended: 9,
      pulse: { fully: 5, mostly: 3, little: 0, not: 0 },
    },
  ],
  circles: { held: 4, people: 37 },
  gone: 0,
  stories: [],
};

it('says the numbers, and leads to the same as files', async () => {
  const server = new PretendServer({ 'GET /api/cohorts/lend/report': report });
  await render(ReportPage, {
    providers: [...aroundPages('progress', server), { provide: Me, useValue: me }],
  });
  expect(await screen.findByRole('heading', { name: 'Aruanne' })).toBeTruthy();
  expect(screen.getByRole('row', { name: /Dialoog kui meetod/ }).textContent).toMatch(
    /9\s*8\s*1\s*0\s*1\s*0/,
  );
  expect(screen.getByText(/4 ringi/)).toBeTruthy();
  const link = screen.getByRole('link', { name: 'PDF, inglise keeles' });
  expect(link.getAttribute('href')).toBe('/api/cohorts/lend/report.pdf?lang=en');
});
