import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import type { MeetingView } from '@opiring/contract/cohorts';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { AgendaEditor } from './agenda-editor';

const meeting = {
  id: 'm1',
  title: { et: 'Kohtumine' },
  startsAt: '2026-12-13T08:00:00.000Z',
  endsAt: '2026-12-13T09:00:00.000Z',
  agenda: [],
  agendaPublished: false,
  revision: 1,
} as unknown as MeetingView;
const theirs = {
  ...meeting,
  revision: 2,
  agenda: [{ kind: 'talk', minutes: 45, title: { et: 'Teiste samm' } }],
};

async function open(answer: unknown) {
  const server = new PretendServer({ 'PATCH /api/meetings/m1': answer });
  const view = await render(AgendaEditor, { inputs: { meeting }, providers: aroundPages('cohorts', server) });
  fireEvent.click(await screen.findByRole('button', { name: 'Lisa samm' }));
  fireEvent.input(screen.getByLabelText('1. sammu nimi'), { target: { value: 'Lõpuring' } });
  return { server, ...view };
}
const first = () => screen.getByLabelText<HTMLInputElement>('1. sammu nimi').value;

it('keeps the steps one is writing when the meeting is read again', async () => {
  const { server, rerender } = await open({ ...meeting, revision: 2 });
  await rerender({ inputs: { meeting: { ...meeting } }, partialUpdate: true });
  expect(first()).toBe('Lõpuring');
  // Somebody else saved meanwhile: that is found out by saving, not by losing one's own.
  await rerender({ inputs: { meeting: theirs as MeetingView }, partialUpdate: true });
  expect(first()).toBe('Lõpuring');
  fireEvent.click(screen.getByRole('button', { name: 'Salvesta mustandina' }));
  await waitFor(() => expect(server.deeds[0]).toMatchObject({ revision: '"1"' }));
  fireEvent.click(screen.getByRole('button', { name: 'Salvesta mustandina' }));
  await waitFor(() => expect(server.deeds[1]).toMatchObject({ revision: '"2"' }));
});

it('begins anew with another meeting', async () => {
  const { rerender } = await open({});
  await rerender({ inputs: { meeting: { ...theirs, id: 'm2' } as MeetingView }, partialUpdate: true });
  await waitFor(() => expect(first()).toBe('Teiste samm'));
});
