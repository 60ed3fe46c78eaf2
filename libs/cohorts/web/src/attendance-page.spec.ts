import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { AttendancePage } from './attendance-page';
import { aMeeting, me, somePeople } from './fixtures';

async function show(answers: Record<string, unknown> = {}) {
  const server = new PretendServer({
    'GET /api/me': me(),
    'GET /api/cohorts/lend/people': somePeople(),
    'GET /api/cohorts/lend/meetings': {
      meetings: [aMeeting({ attendance: [{ membershipId: 'marika', state: 'online' }] })],
      can: { plan: true },
    },
    'PUT /api/meetings/m1/attendance/ants': {},
    ...answers,
  });
  const { fixture } = await render(AttendancePage, {
    inputs: { id: 'm1' },
    providers: aroundPages('cohorts', server),
  });
  await fixture.debugElement.injector.get(Me).load();
  await screen.findByRole('heading', { level: 1, name: 'Kohalolek' });
  await screen.findByRole('group', { name: /Ants/ });
  return server;
}

const row = (name: RegExp) => within(screen.getByRole('group', { name }));

it('names the leaders in seat order, each with five states, and nobody else', async () => {
  await show();
  expect(screen.getAllByRole('group').map((g) => g.querySelector('b')?.textContent)).toEqual([
    'Marika Tõnurist',
    'Ants Kivirand',
  ]);
  expect(row(/Ants/).getAllByRole('radio')).toHaveLength(5);
  expect(row(/Marika/).getByRole<HTMLInputElement>('radio', { name: 'veebis' }).checked).toBe(true);
  expect(screen.getByText('Märgitud 1, kokku 2')).toBeTruthy();
});

it('keeps each mark the moment it is chosen', async () => {
  const server = await show();
  fireEvent.click(row(/Ants/).getByRole('radio', { name: 'osa ajast kohal' }));
  await screen.findByText('Märgitud 2, kokku 2');
  expect(server.deeds).toEqual([
    { deed: 'PUT /api/meetings/m1/attendance/ants', body: { state: 'part' }, revision: null },
  ]);
});

it('marks everybody not yet marked with one press, and leaves the others', async () => {
  const server = await show();
  fireEvent.click(screen.getByRole('button', { name: 'Ülejäänud on kohal' }));
  await screen.findByText('Märgitud 2, kokku 2');
  expect(server.deeds.map((d) => [d.deed, d.body])).toEqual([
    ['PUT /api/meetings/m1/attendance/ants', { state: 'present' }],
  ]);
});

it('marks nobody present at a stroke before the day has come', async () => {
  const meeting = aMeeting({ state: 'planned', startsAt: '2126-11-11T08:00:00.000Z', attendance: [] });
  await show({ 'GET /api/cohorts/lend/meetings': { meetings: [meeting], can: { plan: true } } });
  expect(screen.getByText(/Kohtumine on alles 11\. novembril 2126/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /kohal$/ })).toBeNull();
  fireEvent.click(row(/Ants/).getByRole('radio', { name: 'eemal, põhjus teada' }));
  expect(await screen.findByText('Märgitud 1, kokku 2')).toBeTruthy();
});

it('says so and takes the mark back where it did not reach the server', async () => {
  await show({ 'PUT /api/meetings/m1/attendance/ants': { status: 503, code: 'unknown' } });
  fireEvent.click(row(/Ants/).getByRole('radio', { name: 'kohal' }));
  expect(await screen.findByText('Ei salvestunud. Vali uuesti.')).toBeTruthy();
  await waitFor(() => expect(screen.getByText('Märgitud 1, kokku 2')).toBeTruthy());
});

it('lets one read who recorded and corrected what, as it is on opening and after a mark', async () => {
  const change = {
    id: 'c1',
    membershipId: 'ants',
    name: 'Ants Kivirand',
    changedBy: 'Kadri Tamm',
    before: 'absent',
  };
  await show({
    'GET /api/meetings/m1/attendance/changes': {
      changes: [{ ...change, changedAt: '2026-11-24T08:00:00Z', after: 'online' }],
    },
  });
  const history = screen.getByText('Märkimise ajalugu').closest('details') as HTMLDetailsElement;
  history.open = true;
  fireEvent(history, new Event('toggle'));
  expect(await within(history).findByText(/eemal\s+→\s+veebis/)).toBeTruthy();
  expect(within(history).getByText(/Kadri Tamm · /)).toBeTruthy();
});
