import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { ToastPlace } from '@opiring/platform/ui';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import type { CopyPlanView } from '@opiring/contract/reuse';
import { CopyPage } from './copy-page';
import { aYearOn } from './copy-days';
import { kadri } from './fixtures';

const plan: CopyPlanView = {
  from: { name: 'Praegune lend', startsOn: '2023-10-04' },
  firstDay: '2027-10-08',
  endsOn: '2028-02-04',
  shift: 1465,
  sameWeekday: '2027-10-06',
  dates: [
    {
      what: 'meeting',
      id: 'k',
      title: { et: 'Esimene kohtumine' },
      before: '2023-12-22',
      after: '2027-12-26',
      hours: { from: '10:00', until: '16:30' },
      falls: { on: 'holiday', name: { et: 'teine jõulupüha' } },
      proposals: [
        { to: '2027-12-27', why: 'next-working-day' },
        { to: '2028-01-02', why: 'week-later' },
      ],
    },
    {
      what: 'module-starts',
      id: 'm',
      title: { et: 'Algus' },
      before: '2023-10-04',
      after: '2027-10-08',
      proposals: [],
    },
  ],
  modules: 1,
  activities: 7,
  meetings: 1,
  leftOut: [],
  published: true,
};

async function show(answers: Record<string, unknown> = {}) {
  const server = new PretendServer({
    'GET /api/me': kadri,
    'GET /api/cohorts/lend': { id: 'lend', startsOn: '2023-10-04' },
    'POST /api/cohorts/lend/copies/preview': plan,
    ...answers,
  });
  const { fixture } = await render('<op-copy-page /><op-toasts />', {
    imports: [CopyPage, ToastPlace],
    providers: aroundPages('curriculum', server),
  });
  await fixture.debugElement.injector.get(Me).load();
  await screen.findByText('Esimene kohtumine');
  return server;
}
const asked = (server: PretendServer) =>
  server.deeds.filter(({ deed }) => deed.endsWith('/preview')).map(({ body }) => body as object);

describe('a further intake', () => {
  it('begins a year on, on the same weekday', () => {
    expect(aYearOn('2023-10-04', '2026-11-27')).toBe('2027-09-29');
    expect(aYearOn('2026-10-07', '2026-11-27')).toBe('2027-10-06');
  });

  it('says what falls on a day off, and takes other days one by one or all', async () => {
    const server = await show();
    expect(screen.getByText('Üks kuupäev langeb nädalavahetusele või riigipühale.')).toBeTruthy();
    expect(screen.getByText('Riigipüha: teine jõulupüha')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Nädal hiljem:.*Esimene kohtumine$/ }));
    const moved = (to: string) => ({ moves: [{ what: 'meeting', id: 'k', to }] });
    await waitFor(() => expect(asked(server).at(-1)).toMatchObject(moved('2028-01-02')));
    fireEvent.click(screen.getByRole('button', { name: 'Nihuta kõik järgmisele tööpäevale' }));
    await waitFor(() => expect(asked(server).at(-1)).toMatchObject(moved('2027-12-27')));
    fireEvent.click(screen.getByRole('button', { name: /^Võta kolmapäev/ }));
    await waitFor(() =>
      expect(asked(server).at(-1)).toEqual({ firstDay: '2027-10-06', of: 'draft', moves: [] }),
    );
  });

  it('asks for a name, and makes all of it once', async () => {
    const server = await show({
      'POST /api/cohorts/lend/copies': { cohort: { id: 'uus', name: 'Teine lend' } },
    });
    const made = () => server.deeds.filter(({ deed }) => deed === 'POST /api/cohorts/lend/copies');
    fireEvent.click(screen.getByRole('button', { name: 'Tee uus lend' }));
    const name = screen.getByLabelText('Uue lennu nimi');
    expect(name.getAttribute('aria-invalid')).toBe('true');
    expect(made()).toEqual([]);
    fireEvent.input(name, { target: { value: 'Teine lend' } });
    fireEvent.click(screen.getByRole('button', { name: 'Tee uus lend' }));
    expect(await screen.findByText('Lend „Teine lend“ on olemas, selle kava on kavand')).toBeTruthy();
    expect(made()).toHaveLength(1);
    expect(made()[0]?.body).toMatchObject({ name: 'Teine lend', of: 'draft' });
  });

  it('says so where nothing is published yet', async () => {
    const server = await show();
    server.answers['POST /api/cohorts/lend/copies/preview'] = { status: 409, code: 'nothing-to-copy' };
    const choice = screen.getByRole('radio', { name: /Viimati avaldatud/ });
    fireEvent.click(choice);
    expect(await screen.findByText(/ei ole veel midagi avaldatud/)).toBeTruthy();
  });
});
