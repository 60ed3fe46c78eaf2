import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { render, screen, within } from '@testing-library/angular';
import { MemberPage } from './member-page';

const meeting = (title: string, startsAt: string, state: string, attendance: string | null = null) => ({
  id: title,
  title: { et: title },
  startsAt,
  state,
  attendance,
});
const page = {
  member: { membershipId: 'm1', name: 'Marika Tõnurist', role: 'participant', seat: 1, municipality: '' },
  modules: [],
  circles: [],
  mentor: null,
  partner: null,
  pausedUntil: null,
  exceptions: [],
  certificate: {
    state: 'open',
    reasons: {
      attendance: { attended: 1, held: 2, total: 3, needed: 3, met: false },
      practicum: { confirmed: 0, heldOn: null, met: false, asked: true },
      circle: { held: 0, lastOn: null, met: false, needed: 1 },
      activities: null,
    },
  },
  can: { agree: false },
};

/** The meetings as the page about oneself says them, by their titles. */
async function saidOf(meetings: ReturnType<typeof meeting>[], seis?: string) {
  const path = `/api/cohorts/c1/members/m1/progress${seis ? `?asOf=${seis}` : ''}`;
  const me = { cohortId: () => 'c1', membership: () => ({ id: 'm1' }), timeZone: () => 'Europe/Tallinn' };
  await render(MemberPage, {
    inputs: seis ? { seis } : {},
    providers: [
      ...aroundPages('progress', new PretendServer({ [`GET ${path}`]: { ...page, meetings } })),
      { provide: Me, useValue: me },
    ],
  });
  const list = await screen.findByRole('region', { name: 'Kohtumised' });
  return (title: string) =>
    within(list)
      .getAllByRole('listitem')
      .find((item) => item.textContent.includes(title))?.textContent;
}

it('says of a meeting that was called off that it was, whatever was written down for it', async () => {
  const said = await saidOf([
    meeting('Dialoog', '2023-10-18T07:00:00.000Z', 'held', 'present'),
    meeting('Kuulamine', '2023-11-29T07:00:00.000Z', 'cancelled', 'absent'),
    meeting('Praktika', '2023-12-13T07:00:00.000Z', 'held'),
  ]);
  expect(said('Dialoog')).toMatch(/kohal/);
  expect(said('Kuulamine')).toMatch(/ära jäetud/);
  expect(said('Kuulamine')).not.toMatch(/puudus|märkimata/);
  expect(said('Praktika')).toMatch(/märkimata/);
});

it('leaves ahead, on a day looked back at, what was ahead then', async () => {
  const said = await saidOf([meeting('Kuulamine', '2023-11-29T07:00:00.000Z', 'planned')], '2023-11-01');
  expect(said('Kuulamine')).toMatch(/ees/);
});
