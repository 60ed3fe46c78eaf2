import type { VerificationView } from '@opiring/contract/certificates';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { render, screen, waitFor } from '@testing-library/angular';
import { CertificateCheckPage } from './certificate-check-page';
import { CertificateOwnPage } from './certificate-own-page';

const paper: VerificationView = {
  number: 'DK-2024-007',
  version: 1,
  kind: 'certificate',
  standing: 'revoked',
  issuedOn: '2024-02-01',
  issuer: { et: 'Korraldaja' },
  language: 'et',
  revokedAt: '2024-03-01T10:00:00.000Z',
  name: 'Hille Kuuskmaa',
  municipality: null,
  programme: { et: 'Dialoogid kogukonnas' },
  hours: null,
};
const check = (answers: Record<string, unknown>) =>
  render(CertificateCheckPage, {
    inputs: { code: 'kood' },
    providers: aroundPages('progress', new PretendServer(answers)),
  });

it('says plainly that a paper was revoked', async () => {
  await check({ 'GET /api/verifications/kood': paper });
  expect(await screen.findByRole('heading', { name: 'Tunnistus DK-2024-007' })).toBeTruthy();
  expect(screen.getByText('Hille Kuuskmaa')).toBeTruthy();
  expect(screen.getByText(/on tagasi võetud/)).toBeTruthy();
  expect(screen.getByText('Tagasi võetud: 1. märts 2024')).toBeTruthy();
  expect(screen.getByText('Välja antud: 1. veebruar 2024')).toBeTruthy();
});

it('says what is not there calmly', async () => {
  await check({});
  expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
});

it('lets a holder print, take along and choose', async () => {
  const own = {
    id: 'x1',
    number: 'DK-2024-007',
    version: 1,
    kind: 'certificate',
    standing: 'valid',
    issuedAt: '2024-02-01T10:00:00.000Z',
    reason: '',
    revoked: null,
    programmeTitle: { et: 'Dialoogid kogukonnas' },
    cohortName: 'Lend',
    holderName: 'Hille',
    url: '/tunnistus/kood',
    shown: ['name', 'programme'],
  };
  const server = new PretendServer({
    'GET /api/me/certificates': [own],
    'PUT /api/certificates/x1/showing': own,
  });
  await render(CertificateOwnPage, { providers: aroundPages('progress', server) });
  const hours = await screen.findByRole('checkbox', { name: /Tunnid/ });
  hours.click();
  await Promise.resolve();
  expect(server.deeds.map(({ body }) => body)).toEqual([{ shown: ['name', 'programme', 'hours'] }]);
  // A choice made before the first is kept builds on it: hiding the name does not take the hours back.
  screen.getByRole('checkbox', { name: /Nimi/ }).click();
  await waitFor(() => expect(server.deeds.at(-1)?.body).toEqual({ shown: ['programme', 'hours'] }));
  // What did not get through stands as it was, and takes nothing else with it.
  delete server.answers['PUT /api/certificates/x1/showing'];
  server.answers['GET /api/me/certificates'] = [{ ...own, shown: ['programme', 'hours'] }];
  const name = screen.getByRole<HTMLInputElement>('checkbox', { name: /Nimi/ });
  name.click();
  await waitFor(() => expect(server.deeds).toHaveLength(3));
  await waitFor(() => expect(name.checked).toBe(false));
});

it('says before anything is issued what follows from the facts', async () => {
  const me = { cohortId: () => 'c1', timeZone: () => 'Europe/Tallinn' };
  const reasons = {
    attendance: { attended: 3, held: 4, total: 5, needed: 4, met: false },
    practicum: { confirmed: 1, heldOn: null, met: false, asked: true },
    circle: { held: 0, lastOn: null, met: false, needed: 1 },
    activities: null,
  };
  const server = new PretendServer({
    'GET /api/me/certificates': [],
    'GET /api/cohorts/c1/journey': { certificate: { state: 'open', reasons } },
  });
  await render(CertificateOwnPage, {
    providers: [...aroundPages('progress', server), { provide: Me, useValue: me }],
  });
  expect(await screen.findByText(/3 kohtumist viiest, tunnistuseks on vaja nelja/)).toBeTruthy();
  expect(screen.getByText(/ootab teise õpipartneri kinnitust/)).toBeTruthy();
});

it('tells the holder why a paper was issued anew and why one was taken back', async () => {
  const paper = {
    number: 'DK-1',
    kind: 'certificate',
    programmeTitle: { et: 'Dialoogid' },
    shown: [],
    url: '/t',
  };
  const issuedAt = '2024-02-01T10:00:00.000Z';
  await render(CertificateOwnPage, {
    providers: aroundPages(
      'progress',
      new PretendServer({
        'GET /api/me/certificates': [
          { ...paper, id: 'x2', issuedAt, standing: 'valid', reason: 'Nimi oli vale', revoked: null },
          {
            ...paper,
            id: 'x3',
            issuedAt,
            standing: 'revoked',
            reason: '',
            revoked: { at: issuedAt, by: 'M', reason: 'Kaks korda antud' },
          },
        ],
      }),
    ),
  });
  expect(await screen.findByText('Uuesti antud: Nimi oli vale')).toBeTruthy();
  expect(screen.getByText('Tagasi võetud: Kaks korda antud')).toBeTruthy();
});
