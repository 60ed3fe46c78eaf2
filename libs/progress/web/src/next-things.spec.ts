import { render, screen } from '@testing-library/angular';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { activity, journey, person } from './fixtures';
import { JourneyNext } from './journey-next';

const note = { entryId: 'e9', by: person('Helve Raudla'), at: '2026-11-24T05:55:00Z' };
const show = (next: ReturnType<typeof journey>['next']) =>
  render(JourneyNext, {
    inputs: { journey: journey({ next }) },
    providers: aroundPages('progress', new PretendServer()),
  });

it('offers one thing with a button and the others as links', async () => {
  const begun = activity({
    kind: 'answer',
    state: 'begun',
    entryId: 'e2',
    questionId: 'q2',
    moment: 'middle',
  });
  await show([
    { kind: 'activity', activity: begun },
    { kind: 'note', note },
  ]);
  expect(await screen.findByText('Lõpeta vahevastus teisele küsimusele')).toBeTruthy();
  expect(screen.getByText('Mustand on alles · umbes 10 minutit')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Kirjuta edasi' }).getAttribute('href')).toBe('/kirjuta/e2');
  expect(screen.getByRole('link', { name: 'Helve vastas sulle' }).getAttribute('href')).toBe(
    '/motisklused/e9',
  );
});

it('never shows more than three', async () => {
  await show([1, 2, 3, 4].map((n) => ({ kind: 'activity', activity: activity({ id: `a${n}` }) })));
  expect((await screen.findAllByRole('listitem')).length).toBe(3);
});

it('leads to an activity that is done elsewhere by its link', async () => {
  const reading = activity({ kind: 'read', link: 'https://kogukonnaveeb.ee/' });
  await show([{ kind: 'activity', activity: reading }]);
  const link = await screen.findByRole('link', { name: 'Loe' });
  expect(link.getAttribute('href')).toBe('https://kogukonnaveeb.ee/');
  expect(link.getAttribute('rel')).toContain('noopener');
});
