import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import type { MeetingView } from '@opiring/contract/cohorts';
import { ToastPlace } from '@opiring/platform/ui';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { aMeeting, me } from './fixtures';
import { MeetingForm } from './meeting-form';

const patch = 'PATCH /api/meetings/m1';

async function show(answers: Record<string, unknown> = {}, meeting: MeetingView | undefined = planned) {
  const server = new PretendServer({ 'GET /api/me': me(), ...answers });
  const saved = jest.fn();
  const { fixture } = await render('<op-meeting-form [meeting]="meeting" (saved)="saved()" /><op-toasts />', {
    imports: [MeetingForm, ToastPlace],
    componentProperties: { meeting, saved },
    providers: aroundPages('cohorts', server),
  });
  await fixture.debugElement.injector.get(Me).load();
  await screen.findByRole('button', { name: meeting ? 'Salvesta' : 'Kavanda kohtumine' });
  return { server, saved };
}
const planned = aMeeting({
  state: 'planned',
  revision: 3,
  can: { edit: true, reply: false, recordAttendance: true },
});
const write = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Salvesta' }));

describe('moving a meeting', () => {
  it('demands the reason people are told, sends nothing before, and takes the focus there', async () => {
    const { server, saved } = await show({ [patch]: { ...planned, revision: 4 } });
    write('Päev', '2026-11-18');
    save();
    const reason = screen.getByLabelText('Muutmise põhjus');
    await waitFor(() => expect(reason.getAttribute('aria-invalid')).toBe('true'));
    await waitFor(() => expect(document.activeElement).toBe(reason));
    expect(server.deeds).toEqual([]);
    write('Muutmise põhjus', 'Ruum on siis vaba.');
    save();
    await screen.findByText('Kohtumine on muudetud');
    expect(saved).toHaveBeenCalledTimes(1);
    expect(server.deeds).toMatchObject([
      {
        deed: patch,
        revision: '"3"',
        body: {
          reason: 'Ruum on siis vaba.',
          startsAt: '2026-11-18T08:00:00.000Z',
          endsAt: '2026-11-18T14:30:00.000Z',
        },
      },
    ]);
  });

  it('asks for no reason where only words change, and refuses an end before the beginning', async () => {
    const { server } = await show({ [patch]: { ...planned, revision: 4 } });
    write('Lõpeb', '09:00');
    save();
    await waitFor(() => expect(screen.getByLabelText('Lõpeb').getAttribute('aria-invalid')).toBe('true'));
    expect(server.deeds).toEqual([]);
    write('Lõpeb', '16:30');
    write('Koht', 'Viskla');
    save();
    await screen.findByText('Kohtumine on muudetud');
    expect(server.deeds[0]?.body).not.toHaveProperty('reason');
    expect(server.deeds[0]?.body).toMatchObject({ place: { et: 'Viskla' } });
  });

  it('keeps my words where somebody changed it meanwhile, and saves them on what stands there', async () => {
    const { server, saved } = await show({
      [patch]: { status: 412, code: 'stale', current: { ...planned, revision: 7 } },
    });
    write('Koht', 'Viskla');
    save();
    await screen.findByRole('alert');
    expect(saved).not.toHaveBeenCalled();
    expect(screen.getByLabelText<HTMLInputElement>('Koht').value).toBe('Viskla');
    server.answers[patch] = { ...planned, revision: 8 };
    save();
    await screen.findByText('Kohtumine on muudetud');
    expect(server.deeds.map(({ revision }) => revision)).toEqual(['"3"', '"7"']);
  });
});

describe('cancelling a meeting', () => {
  it('demands the reason, then asks, and does nothing when one thinks better of it', async () => {
    const { server } = await show({ [patch]: { ...planned, state: 'cancelled' } });
    fireEvent.click(screen.getByRole('button', { name: 'Jäta ära' }));
    expect((await screen.findByRole('alert')).textContent).not.toContain('cohorts.');
    expect(document.activeElement).toBe(screen.getByLabelText('Muutmise põhjus'));
    write('Muutmise põhjus', 'Koolitaja haigestus.');
    fireEvent.click(screen.getByRole('button', { name: 'Jäta ära' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Ei, las jääb' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(server.deeds).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Jäta ära' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Jätan ära' }));
    await waitFor(() => expect(server.deeds).toHaveLength(1));
    expect(server.deeds[0]?.body).toEqual({ cancelled: true, reason: 'Koolitaja haigestus.' });
  });
});
