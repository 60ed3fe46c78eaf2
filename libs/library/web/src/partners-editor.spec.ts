import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import type { PageView } from '@opiring/contract/library';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { Uploads } from '@opiring/platform/web';
import { PageEditor } from './page-editor';

const logo = {
  src: '/api/programmes/dialoogid/page/logos/a',
  alt: {},
  width: 400,
  height: 100,
  printable: false,
};
const page = {
  slug: 'dialoogid',
  title: { et: 'Dialoogid' },
  language: 'et',
  texts: { effects: [] },
  questions: [],
  inclusiveQuestions: [],
  partners: [
    { id: 'p1', name: 'Vald', part: {}, url: null, logo: null },
    { id: 'p2', name: 'Selts', part: {}, url: null, logo },
  ],
  publishedAt: null,
  revision: 3,
  can: { reword: true },
} as unknown as PageView;
const PATH = '/api/programmes/dialoogid';
const [vald, selts] = page.partners as [PageView['partners'][0], PageView['partners'][0]];

async function open(
  answers: Record<string, unknown> = {},
  send: Uploads['send'] = () => new Promise(() => 0),
) {
  const server = new PretendServer({ [`GET ${PATH}/page`]: page, ...answers });
  const view = await render(PageEditor, {
    inputs: { slug: 'dialoogid' },
    providers: [...aroundPages('library', server), { provide: Uploads, useValue: { send } }],
  });
  await screen.findByText('Partnerid');
  return { server, ...view };
}
const choose = (name: string, picture: File) =>
  fireEvent.change(screen.getByLabelText(new RegExp(name)), { target: { files: [picture] } });
const fieldOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label);

it('keeps a logo at once, and what else is written stays unsaved in its place', async () => {
  const sent: string[] = [];
  const brought = { ...page, revision: 4, partners: [{ ...vald, logo }, selts] };
  await open({}, (path) => {
    sent.push(path);
    return Promise.resolve(brought as never);
  });
  fireEvent.input(fieldOf('Nimi'), { target: { value: 'Uus nimi' } });
  choose('Lisa logo: Vald', new File(['x'], 'logo.png'));
  await waitFor(() => expect(screen.getAllByText(/Vaheta logo/)).toHaveLength(2));
  expect(fieldOf('Nimi').value).toBe('Uus nimi');
  expect(sent).toEqual([`${PATH}/partners/p1/logo`]);
});

it('says why a picture is not taken, before it is sent and after', async () => {
  const { Problem } = await import('@opiring/platform/web');
  await open({}, () => Promise.reject(new Problem({ status: 415, code: 'logo-moves' })));
  choose('Lisa logo: Vald', new File(['x'], 'logo.gif'));
  expect((await screen.findByRole('alert')).textContent).toContain('Logo on PNG, JPEG või WebP.');
  choose('Lisa logo: Vald', new File(['x'], 'logo.png'));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Logo ei tohi liikuda'));
});

it('says which logo cannot be printed, and takes one away', async () => {
  const bare = { ...page, revision: 4, partners: [vald, { ...selts, logo: null }] };
  const { server } = await open({ [`DELETE ${PATH}/partners/p2/logo`]: bare });
  expect(screen.getByText(/tunnistusele ja aruandesse panna ei saa/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /Eemalda logo ?: Selts/ }));
  expect(await screen.findByLabelText(/Lisa logo: Selts/)).toBeTruthy();
  expect(server.asked.at(-1)?.deed).toBe(`DELETE ${PATH}/partners/p2/logo`);
});

it('saves what a logo shows with its partner, and offers none to a partner that is not saved', async () => {
  const { server } = await open({ [`PATCH ${PATH}/page`]: page });
  fireEvent.input(fieldOf('Mida logol näha on'), { target: { value: 'Ring' } });
  fireEvent.click(screen.getByRole('button', { name: 'Lisa partner' }));
  expect(screen.getByText('Logo saad lisada, kui partner on salvestatud.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Salvesta leht' }));
  await waitFor(() =>
    expect(server.asked.at(-1)?.body).toMatchObject({
      partners: [
        { id: 'p1', name: 'Vald', alt: {} },
        { id: 'p2', name: 'Selts', alt: { et: 'Ring' } },
      ],
    }),
  );
});
