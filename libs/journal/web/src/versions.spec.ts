import { render, screen, waitFor } from '@testing-library/angular';
import type { DocumentNode, EntryView, VersionView } from '@opiring/contract/journal';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { Versions } from './versions';

const body = (text: string): DocumentNode => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const kept: VersionView = {
  number: 1,
  keptFor: 'share',
  createdAt: '2023-12-03T10:00:00Z',
  title: 'Köök',
  body: body('Istusime saalis.'),
  lang: 'et',
};
const now = { id: 'e', title: 'Köök', body: body('Istusime köögis.') };
const LIST = 'GET /api/entries/e/versions';
const NOW = 'GET /api/entries/e';
const ONE = 'GET /api/entries/e/versions/1';
const BACK = 'POST /api/entries/e/versions/1/restorations';

async function show(answers: Record<string, unknown>) {
  const server = new PretendServer(answers);
  const restored: EntryView[] = [];
  await render(Versions, {
    inputs: { entryId: 'e' },
    on: { restored: (entry) => restored.push(entry) },
    providers: aroundPages('journal', server),
  });
  return { server, restored };
}
const look = async () => (await screen.findByRole('button', { name: /^Vaata versiooni/ })).click();

describe('earlier versions', () => {
  it('shows one whole, then word by word beside the present text', async () => {
    await show({ [LIST]: { items: [kept] }, [NOW]: now, [ONE]: kept });
    await look();
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Istusime saalis.');
    expect(dialog.querySelector('del,ins')).toBeNull();
    screen.getByRole('button', { name: 'Võrdle praegusega' }).click();
    await screen.findByText(/Punktiirjoonega sõnad/);
    expect(dialog.querySelector('del')?.textContent).toMatch(/^Ainult selles versioonis: saalis/);
    expect(dialog.querySelector('ins')?.textContent).toMatch(/^Hiljem lisandunud: köögis/);
    screen.getByRole('button', { name: 'Võrdle praegusega', pressed: true }).click();
    expect(await screen.findByRole('button', { name: 'Võrdle praegusega', pressed: false })).toBeTruthy();
  });

  it('brings one back as a new version only when asked', async () => {
    const entry = { id: 'e', revision: 4 } as EntryView;
    const { server, restored } = await show({
      [LIST]: { items: [kept] },
      [NOW]: now,
      [ONE]: kept,
      [BACK]: entry,
    });
    await look();
    (await screen.findByRole('button', { name: 'Sulge' })).click();
    expect(server.deeds).toEqual([]);
    await look();
    (await screen.findByRole('button', { name: 'Too see versioon tagasi' })).click();
    await waitFor(() => expect(restored).toEqual([entry]));
    expect(server.deeds.map(({ deed }) => deed)).toEqual([BACK]);
  });

  it('says that the list could not be had, and asks again', async () => {
    const { server } = await show({});
    expect((await screen.findByRole('alert')).textContent).toContain('Versioone ei saanud praegu laadida.');
    server.answers[LIST] = { items: [] };
    screen.getByRole('button', { name: 'Proovi uuesti' }).click();
    expect(await screen.findByText('Varasemaid versioone veel ei ole.')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
