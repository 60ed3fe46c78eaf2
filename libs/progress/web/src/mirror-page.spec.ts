import type { MirrorRoleView, MirrorView } from '@opiring/contract/mirror';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { render, screen, within } from '@testing-library/angular';
import { MirrorPage } from './mirror-page';

const person = (name: string, role: 'participant' | 'mentor' | 'organizer', seat: number | null = null) => ({
  membershipId: name,
  name,
  role,
  seat,
  municipality: 'Kadakmäe vald',
  occupation: '',
});
const role = (more: Partial<MirrorRoleView> & Pick<MirrorRoleView, 'role'>): MirrorRoleView => ({
  people: [],
  entries: [],
  conversations: [],
  row: null,
  attendance: null,
  standing: null,
  circles: null,
  address: null,
  practicum: null,
  exceptions: [],
  ...more,
});
const helve = person('Helve Raudla', 'mentor');
const mirror: MirrorView = {
  cohortId: 'c1',
  me: person('Marika Tõnurist', 'participant', 1),
  meetings: ['held', 'cancelled', 'held', 'planned', 'planned'],
  roles: [
    role({
      role: 'mentor',
      people: [helve],
      entries: [
        {
          entryId: 'e1',
          title: 'Ants vaikis',
          version: 2,
          audience: 'mentor',
          sharedAt: '2026-11-01T10:00:00Z',
          expiresAt: '2026-12-31T10:00:00Z',
          readers: [helve],
        },
      ],
      conversations: [{ entryId: 'e1', title: 'Ants vaikis', notes: 3, with: helve }],
    }),
    role({ role: 'partner' }),
    role({ role: 'cohort', people: [person('Ants Kivirand', 'participant', 2)] }),
    role({
      role: 'organizer',
      people: [person('Kadri Laanemets', 'organizer')],
      attendance: ['present', null, null, null, 'excused'],
    }),
  ],
};

async function show(): Promise<void> {
  const server = new PretendServer({ 'GET /api/cohorts/c1/mirror': mirror });
  const me = { cohortId: () => 'c1', timeZone: () => 'Europe/Tallinn' };
  await render(MirrorPage, {
    providers: [...aroundPages('progress', server), { provide: Me, useValue: me }],
  });
  await screen.findByRole('heading', { name: 'Sinu mentor' });
}

const section = (name: string): HTMLElement => screen.getByRole('region', { name });

it('says which text the mentor may open, in which version and until when', async () => {
  await show();
  const mentor = section('Sinu mentor');
  expect(within(mentor).getAllByRole('link', { name: 'Ants vaikis' })[0]?.getAttribute('href')).toBe(
    '/motisklused/e1',
  );
  expect(mentor.textContent).toMatch(/2\. versioon/);
  expect(mentor.textContent).toMatch(/loetav kuni 31\.\sdetsembrini/);
  expect(mentor.textContent).toMatch(/3 märkust/);
});

it('says plainly where there is nobody, and where nobody sees anything', async () => {
  await show();
  expect(section('Sinu õpipartner').textContent).toContain('Praegu ei ole siin kedagi.');
  expect(section('Teised juhid ja mentorid').textContent).toContain('ei näe siin sinu kohta keegi midagi');
});

it('says of an organizer that they see who was there, and nothing of the way', async () => {
  await show();
  const organizer = section('Korraldaja');
  expect(within(organizer).getByRole('heading', { name: 'Sinu kohalolek kohtumistel' })).toBeTruthy();
  // One was held and not recorded; one is yet to come and excused ahead; those called off or to come otherwise have no square.
  const squares = within(within(organizer).getByRole('list', { name: 'Kohtumised' })).getAllByRole(
    'listitem',
  );
  expect(squares.map((square) => square.textContent?.trim())).toEqual([
    'kohal',
    'märkimata',
    'eemal, põhjus teada',
  ]);
  expect(organizer.textContent).not.toContain('Sinu rida');
});

it('names what stays with me alone', async () => {
  await show();
  expect(section('Mida ei näe keegi peale sinu').textContent).toContain('ei ole jaganud');
});
