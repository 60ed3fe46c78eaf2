import { ActivatedRoute } from '@angular/router';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import type { ReceiverView, SystemsView, TokenView } from '@opiring/contract/systems';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { of } from 'rxjs';
import { StoppedNotice } from './stopped-notice';
import { SystemsPage } from './systems-page';

const AT = '/api/cohorts/lend';
const me = {
  cohortId: () => 'lend',
  timeZone: () => 'Europe/Tallinn',
  membership: () => ({ cohortId: 'lend', role: 'program_leader', state: 'active' }),
};
const token: TokenView = {
  id: 't1',
  name: 'Valla süsteem',
  beginning: 'opiring_AbCd',
  scopes: ['people', 'progress'],
  madeBy: 'Maarja Mets',
  madeAt: '2026-11-20T08:00:00.000Z',
  expiresAt: '2027-02-20T08:00:00.000Z',
  lastUsedOn: '2026-11-24',
  standing: 'standing',
};
const hook: ReceiverView = {
  id: 'w1',
  kind: 'webhook',
  name: 'Teavituskeskus',
  url: 'https://receiver.example/hook',
  topics: ['attendance'],
  version: null,
  madeAt: '2026-11-20T08:00:00.000Z',
  state: 'stopped',
  failingSince: '2026-11-21T08:00:00.000Z',
  waiting: 3,
  lastToldAt: null,
  formerUntil: null,
};

async function show(view: SystemsView, answers: Record<string, unknown> = {}): Promise<PretendServer> {
  const server = new PretendServer({
    [`GET ${AT}/systems`]: view,
    [`GET ${AT}/systems/stopped`]: { stopped: [] },
    ...answers,
  });
  await render(SystemsPage, {
    providers: [...aroundPages('systems', server), { provide: Me, useValue: me }],
  });
  await screen.findByRole('heading', { level: 1, name: 'Teised süsteemid' });
  return server;
}
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

it('says that nobody reads or hears, where nobody does', async () => {
  await show({ tokens: [], receivers: [] });
  expect(await screen.findByText('Ühtegi luba ei ole.')).toBeTruthy();
  expect(screen.getByText('Ühelegi aadressile ei teatata.')).toBeTruthy();
  expect(screen.getByText('Hoidlat ei ole valitud.')).toBeTruthy();
});

it('gives a token by its scopes and shows it once', async () => {
  const server = await show(
    { tokens: [], receivers: [] },
    { [`POST ${AT}/tokens`]: { token, secret: 'opiring_salajane' } },
  );
  await press('Anna uus luba');
  await press('Anna luba');
  expect(await screen.findByText('Täida see väli.')).toBeTruthy();
  expect(server.deeds).toEqual([]);
  fireEvent.input(screen.getByLabelText('Kellele'), { target: { value: 'Valla süsteem' } });
  fireEvent.click(screen.getByLabelText('tegevuste seis'));
  fireEvent.click(screen.getByLabelText('inimesed (nimi, koht, omavalitsus)'));
  fireEvent.change(screen.getByLabelText('Kui kaua kehtib'), { target: { value: '365' } });
  await press('Anna luba');
  const shown = (await screen.findByLabelText('Luba: Valla süsteem')) as HTMLInputElement;
  expect(shown.value).toBe('opiring_salajane');
  expect(server.deeds.map(({ deed, body }) => [deed, body])).toEqual([
    [`POST ${AT}/tokens`, { name: 'Valla süsteem', scopes: ['people', 'progress'], days: 365 }],
  ]);
  await press('Olen selle kopeerinud');
  await waitFor(() => expect(screen.queryByLabelText('Luba: Valla süsteem')).toBeNull());
});

it('shows what a token reads and until when, and revokes it when asked twice', async () => {
  const server = await show({ tokens: [token], receivers: [] }, { 'DELETE /api/tokens/t1': {} });
  expect(await screen.findByText('inimesed (nimi, koht, omavalitsus), tegevuste seis')).toBeTruthy();
  expect(screen.getByText(/viimati kasutatud 24\. november/)).toBeTruthy();
  await press('Tühista luba: Valla süsteem');
  const dialog = await screen.findByRole('alertdialog');
  expect(server.deeds).toEqual([]);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Tühista' }));
  await waitFor(() => expect(server.deeds.map(({ deed }) => deed)).toEqual(['DELETE /api/tokens/t1']));
});

