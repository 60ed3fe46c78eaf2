import type { FoundEntryView } from '@opiring/contract/search';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { Router } from '@angular/router';
import { curriculum } from './arc-fixtures';
import { SearchPage } from './search-page';

const found = (id: string, more: Partial<FoundEntryView> = {}): FoundEntryView => ({
  id,
  cohortId: 'c1',
  author: {
    membershipId: 'marika',
    name: 'Marika Tõnurist',
    role: 'participant',
    seat: 1,
    municipality: '',
    occupation: '',
  },
  mine: true,
  title: 'Poe ees',
  lang: 'et',
  at: '2026-11-14T10:00:00Z',
  snippet: [
    { text: 'Meie ', hit: false },
    { text: 'vallas', hit: true },
    { text: ' on nii.', hit: false },
  ],
  activityId: null,
  questionId: null,
  questionVersion: null,
  questionPosition: null,
  questionText: null,
  moment: null,
  ...more,
});

async function show(q: string | undefined, answers: Record<string, unknown> = {}) {
  const server = new PretendServer({ 'GET /api/cohorts/c1/curriculum': curriculum, ...answers });
  const me = { cohortId: () => 'c1', timeZone: () => 'Europe/Tallinn' };
  const page = await render(SearchPage, {
    inputs: { q },
    providers: [...aroundPages('journal', server), { provide: Me, useValue: me }],
  });
  await screen.findByRole('heading', { level: 1, name: 'Otsing' });
  return { server, router: page.fixture.debugElement.injector.get(Router) };
}

it('looks for nothing by itself, and says where it looks', async () => {
  const { server } = await show(undefined);
  expect(screen.getByText(/ka teises käändes/)).toBeTruthy();
  expect(server.asked.some(({ deed }) => deed.includes('/search'))).toBe(false);
});

it('shows what was found with the words lifted out, and leads to it', async () => {
  await show('vald', { 'GET /api/cohorts/c1/search?q=vald': { items: [found('e1')] } });
  expect((await screen.findByText('vallas')).tagName).toBe('MARK');
  expect(screen.getByRole('link', { name: /Poe ees/ }).getAttribute('href')).toBe('/motisklused/e1');
});

it('fetches the page behind the first one', async () => {
  await show('vald', {
    'GET /api/cohorts/c1/search?q=vald': { items: [found('e1')], next: 'n/1' },
    'GET /api/cohorts/c1/search?q=vald&cursor=n%2F1': { items: [found('e2', { title: 'Teine' })] },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Näita rohkem' }));
  await screen.findByText('Teine');
  expect(screen.queryByRole('button', { name: 'Näita rohkem' })).toBeNull();
});

it('says so when nothing was found', async () => {
  await show('xyz', { 'GET /api/cohorts/c1/search?q=xyz': { items: [] } });
  expect(await screen.findByRole('heading', { name: 'Midagi ei leidnud' })).toBeTruthy();
});

it('takes what is looked for into the address', async () => {
  const { router } = await show(undefined);
  const navigate = jest.spyOn(router, 'navigate').mockResolvedValue(true);
  const field = screen.getByRole('searchbox', { name: 'Otsitavad sõnad' });
  fireEvent.input(field, { target: { value: 'vald' } });
  fireEvent.submit(field.closest('form') as HTMLFormElement);
  await waitFor(() => expect(navigate).toHaveBeenCalledTimes(1));
  expect(navigate.mock.calls[0]?.[1]?.queryParams).toMatchObject({ q: 'vald', kysimus: null });
});
