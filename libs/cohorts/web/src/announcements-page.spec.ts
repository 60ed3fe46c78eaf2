import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import type { AnnouncementView } from '@opiring/contract/announcements';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { AnnouncementsPage } from './announcements-page';
import { aMember, me } from './fixtures';

const PATH = '/api/cohorts/lend/announcements';
const one = (more: Partial<AnnouncementView> = {}): AnnouncementView => ({
  id: 'a1',
  title: 'Homme kell kümme',
  body: 'Tule, kui saad.',
  lang: 'et',
  audience: 'cohort',
  sentBy: 'Maarja Mets',
  sentAt: '2026-11-20T08:00:00.000Z',
  correctedAt: null,
  withdrawnAt: null,
  revision: 1,
  can: { edit: false },
  ...more,
});

async function show(announcements: AnnouncementView[], send: boolean, answers: Record<string, unknown> = {}) {
  const server = new PretendServer({
    'GET /api/me': me(),
    [`GET ${PATH}`]: { announcements, can: { send } },
    ...answers,
  });
  const { fixture } = await render(AnnouncementsPage, { providers: aroundPages('cohorts', server) });
  await fixture.debugElement.injector.get(Me).load();
  await screen.findByRole('heading', { level: 1, name: 'Teated' });
  return server;
}

it('says what comes here where nothing has, and keeps the focus through a form that is left', async () => {
  await show([], true);
  expect(await screen.findByText(/Siia jäävad kõik teated alles/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Kirjuta teade' }));
  const heading = await screen.findByRole('heading', { level: 2, name: 'Kirjuta teade' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  fireEvent.click(screen.getByRole('button', { name: 'Sulge' }));
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Kirjuta teade' })),
  );
});

it('is read by those it is for, who can change nothing', async () => {
  await show([one(), one({ id: 'a2', title: '', body: '', withdrawnAt: '2026-11-21T08:00:00.000Z' })], false);
  expect(await screen.findByRole('heading', { name: 'Homme kell kümme' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Tagasi võetud teade' })).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

it('is looked over before it is sent, and sent once', async () => {
  const server = await show([], true, {
    [`POST ${PATH}/preview`]: {
      people: [aMember('marika', 'Marika Tõnurist', 1), aMember('ants', 'Ants Kivirand', 2)],
      count: 2,
      mailed: 1,
    },
    [`POST ${PATH}`]: { id: 'a1' },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Kirjuta teade' }));
  fireEvent.click(screen.getByRole('button', { name: 'Vaata üle' }));
  expect(server.deeds).toEqual([]);
  fireEvent.input(screen.getByLabelText('Kellele'), { target: { value: 'practicum' } });
  fireEvent.input(screen.getByLabelText('Pealkiri'), { target: { value: 'Praktikum' } });
  fireEvent.input(screen.getByLabelText('Teade'), { target: { value: 'Kas kinnitad?' } });
  fireEvent.click(screen.getByRole('button', { name: 'Vaata üle' }));
  expect(await screen.findByText('Marika Tõnurist, Ants Kivirand')).toBeTruthy();
  expect(screen.getByText('1 neist saab ka kirja.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Saada 2 inimesele' }));
  await screen.findByRole('button', { name: 'Kirjuta teade' });
  expect(server.deeds.map(({ deed, body }) => [deed, body])).toEqual([
    [`POST ${PATH}/preview`, { audience: 'practicum' }],
    [`POST ${PATH}`, { audience: 'practicum', title: 'Praktikum', body: 'Kas kinnitad?', lang: 'et' }],
  ]);
});

it('tells an organizer the number alone where it is for those who miss something', async () => {
  await show([one({ audience: 'practicum', can: { edit: true }, reached: 4 })], true, {
    [`POST ${PATH}/preview`]: { count: 3, mailed: 3 },
  });
  expect(await screen.findByText('Jõudis 4 inimeseni')).toBeTruthy();
  expect(screen.queryByRole('group')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Kirjuta teade' }));
  fireEvent.input(screen.getByLabelText('Kellele'), { target: { value: 'practicum' } });
  fireEvent.input(screen.getByLabelText('Pealkiri'), { target: { value: 'Praktikum' } });
  fireEvent.input(screen.getByLabelText('Teade'), { target: { value: 'Kas kinnitad?' } });
  fireEvent.click(screen.getByRole('button', { name: 'Vaata üle' }));
  expect(await screen.findByRole('heading', { name: 'Saab 3 inimest' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Saada 3 inimesele' })).toBeTruthy();
});

it('shows the team how it read before, and corrects it by its revision', async () => {
  const earlier = [{ title: 'Kell üheksa', body: 'Tule.', until: '2026-11-20T09:00:00.000Z' }];
  const server = await show([one({ can: { edit: true }, people: [], earlier })], true, {
    'PATCH /api/announcements/a1': one(),
  });
  expect(await screen.findByText('Kell üheksa')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Paranda' }));
  fireEvent.input(screen.getByLabelText('Pealkiri'), { target: { value: 'Homme kell üksteist' } });
  fireEvent.click(screen.getByRole('button', { name: 'Salvesta parandus' }));
  await screen.findByRole('button', { name: 'Kirjuta teade' });
  expect(server.deeds).toEqual([
    {
      deed: 'PATCH /api/announcements/a1',
      body: { title: 'Homme kell üksteist', body: 'Tule, kui saad.' },
      revision: '"1"',
    },
  ]);
});
