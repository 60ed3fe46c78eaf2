import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { render, screen } from '@testing-library/angular';
import { pastOf } from './as-of';
import { matrix } from './fixtures';
import { SteeringPage } from './steering-page';

const me = { cohortId: () => 'c', memberships: () => [], timeZone: () => 'Europe/Tallinn' };
const attention = {
  rules: {
    missedMeetings: 2,
    unansweredDays: 10,
    asked: true,
    pauseEndsDays: 7,
    revision: 0,
    changedAt: null,
    changedBy: null,
  },
  cards: [],
  setAside: [],
};

async function show(seis?: string) {
  const server = new PretendServer({
    'GET /api/cohorts/c/progress': matrix(),
    'GET /api/cohorts/c/progress?asOf=2025-10-15': matrix({ members: matrix().members.slice(0, 1) }),
    'GET /api/cohorts/c/attention': attention,
    'GET /api/cohorts/c/progress/changes': { since: null, until: '2026-11-24T10:00:00Z', changes: [] },
    'GET /api/cohorts/c/pulse': { ask: null, meetings: [] },
  });
  await render(SteeringPage, {
    inputs: { seis },
    providers: [...aroundPages('progress', server), { provide: Me, useValue: me }],
  });
}

describe('looking back from the overview', () => {
  it('says which day one sees, and takes away what would change today', async () => {
    await show('2025-10-15');
    expect(await screen.findByText(/nagu see oli 15\. oktoobri.* õhtul/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Tagasi tänasesse' })).toBeTruthy();
    expect(screen.queryByText('Toivo Urm')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Tunnistused' })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Kellele võiks helistada' })).toBeNull();
  });

  it('is not looking back where no day, or none that is over, is asked for', async () => {
    expect(
      [undefined, '', 'eile', '2026-11-24', '2026-11-25'].map((day) => pastOf(day, '2026-11-24')),
    ).toEqual([undefined, undefined, undefined, undefined, undefined]);
    await show();
    expect(await screen.findByRole('heading', { name: 'Kellele võiks helistada' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Tagasi tänasesse' })).toBeNull();
  });
});
