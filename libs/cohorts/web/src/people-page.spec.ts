import { fireEvent, render, screen, within } from '@testing-library/angular';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { me, somePeople } from './fixtures';
import { PeoplePage } from './people-page';

async function show(view = somePeople(), answers: Record<string, unknown> = {}) {
  const server = new PretendServer({ 'GET /api/me': me(), 'GET /api/cohorts/lend/people': view, ...answers });
  const { fixture } = await render(PeoplePage, { providers: aroundPages('cohorts', server) });
  await fixture.debugElement.injector.get(Me).load();
  await screen.findByRole('heading', { level: 1, name: 'Inimesed' });
  return server;
}

it('shows those in the circle who sits where, and no address', async () => {
  const view = somePeople({ invite: false, assign: false });
  await show({ ...view, people: view.people.map(({ email: _hidden, ...person }) => person) });
  const leaders = within(screen.getByRole('region', { name: 'Juhid' }));
  expect(leaders.getAllByRole('listitem').map((li) => li.querySelector('b')?.textContent)).toEqual([
    'Marika Tõnurist',
    'Ants Kivirand',
  ]);
  expect(screen.queryByText('Lisa inimesi')).toBeNull();
  expect(document.body.textContent).not.toContain('@');
});

it('assigns a mentor from the list', async () => {
  const server = await show(somePeople(), { 'PUT /api/cohorts/lend/participants/ants/mentor': {} });
  fireEvent.click(screen.getByRole('button', { name: 'Ants Kivirand, mentor: Määra mentor' }));
  fireEvent.click(await screen.findByRole('menuitemradio', { name: 'Helve Raudla' }));
  expect(server.deeds[0]).toMatchObject({ body: { mentorId: 'helve' } });
});

it('checks every line while it is written, adds the good ones and keeps the others', async () => {
  const server = await show(somePeople(), { 'POST /api/cohorts/lend/people': {} });
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'E-posti aadressid' });
  fireEvent.input(field, {
    target: { value: 'anu@x.ee, Anu Tamm, Mäeotsa vald\ntiina.saar@rannasoo\nants@opiring.example' },
  });
  expect(await screen.findByText('1 aadress on korras')).toBeTruthy();
  expect(screen.getByText(/2. real puudub aadressi lõpp/)).toBeTruthy();
  expect(screen.getByText(/3. rida on selles rollis juba olemas/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Lisa üks inimene' }));
  await screen.findByText(/1. real puudub aadressi lõpp/);
  expect(server.deeds.map((d) => d.body)).toEqual([
    {
      email: 'anu@x.ee',
      name: 'Anu Tamm',
      role: 'participant',
      municipality: 'Mäeotsa vald',
      occupation: '',
    },
  ]);
  expect(field.value).toBe('tiina.saar@rannasoo\nants@opiring.example');
});
