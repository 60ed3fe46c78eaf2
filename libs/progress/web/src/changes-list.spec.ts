import type { ChangesView } from '@opiring/contract/changes';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { render, screen } from '@testing-library/angular';
import { ChangesList } from './changes-list';

const marika = { membershipId: 'm', name: 'Marika Tõnurist', seat: 1 };
const view: ChangesView = {
  since: '2026-11-03T08:00:00Z',
  until: '2026-11-24T08:00:00Z',
  changes: [
    { ...marika, kind: 'attendance', day: '2026-11-11', before: 'absent', after: 'online' },
    { ...marika, kind: 'module', title: { et: 'Kuulamine' } },
    { ...marika, kind: 'circle', held: 2 },
    { ...marika, kind: 'pause', until: null },
    { ...marika, kind: 'certificate', before: 'open', after: 'certificate' },
  ],
};
async function show(answer: ChangesView) {
  const noted = { since: view.until, until: view.until, changes: [] };
  const server = new PretendServer({
    'GET /api/cohorts/c/progress/changes': answer,
    'PUT /api/cohorts/c/progress/changes/mark': noted,
  });
  const me = { cohortId: () => 'c', timeZone: () => 'Europe/Tallinn' };
  await render(ChangesList, {
    providers: [...aroundPages('progress', server), { provide: Me, useValue: me }],
  });
  return server;
}

describe('what changed since one last looked', () => {
  it('is said in plain sentences, and gone once noted', async () => {
    const server = await show(view);
    expect(await screen.findByText(/5 muutust pärast seda/)).toBeTruthy();
    for (const told of [
      'Kohtumine 11. november: veebis (enne: eemal).',
      'Läbis mooduli „Kuulamine“.',
      'Kirjas on 2 ringi kodukohas.',
      'Kokkulepitud paus on läbi.',
      'Tunnistus: tingimused on täidetud.',
    ])
      expect(screen.getByText(told)).toBeTruthy();
    screen.getByRole('button', { name: 'Märgi nähtuks' }).click();
    expect(await screen.findByText(/ei ole midagi muutunud/)).toBeTruthy();
    expect(server.deeds).toMatchObject([
      { deed: 'PUT /api/cohorts/c/progress/changes/mark', body: { until: view.until } },
    ]);
  });

  it('begins with a first mark', async () => {
    await show({ since: null, until: view.until, changes: [] });
    expect(await screen.findByText(/Märgi tänane seis nähtuks/)).toBeTruthy();
  });
});
