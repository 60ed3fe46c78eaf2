import type { CertificatesView, CompletionView } from '@opiring/contract/certificates';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { render, screen, waitFor, within } from '@testing-library/angular';
import { PapersPage } from './papers-page';

const COHORT = '/api/cohorts/c';
const certificate = {
  state: 'certificate' as const,
  reasons: {
    attendance: { attended: 5, held: 5, total: 5, needed: 4, met: true },
    practicum: { confirmed: 2, heldOn: null, met: true, asked: true },
    circle: { held: 1, lastOn: null, met: true, needed: 1 },
    activities: null,
  },
};
const issued: CertificatesView['members'][number]['issued'] = [
  {
    id: 'p1',
    number: 'DK-2024-001',
    version: 1,
    kind: 'certificate',
    standing: 'valid',
    issuedAt: '2024-02-01T10:00:00.000Z',
    issuedBy: null,
    reason: '',
    revoked: null,
  },
];
const view: CertificatesView = {
  members: [
    {
      membershipId: 'm1',
      name: 'Hille Kuuskmaa',
      seat: 1,
      municipality: 'Ranna',
      certificate,
      due: null,
      issued,
    },
    {
      membershipId: 'm2',
      name: 'Ott Tamm',
      seat: 2,
      municipality: 'Metsa',
      certificate,
      due: 'certificate',
      issued: [],
    },
  ],
};
const rule: CompletionView = {
  attendanceShare: 0.8,
  meetings: null,
  practicum: true,
  circles: 1,
  requiredActivities: false,
  hours: null,
  revision: 3,
  changedAt: null,
  changedBy: null,
  can: { change: true, issue: true },
};

async function show(more: Record<string, unknown> = {}) {
  const server = new PretendServer({
    [`GET ${COHORT}/certificates`]: view,
    [`GET ${COHORT}/completion`]: rule,
    ...more,
  });
  const me = { cohortId: () => 'c', timeZone: () => 'Europe/Tallinn' };
  await render(PapersPage, {
    providers: [...aroundPages('progress', server), { provide: Me, useValue: me }],
  });
  await screen.findByText('Ott Tamm');
  return server;
}
const rowOf = (name: string) => {
  const row = screen.getByText(name, { selector: 'b' }).closest('li');
  if (!row) throw new Error(`${name} has no row`);
  return within(row);
};

