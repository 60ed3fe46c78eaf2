import type { AttentionView, OwnCallView } from '@opiring/contract/attention';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { AttentionList } from './attention-list';
import { CallRequest } from './call-request';

const person = (membershipId: string, name: string, seat: number) => ({
  membershipId,
  name,
  seat,
  municipality: '',
});
const view: AttentionView = {
  rules: {
    missedMeetings: 2,
    unansweredDays: 10,
    asked: true,
    pauseEndsDays: 7,
    revision: 3,
    changedAt: null,
    changedBy: null,
  },
  cards: [
    { ...person('a', 'Ants Kivirand', 2), reason: 'asked', day: '2026-11-20' },
    { ...person('a', 'Ants Kivirand', 2), reason: 'missed', day: '2026-11-04' },
    { ...person('t', 'Toivo Urm', 4), reason: 'pause-ends', day: '2026-12-01' },
  ],
  setAside: [],
};
const own: OwnCallView = { asked: null, canAsk: true, leaders: ['Maarja'], reasons: [], setAside: [] };
async function show(page: typeof AttentionList | typeof CallRequest, answers: Record<string, unknown>) {
  const server = new PretendServer(answers);
  const me = { cohortId: () => 'c', timeZone: () => 'Europe/Tallinn' };
  await render<unknown>(page, {
    providers: [...aroundPages('progress', server), { provide: Me, useValue: me }],
  });
  return server;
}

describe('the list of who could use a call', () => {
  it('names each once, in seat order, with every reason', async () => {
    await show(AttentionList, { 'GET /api/cohorts/c/attention': view });
    await screen.findByText('Ants Kivirand');
    const [ants, toivo] = screen
      .getAllByRole('listitem')
      .filter((li) => li.closest('ol') === li.parentElement);
    expect(
      within(ants as HTMLElement).getByText(/Palus helistada/, { selector: 'span:not(.vh)' }),
    ).toBeTruthy();
    expect(
      within(ants as HTMLElement).getByText(/Puudus järjest/, { selector: 'span:not(.vh)' }),
    ).toBeTruthy();
    expect(within(toivo as HTMLElement).getByText('Toivo Urm')).toBeTruthy();
  });

  it('sets a reason aside with a note', async () => {
    const server = await show(AttentionList, {
      'GET /api/cohorts/c/attention': view,
      'POST /api/cohorts/c/attention/set-asides': { ...view, cards: view.cards.slice(2) },
    });
    fireEvent.click(await screen.findByRole('button', { name: /Ants.*Puudus/ }));
    fireEvent.input(await screen.findByLabelText('Märkus'), { target: { value: 'Rääkisime. ' } });
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Pane kõrvale' }));
    await waitFor(() => expect(screen.queryByText('Ants Kivirand')).toBeNull());
    expect(server.deeds[0]?.body).toEqual({
      membershipId: 'a',
      reason: 'missed',
      day: '2026-11-04',
      note: 'Rääkisime.',
    });
  });

  it('changes a number where it stands, and says of which revision', async () => {
    const server = await show(AttentionList, {
      'GET /api/cohorts/c/attention': view,
      'PUT /api/cohorts/c/attention/rules': view.rules,
    });
    const number = await screen.findByLabelText<HTMLInputElement>(/Puudus järjest vähemalt/);
    number.value = '3';
    fireEvent.change(number);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Juht palus ise helistada' }));
    fireEvent.click(screen.getByRole('button', { name: 'Võta kasutusele' }));
    await waitFor(() => expect(server.deeds).toHaveLength(1));
    expect(server.deeds[0]).toMatchObject({
      body: { missedMeetings: 3, unansweredDays: 10, asked: false, pauseEndsDays: 7 },
    });
  });

  it('is asked for on one’s own journey, and taken back', async () => {
    await show(CallRequest, {
      'GET /api/cohorts/c/call': own,
      'POST /api/cohorts/c/call': {
        ...own,
        asked: { at: '2026-11-24T08:00:00Z', seenBy: [{ name: 'Maarja', at: '2026-11-24T09:00:00Z' }] },
      },
      'DELETE /api/cohorts/c/call': own,
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Palun helista mulle' }));
    expect(await screen.findByText(/Seda on näinud Maarja/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Võta palve tagasi' }));
    expect(await screen.findByRole('button', { name: 'Palun helista mulle' })).toBeTruthy();
  });
});
