import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { render, screen, waitFor } from '@testing-library/angular';
import { PulseAsk } from './pulse-ask';

const ask = { meetingId: 'k1', title: { et: 'Kohtumine' }, heldOn: '2026-11-27', until: '2026-12-04' };

/** Signed in as a participant; after the answer the server asks no more. */
async function answer(given: unknown): Promise<PretendServer> {
  const server = new PretendServer({
    'GET /api/cohorts/c1/pulse': { ask, meetings: [] },
    'POST /api/meetings/k1/pulse': given,
  });
  const me = { cohortId: () => 'c1', timeZone: () => 'Europe/Tallinn' };
  await render(PulseAsk, {
    providers: [...aroundPages('circles', server), { provide: Me, useValue: me }],
  });
  (await screen.findByRole('radio', { name: 'enamasti' })).click();
  server.answers['GET /api/cohorts/c1/pulse'] = { ask: null, meetings: [] };
  const send = screen.getByRole<HTMLButtonElement>('button', { name: 'Vasta' });
  await waitFor(() => expect(send.disabled).toBe(false));
  send.click();
  return server;
}

it.each([
  ['thanks', { status: 204 }, /^Aitäh\./],
  ['tells that one has answered already', { status: 409, code: 'pulse-answered' }, /juba vastanud/],
  ['tells that one is too late', { status: 409, code: 'pulse-closed' }, /aeg on läbi/],
])('%s where the question stood, and keeps the focus there', async (_, given, words) => {
  const server = await answer(given);
  const told = await screen.findByText(words);
  await waitFor(() => expect(document.activeElement).toBe(told));
  await waitFor(() => expect(screen.queryByRole('radio')).toBeNull());
  expect(server.deeds.map(({ body }) => body)).toEqual([{ answer: 'mostly' }]);
});

it('keeps the question and the choice when the answer did not get through', async () => {
  await answer({ status: 500 });
  expect((await screen.findByRole('alert')).textContent).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'enamasti' }).checked).toBe(true);
});
