import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { arc, curriculum } from './arc-fixtures';
import { QuestionArcPage } from './question-arc-page';

const address = '/api/cohorts/c1/questions/q3';
const typed = 'Tulen küsimusega.';

async function show(answers: Record<string, unknown> = {}): Promise<PretendServer> {
  const server = new PretendServer({
    'GET /api/cohorts/c1/curriculum': curriculum,
    [`GET ${address}/arc`]: arc(),
    ...answers,
  });
  const me = { cohortId: () => 'c1', role: () => 'participant', timeZone: () => 'Europe/Tallinn' };
  await render(QuestionArcPage, {
    inputs: { nr: '3' },
    providers: [...aroundPages('journal', server), { provide: Me, useValue: me }],
  });
  await screen.findByRole('heading', { name: 'Alguses' });
  return server;
}

const sentence = () => screen.getByRole('textbox', { name: /Mis sinus/ });
const write = (text: string) => {
  fireEvent.input(sentence(), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Jäta alles' }));
};

it('shows the answer that stands, the one that waits and the one that opens later', async () => {
  await show();
  expect(screen.getByText('Olen pigem selgitaja.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Vasta küsimusele' }).getAttribute('href')).toBe(
    '/kirjuta?activity=a2',
  );
  expect(screen.getByText(/avaneb 15\. jaanuaril/)).toBeTruthy();
});

it('says by the organizers’ rule when a closed place opens, where a day alone does not', async () => {
  const rule = { when: 'all', of: [{ when: 'meeting', meetingId: 'k1', days: 0 }, { when: 'plan-read' }] };
  const places = arc().places.map((place) =>
    place.moment === 'end' ? { ...place, opensOn: null, release: rule } : place,
  );
  await show({ [`GET ${address}/arc`]: { ...arc(), places } });
  expect(screen.getByText(/^Avaneb, kui esimene kohtumine on läbi ja /)).toBeTruthy();
  expect(screen.queryByText(/ei ole veel avatud/)).toBeNull();
});

it('keeps the sentence upon the revision that was read', async () => {
  const moved = { text: typed, lang: 'et', revision: 1, updatedAt: '2026-11-24T10:00:00Z' };
  const server = await show({ [`PUT ${address}/moved`]: moved });
  write(typed);
  await screen.findByText(`„${typed}“`);
  expect(server.deeds).toEqual([
    { deed: `PUT ${address}/moved`, body: { text: typed, lang: 'et' }, revision: '"0"' },
  ]);
});

it('shows both sentences when another stands there by now, and loses neither', async () => {
  const theirs = { text: 'Mujal kirjutatud lause.', lang: 'et', revision: 4, updatedAt: null };
  const server = await show({ [`PUT ${address}/moved`]: { status: 412, code: 'stale', current: theirs } });
  write(typed);
  const note = await screen.findByRole('alert');
  expect(note.textContent).toContain(theirs.text);
  expect((sentence() as HTMLTextAreaElement).value).toBe(typed);
  fireEvent.click(within(note).getByRole('button', { name: 'Jäta mõlemad' }));
  await waitFor(() => expect((sentence() as HTMLTextAreaElement).value).toBe(`${theirs.text}\n${typed}`));
  fireEvent.click(screen.getByRole('button', { name: 'Jäta alles' }));
  await waitFor(() => expect(server.deeds.at(-1)?.revision).toBe('"4"'));
});

it('keeps what is typed when the server does not answer', async () => {
  await show({ [`PUT ${address}/moved`]: { status: 500, code: 'fault' } });
  write(typed);
  await screen.findByText(/Midagi läks valesti/);
  expect((sentence() as HTMLTextAreaElement).value).toBe(typed);
});

it('puts down a thought after a circle as an entry without a moment', async () => {
  const server = await show({ 'POST /api/cohorts/c1/entries': { id: 'e7' } });
  fireEvent.click(screen.getByRole('button', { name: 'Lisa vahepealne mõte' }));
  const field = await screen.findByRole('textbox', { name: /Mida sa praegu/ });
  fireEvent.input(field, { target: { value: 'Jäin ootama.' } });
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'circle:r1' } });
  const form = field.closest('form') as HTMLFormElement;
  fireEvent.click(within(form).getByRole('button', { name: 'Jäta alles' }));
  await waitFor(() => expect(server.deeds).toHaveLength(1));
  expect(server.deeds[0]?.body).toEqual({
    questionId: 'q3',
    body: 'Jäin ootama.',
    lang: 'et',
    circleId: 'r1',
  });
});

it('lets one take the arc along in every format', async () => {
  await show();
  const links = screen.getAllByRole('link').map((each) => each.getAttribute('href'));
  for (const ending of ['pdf', 'html', 'md', 'json'])
    expect(links).toContain(`/api/me/journal.${ending}?question=q3`);
});