describe('papers in the hands of the program leader', () => {
  it('issues to one, by the facts', async () => {
    const server = await show({ [`POST ${COHORT}/certificates`]: view });
    rowOf('Ott Tamm').getByRole('button', { name: 'Anna välja: Ott Tamm' }).click();
    await waitFor(() =>
      expect(server.deeds).toMatchObject([
        { deed: `POST ${COHORT}/certificates`, body: { members: ['m2'] } },
      ]),
    );
  });

  it('issues to all only after saying to whom', async () => {
    const server = await show({ [`POST ${COHORT}/certificates`]: view });
    screen.getByRole('button', { name: 'Anna välja 1 dokument' }).click();
    const dialog = await screen.findByRole('alertdialog').catch(() => screen.findByRole('dialog'));
    expect(dialog.textContent).toContain('Ott Tamm: Tunnistus');
    expect(server.deeds).toEqual([]);
    within(dialog).getByRole('button', { name: 'Anna välja' }).click();
    await waitFor(() => expect(server.deeds).toHaveLength(1));
  });

  it('gives again what was taken back, as long as the facts give it, and tells who did what and why', async () => {
    const [first] = view.members;
    const [one] = issued;
    if (!first || !one) throw new Error('nobody');
    const revoked = { at: '2024-03-01T10:00:00.000Z', by: 'Maarja Soosaar', reason: 'Kohalolek oli vale.' };
    const taken = { ...one, standing: 'revoked' as const, revoked };
    const earned = { ...first, issued: [taken] };
    const open = {
      ...earned,
      membershipId: 'm3',
      name: 'Piret Saar',
      certificate: { ...certificate, state: 'open' as const },
    };
    const again = { ...one, id: 'p2', version: 2, reason: 'Parandatud.' };
    const server = await show({
      [`GET ${COHORT}/certificates`]: { members: [earned, ...view.members.slice(1), open] },
      'POST /api/certificates/p1/reissue': { members: [{ ...first, issued: [again, taken] }] },
    });
    expect(rowOf('Piret Saar').queryByRole('button')).toBeNull();
    const row = rowOf('Hille Kuuskmaa');
    expect(row.getByText(/Kohalolek oli vale\..*Maarja Soosaar/s)).toBeTruthy();
    row.getByRole('button', { name: /^Anna uuesti/ }).click();
    const field = await screen.findByLabelText<HTMLInputElement>(/Miks antakse dokument uuesti/);
    await waitFor(() => expect(document.activeElement).toBe(field));
    field.value = 'Parandatud.';
    field.dispatchEvent(new Event('input'));
    const form = within(field.closest('form') ?? document.body);
    form.getByRole('button', { name: 'Anna uuesti' }).click();
    await waitFor(() => expect(server.deeds).toMatchObject([{ body: { reason: 'Parandatud.' } }]));
    expect(await row.findByText(/1\. väljaanne, .*võeti tagasi: Kohalolek oli vale\./)).toBeTruthy();
    await waitFor(() =>
      expect(document.activeElement).toBe(row.getByRole('link', { name: 'PDF et, Hille Kuuskmaa' })),
    );
  });

  it('asks for a whole share before it looks who would receive what', async () => {
    const server = await show();
    const share = screen.getByRole<HTMLInputElement>('spinbutton', { name: /vähemalt protsenti/ });
    for (const wrong of ['', '500', '12.5']) {
      share.value = wrong;
      share.dispatchEvent(new Event('change'));
      expect(await screen.findByText('Kirjuta siia täisarv vahemikus 0–100.')).toBeTruthy();
      screen.getByRole('button', { name: 'Vaata, kes mille saaks' }).click();
      await waitFor(() => expect(document.activeElement).toBe(share));
      expect(share.value).toBe(wrong);
      share.blur();
    }
    expect(server.deeds).toEqual([]);
  });

  it('takes one back only with a reason', async () => {
    const server = await show({ 'POST /api/certificates/p1/revocation': view });
    rowOf('Hille Kuuskmaa')
      .getByRole('button', { name: /^Võta tagasi/ })
      .click();
    const field = await screen.findByLabelText<HTMLInputElement>(/Miks võetakse/);
    const form = within(field.closest('form') ?? document.body);
    form.getByRole('button', { name: 'Võta tagasi' }).click();
    expect(await screen.findByText(/vähemalt paari sõnaga/)).toBeTruthy();
    expect(server.deeds).toEqual([]);
    field.value = 'Nimi oli vale.';
    field.dispatchEvent(new Event('input'));
    form.getByRole('button', { name: 'Võta tagasi' }).click();
    await waitFor(() => expect(server.deeds).toMatchObject([{ body: { reason: 'Nimi oli vale.' } }]));
  });

  it('shows what a rule would give before it holds', async () => {
    const then = { ...certificate, state: 'statement' as const };
    const members = [{ membershipId: 'm2', name: 'Ott Tamm', seat: 2, now: 'certificate' as const, then }];
    const server = await show({
      [`POST ${COHORT}/completion/preview`]: { members },
      [`PUT ${COHORT}/completion`]: { ...rule, circles: 2, revision: 4 },
    });
    const circles = await screen.findByLabelText<HTMLInputElement>('Ringe kodukohas, vähemalt');
    expect(screen.queryByRole('button', { name: 'Võta kasutusele' })).toBeNull();
    circles.value = '2';
    circles.dispatchEvent(new Event('change'));
    (await screen.findByRole('button', { name: 'Vaata, kes mille saaks' })).click();
    expect(await screen.findByText('Ott Tamm: Saab tunnistuse → Saab tõendi')).toBeTruthy();
    screen.getByRole('button', { name: 'Võta kasutusele' }).click();
    await waitFor(() => expect(server.deeds.map(({ deed }) => deed)).toContain(`PUT ${COHORT}/completion`));
    expect(server.deeds.at(-1)).toMatchObject({ body: { circles: 2, attendanceShare: 0.8 } });
  });
});
