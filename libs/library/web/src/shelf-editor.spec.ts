import { fireEvent, render, screen } from '@testing-library/angular';
import type { MyStoriesView, ShelfDraftView, StoryDraftView } from '@opiring/contract/shelf';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { Uploads } from '@opiring/platform/web';
import { MyStories } from './my-stories';
import { type Deed, ShelfEditor } from './shelf-editor';
import { StoryCard } from './story-card';

const story = {
  id: 's1',
  version: 2,
  title: { et: 'Köök' },
  author: 'Marika',
  text: { et: 'Kuidas köök kuulama hakkas.' },
  url: null,
  shown: null,
  people: [
    {
      id: 'p1',
      name: 'Marika',
      here: true,
      consent: { version: 1, audience: 'public' as const, givenAt: '2026-11-01T08:00:00Z', basis: '' },
    },
    { id: 'p2', name: 'Kalle', here: false, consent: null },
  ],
};
const shelf: ShelfDraftView = {
  slug: 'dialoogid',
  title: { et: 'Dialoogid' },
  language: 'et',
  revision: 4,
  resources: [],
  stories: [story],
  principles: [{ id: 'x', version: 1, text: { et: 'Kuulan lõpuni.' }, publishedAt: '2026-10-01T08:00:00Z' }],
};
const PATH = '/api/programmes/dialoogid/shelf';

it('says who agreed to which words, and writes down the yes of somebody without an account', async () => {
  const server = new PretendServer({
    [`GET ${PATH}`]: shelf,
    'PUT /api/story-people/p2/consent': { ...shelf, stories: [{ ...story, shown: 'public' }] },
  });
  await render(ShelfEditor, { inputs: { slug: 'dialoogid' }, providers: aroundPages('library', server) });
  expect(await screen.findByText(/oli nõus varasemate sõnadega/)).toBeTruthy();
  expect(screen.getByText('kellelegi ei ole näha')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /Pane nõusolek kirja/ }));
  fireEvent.input(screen.getByLabelText('Kuidas ja millal nõusolek anti'), {
    target: { value: 'Kirjalikult' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Kõigile' }));
  expect(await screen.findByText('näha kõigile')).toBeTruthy();
  expect(server.deeds.map(({ deed, body }) => [deed, body])).toEqual([
    ['PUT /api/story-people/p2/consent', { version: 2, audience: 'public', basis: 'Kirjalikult' }],
  ]);
});

it('saves no story without a name, a teller and somebody in it', async () => {
  const server = new PretendServer({ [`GET ${PATH}`]: shelf });
  await render(ShelfEditor, { inputs: { slug: 'dialoogid' }, providers: aroundPages('library', server) });
  fireEvent.click(await screen.findByRole('button', { name: 'Lisa lugu' }));
  fireEvent.click(screen.getByRole('button', { name: 'Salvesta lugu' }));
  expect(screen.getByRole('alert').textContent).toContain('Puudu on');
  expect(server.deeds).toEqual([]);
});

it('asks me about the words that stand there now', async () => {
  const mine: MyStoriesView = { stories: [{ ...story, consent: story.people[0]!.consent }] };
  const server = new PretendServer({
    'GET /api/cohorts/lend/my-stories': mine,
    'PUT /api/stories/s1/consent': null,
  });
  await render(MyStories, { inputs: { cohortId: 'lend' }, providers: aroundPages('library', server) });
  expect(await screen.findByText(/sõnad on vahepeal muutunud/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Nõus, meie ringile' }));
  await screen.findByText(/sõnad on vahepeal muutunud/);
  expect(server.deeds.map(({ deed, body }) => [deed, body])).toEqual([
    ['PUT /api/stories/s1/consent', { version: 2, audience: 'cohort' }],
  ]);
});

it('keeps a file at once, and what else is written in the list stays unsaved in its place', async () => {
  const sheet = { kind: 'worksheet', author: '', about: {}, url: null, file: null } as const;
  const resources = [
    { ...sheet, id: 'r1', title: { et: 'Ringi leht' } },
    { ...sheet, id: 'r2', title: { et: 'Teine leht' } },
  ];
  const file = { name: 'leht.pdf', type: 'application/pdf', size: 12_000, src: '/api/leht' };
  const server = new PretendServer({ [`GET ${PATH}`]: { ...shelf, resources } });
  const sent: string[] = [];
  const send = (path: string) => {
    sent.push(path);
    return Promise.resolve({ ...shelf, revision: 5, resources: [{ ...resources[0], file }, resources[1]] });
  };
  await render(ShelfEditor, {
    inputs: { slug: 'dialoogid' },
    providers: [...aroundPages('library', server), { provide: Uploads, useValue: { send } }],
  });
  const author = (await screen.findAllByLabelText<HTMLInputElement>('Autor'))[1];
  if (!author) throw new Error('no second line');
  fireEvent.input(author, { target: { value: 'Kadri' } });
  const choose = (name: string) =>
    fireEvent.change(screen.getByLabelText(/Lisa fail: Ringi leht/), {
      target: { files: [new File(['x'], name)] },
    });
  choose('leht.exe');
  expect((await screen.findByRole('alert')).textContent).toContain('Seda liiki faile');
  choose('leht.pdf');
  expect((await screen.findByText('leht.pdf')).closest('a')?.getAttribute('href')).toBe('/api/leht');
  expect(author.value).toBe('Kadri');
  expect(sent).toEqual([`${PATH}/resources/r1/file`]);
});

it('leaves a story under the hands when the shelf is read again, until its words are others', async () => {
  const story = { ...shelf.stories[0] } as StoryDraftView;
  const attempt: Deed = () => Promise.resolve(true);
  const inputs = { story, language: 'et' as const, attempt };
  const { rerender } = await render(StoryCard, {
    inputs,
    providers: aroundPages('library', new PretendServer({})),
  });
  fireEvent.click(await screen.findByRole('button', { name: /^Muuda/ }));
  const author = () => screen.getByLabelText<HTMLInputElement>('Kes jutustab').value;
  fireEvent.input(screen.getByLabelText('Kes jutustab'), { target: { value: 'Marika T.' } });
  await rerender({ inputs: { ...inputs, story: { ...story } } });
  expect(author()).toBe('Marika T.');
  await rerender({ inputs: { ...inputs, story: { ...story, version: 3, author: 'Kalle' } } });
  expect(author()).toBe('Kalle');
});
