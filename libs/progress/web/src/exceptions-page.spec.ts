import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import type { MemberView } from '@opiring/contract/cohorts';
import type { ExceptionView } from '@opiring/contract/exceptions';
import { ToastPlace } from '@opiring/platform/ui';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { ExceptionsPage } from './exceptions-page';

const list = 'GET /api/cohorts/lend/exceptions';
const agree = 'POST /api/cohorts/lend/members/marika/exceptions';
const aLeader = (id: string, name: string, partnerId: string | null): MemberView => ({
  ...{ membershipId: id, name, role: 'participant', seat: 1, municipality: '', occupation: '', email: '' },
  ...{ ended: false, mentorId: null, partnerId, pairId: null, pausedUntil: null },
});
const agreed = (id: string, name: string, more: Partial<ExceptionView> = {}): ExceptionView => ({
  ...{ id, kind: 'excused', moduleId: null, activityId: 'a', title: { et: 'Loe peatükk' } },
  ...{ fromOn: null, untilOn: null, reason: 'On seda juba lugenud.', by: 'Maarja Soosaar' },
  people: [{ membershipId: name, name, seat: 1 }],
  ...{ at: '2026-11-19T09:00:00.000Z', ended: null, changes: [], revision: 2 },
  ...more,
});
const activity = { id: 'a', moduleId: 'm', kind: 'read', title: { et: 'Loe peatükk' }, instructions: {} };
const curriculum = {
  cohortId: 'lend',
  questions: [],
  modules: [{ id: 'm', title: { et: 'Kuulamine' }, activities: [activity] }],
};

async function show(
  exceptions: ExceptionView[],
  answers: Record<string, unknown> = {},
  total = exceptions.length,
) {
  const server = new PretendServer({
    [list]: { exceptions, total },
    'GET /api/cohorts/lend/people': {
      people: [aLeader('marika', 'Marika Tõnurist', 'ants'), aLeader('ants', 'Ants Kivirand', 'marika')],
    },
    'GET /api/cohorts/lend/curriculum': curriculum,
    ...answers,
  });
  const membership = () => ({ role: 'organizer' });
  const me = { cohortId: () => 'lend', membership, timeZone: () => 'Europe/Tallinn' };
  await render('<op-exceptions-page /><op-toasts />', {
    imports: [ExceptionsPage, ToastPlace],
    providers: [...aroundPages('progress', server), { provide: Me, useValue: me }],
  });
  await screen.findByRole('button', { name: 'Lepi kokku erand' });
  return server;
}
const open = async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Lepi kokku erand' }));
  await screen.findByRole('button', { name: 'Lepi kokku' });
};
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('what is agreed', () => {
  it('is told with its reason and by whom, what is over apart from what holds', async () => {
    const over = agreed('x2', 'Ants Kivirand', { ended: { at: '2026-11-20T09:00:00.000Z', by: null } });
    await show([agreed('x1', 'Marika Tõnurist'), over]);
    const [standing, ended] = screen.getAllByRole('list').filter((each) => each.classList.contains('ex'));
    expect(standing?.textContent).toContain('„Loe peatükk“ ei loe');
    expect(standing?.textContent).toContain('On seda juba lugenud.');
    expect(standing?.textContent).toContain('Kokku leppis Maarja Soosaar, 19.\u00a0november');
    expect(within(standing!).getByRole('button', { name: /^Lõpeta/ })).toBeTruthy();
    expect(ended?.textContent).toContain('Ants Kivirand');
    expect(within(ended!).queryByRole('button')).toBeNull();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('ends only after one has said yes', async () => {
    const server = await show([agreed('x1', 'Marika')], { 'DELETE /api/exceptions/x1': {} });
    fireEvent.click(screen.getByRole('button', { name: /^Lõpeta/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Lõpetan' }));
    await screen.findByText('Kokkulepe on lõppenud');
    expect(server.deeds.map(({ deed }) => deed)).toEqual(['DELETE /api/exceptions/x1']);
  });
});

describe('agreeing', () => {
  it('demands what it is about and the reason, sends nothing before, and has the focus where it is missing', async () => {
    const server = await show([], { [agree]: { id: 'x' } });
    await open();
    await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('radio'));
    fireEvent.click(screen.getByRole('button', { name: 'Lepi kokku' }));
    await screen.findByText('Vali, mille kohta kokkulepe käib.');
    expect(screen.getByText('Kirjuta põhjus, sest juht loeb seda.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Mille kohta')));
    choose('Mille kohta', 'a');
    fireEvent.input(screen.getByLabelText('Põhjus'), { target: { value: '   ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Lepi kokku' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Põhjus')));
    expect(server.deeds).toEqual([]);
    fireEvent.click(screen.getByLabelText('Sama kehtib ka õpipartnerile: Ants Kivirand'));
    fireEvent.input(screen.getByLabelText('Põhjus'), { target: { value: ' Lähetus ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Lepi kokku' }));
    await screen.findByText('Erand on kokku lepitud ja juhile näha');
    expect(server.deeds[0]).toMatchObject({
      deed: agree,
      body: { kind: 'opens', activityId: 'a', reason: 'Lähetus', withPartner: true },
    });
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Lepi kokku erand'));
  });

  it('says why the server refused, and keeps what was written', async () => {
    await show([], { [agree]: { status: 409, code: 'already-agreed' } });
    await open();
    choose('Mille kohta', 'a');
    fireEvent.input(screen.getByLabelText('Põhjus'), { target: { value: 'Lähetus' } });
    fireEvent.click(screen.getByRole('button', { name: 'Lepi kokku' }));
    expect((await screen.findByRole('alert')).textContent).toContain('juba kokku lepitud');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Põhjus').value).toBe('Lähetus');
  });
});

describe('more than one list holds', () => {
  it('is said, and found by name without losing the field one types in', async () => {
    const many = Array.from({ length: 30 }, (_, n) => agreed(`x${n}`, `Juht ${n}`));
    await show(many, { [`${list}?name=marika`]: { exceptions: [agreed('m', 'Marika')], total: 1 } }, 1234);
    expect(screen.getByText('Näha on 30, kokku on neid 1234. Ülejäänud leiad nime järgi.')).toBeTruthy();
    const field = screen.getByRole('searchbox', { name: 'Otsi juhi nime järgi' });
    field.focus();
    fireEvent.input(field, { target: { value: ' marika ' } });
    await screen.findByText('1 kokkulepe');
    expect(screen.getAllByText(/Marika/).length).toBeGreaterThan(0);
    expect(screen.queryByText(/Juht 7/)).toBeNull();
    expect(document.activeElement).toBe(field);
  });
});
