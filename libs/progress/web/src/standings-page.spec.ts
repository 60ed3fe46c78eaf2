import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import type { CohortStandingView } from '@opiring/contract/standings';
import { render, screen, within } from '@testing-library/angular';
import { StandingsPage } from './standings-page';

const cohort = (id: string, more: Partial<CohortStandingView> = {}): CohortStandingView => ({
  cohort: {
    id,
    name: `Lend ${id}`,
    programmeTitle: { et: 'Dialoogid' },
    startsOn: '2026-09-23',
    endsOn: '2027-01-31',
    today: '2026-11-24',
    week: 9,
  },
  membershipId: `seat ${id}`,
  members: 10,
  modules: [
    {
      id: 'm1',
      title: { et: 'Kuulamine' },
      alongside: false,
      current: true,
      states: { done: 7, begun: 2, ahead: 0, paused: 1, closed: 0, excused: 0 },
    },
  ],
  meetings: [
    {
      id: 'k1',
      day: '2026-10-04',
      state: 'held',
      attended: 9,
      pulse: { fully: 4, mostly: 3, little: 1, not: 0 },
    },
    { id: 'k2', day: '2026-12-13', state: 'planned', attended: null, pulse: null },
  ],
  circles: { held: 14, people: 163 },
  certificates: { certificate: 1, statement: 0, open: 9 },
  ...more,
});
const few = cohort('B', {
  members: 3,
  circles: null,
  certificates: null,
  modules: [{ id: 'm', title: { et: 'Ring' }, alongside: false, current: false, states: null }],
  meetings: [{ id: 'k', day: '2026-10-05', state: 'held', attended: null, pulse: null }],
});

async function show() {
  const choose = jest.fn();
  const server = new PretendServer({ 'GET /api/cohort-standings': { cohorts: [cohort('A'), few] } });
  await render(StandingsPage, {
    providers: [
      ...aroundPages('progress', server),
      { provide: Me, useValue: { timeZone: () => 'Europe/Tallinn', choose } },
    ],
  });
  return { choose, one: await screen.findByRole('article', { name: 'Lend A' }) };
}

it('says of each cohort its sentence, modules, meetings, papers and pulse', async () => {
  const { one } = await show();
  const said = one.textContent?.replace(/\s+/g, ' ');
  expect(said).toContain('Kümnest juhist üheksa jõudis viimasele kohtumisele.');
  expect(said).toContain('peetud 14 ringi, kokku 163 inimesega');
  expect(
    within(one)
      .getByText(/Kuulamine/)
      .closest('li')
      ?.textContent?.replace(/\s+/g, ''),
  ).toBe('1KuulamineLäbitud7Käsil2Kokkulepitudpaus1');
  expect(said).toContain('9 kohal, lennus 10');
  expect(said).toContain('täiesti4');
});

it('says no numbers of a cohort of three', async () => {
  await show();
  const other = await screen.findByRole('article', { name: 'Lend B' });
  expect(other.textContent).toContain('Alla viie inimese kohta koondarve ei näidata.');
  expect(within(other).queryByRole('heading', { name: 'Tunnistused' })).toBeNull();
});

it('opens the overview of the cohort one chooses', async () => {
  const { choose, one } = await show();
  const go = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
  within(one)
    .getByRole('button', { name: /Ava ülevaade.*Lend A/ })
    .click();
  expect(choose).toHaveBeenCalledWith('seat A');
  expect(go).toHaveBeenCalledWith('/ulevaade');
});