it('says which address is told no more, and goes on with it', async () => {
  const server = await show(
    { tokens: [], receivers: [hook] },
    {
      'POST /api/receivers/w1/resumption': { ...hook, state: 'well', status: undefined },
      'GET /api/receivers/w1/deliveries': {
        deliveries: [
          {
            id: 'd1',
            type: 'attendance.recorded',
            madeAt: '2026-11-21T08:00:00.000Z',
            attempts: 9,
            status: 503,
            state: 'given-up',
            settledAt: '2026-11-24T08:00:00.000Z',
          },
        ],
      },
    },
  );
  expect(
    await screen.findByText(/peatatud, sest teated ei jõudnud kohale \(esimene tõrge: 21\. november/),
  ).toBeTruthy();
  expect(screen.getByText(/3 teadet ootab/)).toBeTruthy();
  await press('Logi: Teavituskeskus');
  expect((await screen.findByRole('row', { name: /attendance\.recorded/ })).textContent).toMatch(
    /loobutud.*9 korda.*vastus 503/s,
  );
  await press('Jätka: Teavituskeskus');
  await waitFor(() =>
    expect(server.deeds.map(({ deed }) => deed)).toEqual(['POST /api/receivers/w1/resumption']),
  );
});

it('names the field whose address will not do', async () => {
  await show(
    { tokens: [], receivers: [] },
    { [`POST ${AT}/webhooks`]: { status: 400, code: 'address-refused', type: '', title: '', requestId: '' } },
  );
  await press('Lisa aadress');
  fireEvent.input(screen.getByLabelText('Kellele'), { target: { value: 'Keskus' } });
  fireEvent.input(screen.getByLabelText('Aadress'), { target: { value: 'https://127.0.0.1/' } });
  await press('Lisa');
  expect(await screen.findByText('Vali vähemalt üks.')).toBeTruthy();
  fireEvent.click(screen.getByLabelText('kohalolek kirjas'));
  await press('Lisa');
  expect(await screen.findByText(/https-aadress avalikus võrgus/)).toBeTruthy();
  expect(screen.getByLabelText('Aadress').getAttribute('aria-invalid')).toBe('true');
});

it('sets a record store with its secret', async () => {
  const server = await show({ tokens: [], receivers: [] }, { [`PUT ${AT}/record-store`]: hook });
  await press('Vali hoidla');
  fireEvent.input(screen.getByLabelText('Hoidla aadress'), {
    target: { value: 'https://store.example/xapi' },
  });
  fireEvent.input(screen.getByLabelText('Kasutajanimi või võti'), { target: { value: 'ring' } });
  fireEvent.input(screen.getByLabelText('Parool või saladus'), { target: { value: 'saladus' } });
  await press('Salvesta hoidla');
  await waitFor(() => expect(server.deeds).toHaveLength(1));
  expect(server.deeds[0]).toMatchObject({
    deed: `PUT ${AT}/record-store`,
    body: {
      url: 'https://store.example/xapi',
      version: '2.0.0',
      key: 'ring',
      secret: 'saladus',
      topics: ['attendance', 'activities', 'practicum', 'circles', 'certificates'],
    },
  });
});

it('names what a record store will not take, and leads to it', async () => {
  const refused = { status: 400, code: 'address-refused', type: '', title: '', requestId: '' };
  const server = await show({ tokens: [], receivers: [] }, { [`PUT ${AT}/record-store`]: refused });
  await press('Vali hoidla');
  const url = screen.getByLabelText('Hoidla aadress');
  const key = screen.getByLabelText('Kasutajanimi või võti');
  fireEvent.input(url, { target: { value: 'https://192.168.1.2/xapi' } });
  fireEvent.input(key, { target: { value: 'ring:vald' } });
  fireEvent.input(screen.getByLabelText('Parool või saladus'), { target: { value: 'saladus' } });
  await press('Salvesta hoidla');
  expect(await screen.findByText('Siia koolonit panna ei saa.')).toBeTruthy();
  expect(document.activeElement).toBe(key);
  fireEvent.input(key, { target: { value: 'ring' } });
  const topics = screen.getAllByRole('checkbox');
  topics.forEach((topic) => fireEvent.click(topic));
  await press('Salvesta hoidla');
  expect(await screen.findByText('Vali vähemalt üks.')).toBeTruthy();
  expect(document.activeElement).toBe(topics[0]);
  expect(server.deeds).toEqual([]);
  topics.forEach((topic) => fireEvent.click(topic));
  await press('Salvesta hoidla');
  expect(await screen.findByText(/https-aadress avalikus võrgus/)).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(url));
});

it('forgets a secret that was typed and not kept, and goes back to where one came from', async () => {
  await show({ tokens: [], receivers: [] });
  await press('Vali hoidla');
  fireEvent.input(screen.getByLabelText('Parool või saladus'), { target: { value: 'saladus' } });
  await press('Loobu');
  const opens = await screen.findByRole('button', { name: 'Vali hoidla' });
  await waitFor(() => expect(document.activeElement).toBe(opens));
  fireEvent.click(opens);
  expect(((await screen.findByLabelText('Parool või saladus')) as HTMLInputElement).value).toBe('');
});

it('leads whoever follows the notice to what stopped', async () => {
  const route = { fragment: of('peatatud') };
  const server = new PretendServer({
    [`GET ${AT}/systems`]: { tokens: [], receivers: [hook] },
    [`GET ${AT}/systems/stopped`]: { stopped: [] },
  });
  await render(SystemsPage, {
    providers: [
      ...aroundPages('systems', server),
      { provide: Me, useValue: me },
      { provide: ActivatedRoute, useValue: route },
    ],
  });
  const resume = await screen.findByRole('button', { name: 'Jätka: Teavituskeskus' });
  await waitFor(() => expect(document.activeElement).toBe(resume));
});

it('says on other pages that somebody is told no more, and where to look; else nothing', async () => {
  const stopped = [
    { name: 'Teavituskeskus', since: '2026-11-21T08:00:00.000Z' },
    { name: 'Vald', since: '2026-11-22T08:00:00.000Z' },
  ];
  const server = new PretendServer({ [`GET ${AT}/systems/stopped`]: { stopped } });
  const providers = [...aroundPages('systems', server), { provide: Me, useValue: me }];
  await render(StoppedNotice, { providers });
  const notice = await screen.findByRole('status');
  expect(notice.textContent).toMatch(/2 süsteemi ei saa enam teateid, esimesena „Teavituskeskus“/);
  const link = within(notice).getByRole('link', { name: 'Vaata, mis juhtus' });
  expect(link.getAttribute('href')).toBe('/ulevaade/teised-susteemid#peatatud');
});
