import { signal } from '@angular/core';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { render, screen } from '@testing-library/angular';
import type { PersonView } from '@opiring/contract/cohorts';
import type { AudienceView, ShareView } from '@opiring/contract/journal';
import { provideTranslocoTranspiler } from '@jsverse/transloco';
import { Injectable } from '@angular/core';
import { IntlMessageFormat } from 'intl-messageformat';
import et from '../i18n/et.json';
import { genitive } from './person-words';
import { ReaderChooser } from './reader-chooser';
import { type Choice, widestOf } from './readers';

@Injectable()
class Messages {
  transpile({ value, params = {} }: { value: unknown; params?: Record<string, string> }): unknown {
    return typeof value === 'string' ? new IntlMessageFormat(value, 'et').format(params) : value;
  }
}
const person = (name: string, role: PersonView['role']): PersonView => ({
  membershipId: name,
  name,
  role,
  seat: null,
  municipality: '',
  occupation: '',
});
const helve = person('Helve Raudla', 'mentor');
const audiences: AudienceView[] = [
  { audience: 'mentor', people: [helve] },
  { audience: 'partner', people: [] },
  {
    audience: 'cohort',
    people: [helve, person('Ants', 'participant'), person('Liis', 'participant')],
  },
];

async function chooser(inputs: { choice?: Choice; shares?: ShareView[] } = {}) {
  const chosen = signal<Choice>(inputs.choice ?? 'me');
  await render(ReaderChooser, {
    imports: [
      TranslocoTestingModule.forRoot({
        langs: { et: { journal: et } },
        translocoConfig: { availableLangs: ['et'], defaultLang: 'et' },
        preloadLangs: true,
      }),
    ],
    providers: [provideTranslocoTranspiler(Messages)],
    inputs: { audiences, choice: chosen(), shares: inputs.shares ?? [] },
    on: { choice: (choice: Choice) => chosen.set(choice) },
  });
  return chosen;
}

describe('who may read', () => {
  it('begins with the author alone', async () => {
    await chooser();
    expect(screen.getByRole('radio', { name: /Ainult mina/ })).toHaveProperty('checked', true);
    expect(screen.getByText('Seda loed ainult sina.')).toBeTruthy();
  });

  it('offers rings by the names they hold today, and none that holds nobody', async () => {
    await chooser();
    expect(screen.getByRole('radio', { name: /Mina ja mentor Helve Raudla loeb/ })).toBeTruthy();
    expect(screen.getByRole('radio', { name: /Kaks juhti ja üks mentor\./ })).toBeTruthy();
    expect(screen.queryByRole('radio', { name: /õpipartner/ })).toBeNull();
    expect(screen.getAllByRole('radio')).toHaveLength(3);
  });

  it('says who reads when another ring is chosen', async () => {
    const choice = await chooser();
    screen.getByRole('radio', { name: /Mina ja mentor/ }).click();
    expect(choice()).toBe('mentor');
    expect(await screen.findByText(/Seda loevad sina ja Helve Raudla/)).toBeTruthy();
  });

  it('does not let one forget who already reads', async () => {
    await chooser({ shares: [{ audience: 'mentor', recipients: [helve] } as unknown as ShareView] });
    expect(screen.getByText(/Varem jagatud seisu saab lugeda Helve/)).toBeTruthy();
  });
});

it.each([
  ['Helve Raudla', 'Helve'],
  ['Ants Kask', 'Antsu'],
  ['Triin Hõbesalu', 'Triinu'],
  ['Andres Oja', 'Andrese'],
  ['Robin Tamm', 'Robini'],
])('the genitive of %s begins %s', (name, expected) => expect(genitive(name)).toBe(expected));

it('names the widest ring', () => {
  expect(widestOf([])).toBe('me');
  expect(widestOf(['partner', 'mentor'])).toBe('both');
  expect(widestOf(['mentor', 'cohort'])).toBe('cohort');
});
