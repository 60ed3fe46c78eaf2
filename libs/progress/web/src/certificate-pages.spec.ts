import type { VerificationView } from '@opiring/contract/certificates';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { render, screen } from '@testing-library/angular';
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
  expect(screen.getByText(/tagasi võetud/)).toBeTruthy();
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
});
