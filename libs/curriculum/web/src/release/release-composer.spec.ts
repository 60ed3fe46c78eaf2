import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import type { MeetingView } from '@opiring/contract/cohorts';
import type { ReleaseFault } from '@opiring/contract/release';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { TestBed } from '@angular/core/testing';
import { aCurriculum } from '../fixtures';
import { ReleaseComposer } from './release-composer';
import { ReleaseWords } from './release-words';

const { modules } = aCurriculum();
const aMeeting = (id: string, position: number, more: Partial<MeetingView> = {}): MeetingView => ({
  id,
  position,
  title: { et: `Kohtumine ${position}` },
  about: {},
  place: {},
  startsAt: `2026-12-0${position}T08:00:00.000Z`,
  endsAt: `2026-12-0${position}T14:00:00.000Z`,
  state: 'planned',
  revision: 1,
  can: { edit: true, reply: false, recordAttendance: true },
  ...more,
});
const meetings = [aMeeting('m1', 1), aMeeting('m2', 2), aMeeting('m3', 3, { state: 'cancelled' })];

async function show(rule = '', faults: readonly ReleaseFault[] = []) {
  const { fixture } = await render(ReleaseComposer, {
    inputs: { rule, of: 'a', otherwise: 'mooduli esimesel päeval', modules, meetings, faults },
    providers: aroundPages('curriculum', new PretendServer({})),
  });
  TestBed.inject(ReleaseWords).know({ modules, meetings });
  await screen.findByText('Millal see avaneb?');
  return () => JSON.parse(fixture.componentInstance.rule() || 'null') as unknown;
}
const sentence = (): string =>
  document.querySelector('.rl__s')?.textContent?.replace(/\s+/g, ' ').replace(' .', '.').trim() ?? '';
const add = () => fireEvent.click(screen.getByRole('button', { name: 'Lisa tingimus' }));
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('composing a rule', () => {
  it('says what opens it where there is no rule, and offers the meeting that comes next', async () => {
    const rule = await show();
    expect(sentence()).toBe('Avaneb mooduli esimesel päeval.');
    add();
    await waitFor(() => expect(sentence()).toBe('Avaneb, kui esimene kohtumine on läbi.'));
    expect(rule()).toEqual({ when: 'meeting', meetingId: 'm1', days: 0 });
    const first = await screen.findByLabelText('Tingimus');
    await waitFor(() => expect(document.activeElement).toBe(first));
  });

  it('follows each choice with the sentence: joined, nested, and said to those who only hear it', async () => {
    const rule = await show();
    add();
    await screen.findByLabelText('Tingimus');
    add();
    await waitFor(() => expect(sentence()).toContain('teine kohtumine'));
    choose('Tingimus', 'plan-read');
    await waitFor(() =>
      expect(sentence()).toBe('Avaneb, kui esimene kohtumine on läbi ja õpipartner on kava lugenud.'),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Lisa kõrvale „või“' }));
    await waitFor(() => expect(sentence()).toContain('kas õpipartner on kava lugenud või'));
    choose('Tingimus', 'activity');
    await waitFor(() =>
      expect(rule()).toEqual({
        when: 'all',
        of: [
          { when: 'meeting', meetingId: 'm1', days: 0 },
          { when: 'any', of: [{ when: 'plan-read' }, { when: 'activity', activityId: 'b' }] },
        ],
      }),
    );
    await waitFor(() => expect(sentence()).toMatch(/või „Vaata videot“ on tehtud\.$/));
    const heard = document.querySelector('[aria-live=polite]')?.textContent ?? '';
    expect(sentence()).toBe(`${heard}.`);
    choose('Kuidas tingimused kokku käivad', 'any');
    await waitFor(() => expect(rule()).toMatchObject({ when: 'any' }));
    fireEvent.click(screen.getByRole('button', { name: 'Eemalda tingimus' }));
    await waitFor(() => expect(screen.queryByLabelText('Tingimus')).toBeNull());
    expect(rule()).toMatchObject({ when: 'any', of: [{ when: 'meeting' }, { when: 'plan-read' }] });
  });

  it('offers nothing that can never be waited for: itself, or a meeting that is cancelled', async () => {
    await show(JSON.stringify({ when: 'activity', activityId: 'b' }));
    fireEvent.click(screen.getByRole('button', { name: /Vaata videot/ }));
    const things = within(await screen.findByLabelText('Tegevus')).getAllByRole('option');
    expect(things.map((option) => option.textContent?.trim())).toEqual([
      'Vaata videot',
      'Kirjuta üles',
      'Hoia ringi',
    ]);
    choose('Tingimus', 'meeting');
    const days = within(await screen.findByLabelText('Kohtumine')).getAllByRole('option');
    expect(days).toHaveLength(2);
  });

  it('shows why a rule was refused, and at which condition', async () => {
    const rule = { when: 'all', of: [{ when: 'plan-read' }, { when: 'activity', activityId: 'd' }] };
    const fault: ReleaseFault = {
      ...{ code: 'activity-gone', what: 'activity', id: 'a', title: { et: 'Loe peatükk' } },
      ...{ leaf: 1, names: [{ et: 'Hoia ringi' }] },
    };
    await show(JSON.stringify(rule), [fault]);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toMatch(/„Loe peatükk“.*„Hoia ringi“/);
    const wrong = screen.getByRole('button', { name: /Hoia ringi/ });
    expect(wrong.getAttribute('aria-invalid')).toBe('true');
    expect(wrong.getAttribute('aria-describedby')).toBe(alert.id);
    expect(screen.getByRole('button', { name: /õpipartner/ }).hasAttribute('aria-invalid')).toBe(false);
  });

  it('takes no half-typed day and no days beyond their bounds', async () => {
    const rule = await show(JSON.stringify({ when: 'meeting', meetingId: 'm1', days: 2 }));
    fireEvent.click(screen.getByRole('button', { name: /esimest kohtumist/ }));
    const days = await screen.findByLabelText<HTMLInputElement>('Mitu päeva pärast kohtumist');
    fireEvent.change(days, { target: { value: '-4' } });
    expect(rule()).toMatchObject({ days: 0 });
    fireEvent.change(days, { target: { value: '9999' } });
    expect(rule()).toMatchObject({ days: 365 });
    choose('Tingimus', 'date');
    const day = await screen.findByLabelText('Avanemise päev');
    fireEvent.change(day, { target: { value: '2027-01-09' } });
    fireEvent.change(day, { target: { value: '' } });
    expect(rule()).toEqual({ when: 'date', on: '2027-01-09' });
  });
});
