import { render, screen } from '@testing-library/angular';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import type { DocumentNode } from '@opiring/contract/journal';
import { plainText } from './document';
import { FrameOffer } from './frame-offer';

const offer = async (frame: string | null) => {
  const chosen: DocumentNode[] = [];
  await render(FrameOffer, {
    inputs: { frame },
    on: { chosen: (body) => chosen.push(body) },
    providers: aroundPages('journal', new PretendServer()),
  });
  return chosen;
};

it('puts the frame’s questions into the page, to be written under or deleted', async () => {
  const chosen = await offer(null);
  (await screen.findByRole('button', { name: 'Pärast ringi' })).click();
  expect(chosen.map((body) => plainText(body).split('\n').filter(Boolean))).toEqual([
    ['Mis juhtus?', 'Mida ma tundsin?', 'Mida see tähendab?', 'Mida ma teen?'],
  ]);
});

it('offers the organizer’s choice first, and none where an empty page was chosen', async () => {
  await offer('circle');
  await screen.findByRole('button', { name: 'Pärast ringi' });
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent?.trim())).toEqual([
    'Pärast ringi',
    'Mis? Mis siis? Mis nüüd?',
  ]);
});

it('leaves the page alone where the organizer chose an empty one', async () => {
  await offer('empty');
  expect(screen.queryAllByRole('button')).toHaveLength(0);
});
