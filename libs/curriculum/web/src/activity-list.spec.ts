import { fireEvent, render, screen, within } from '@testing-library/angular';
import type { ActivityView } from '@opiring/contract/curriculum';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { ActivityList } from './activity-list';
import { aCurriculum } from './fixtures';
import { Selection } from './selection';

const [hold, other] = aCurriculum().modules;

async function show() {
  const reorder = jest.fn<void, [{ activity: ActivityView; position: number }]>();
  const transfer = jest.fn();
  await render(ActivityList, {
    inputs: { module: hold!, modules: [hold!, other!] },
    on: { reorder, transfer },
    providers: aroundPages('curriculum', new PretendServer({})),
  });
  const handle = await screen.findByRole('button', { name: 'Liiguta: Hoia ringi' });
  handle.focus();
  return { reorder, transfer, handle };
}

const titles = (): string[] =>
  screen.getAllByRole('heading', { level: 3 }).map((h) => h.textContent?.trim() ?? '');
const said = (): string => screen.getByRole('status').textContent ?? '';
/** What a browser makes of Space on a button; a pointer's click carries a count. */
const space = (handle: HTMLElement) => fireEvent.click(handle, { detail: 0 });
const key = (handle: HTMLElement, name: string) => fireEvent.keyDown(handle, { key: name });

describe('reordering with the keyboard', () => {
  it('picks up, carries, says where it is, and puts down', async () => {
    const { handle, reorder } = await show();
    space(handle);
    expect(said()).toContain('„Hoia ringi“ on käes, 4. koht');
    expect(handle.getAttribute('aria-pressed')).toBe('true');
    key(handle, 'ArrowUp');
    expect(said()).toBe('Liigutatud 4. kohalt 3. kohale');
    await screen.findByText('Liigutatud 4. kohalt 3. kohale');
    expect(titles()).toEqual(['Loe peatükk', 'Vaata videot', 'Hoia ringi', 'Kirjuta üles']);
    expect(reorder).not.toHaveBeenCalled();
    space(handle);
    expect(said()).toBe('„Hoia ringi“ on nüüd 3. kohal');
    expect(reorder).toHaveBeenCalledWith({ activity: hold!.activities[3], position: 2 });
  });

  it('keeps the focus on the handle while the row moves', async () => {
    const { handle } = await show();
    space(handle);
    key(handle, 'ArrowUp');
    await screen.findByText('Liigutatud 4. kohalt 3. kohale');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Liiguta: Hoia ringi');
  });

  it('leaves everything where it was on Escape', async () => {
    const { handle, reorder } = await show();
    space(handle);
    key(handle, 'ArrowUp');
    key(handle, 'ArrowUp');
    key(handle, 'Escape');
    await screen.findByText('„Hoia ringi“ jäi 4. kohale');
    expect(titles()).toEqual(['Loe peatükk', 'Vaata videot', 'Kirjuta üles', 'Hoia ringi']);
    expect(reorder).not.toHaveBeenCalled();
  });

  it('stops at the ends, and arrows do nothing until something is in hand', async () => {
    const { handle, reorder } = await show();
    key(handle, 'ArrowUp');
    expect(said()).toBe('');
    space(handle);
    key(handle, 'ArrowDown');
    expect(said()).toContain('on käes');
    space(handle);
    expect(reorder).not.toHaveBeenCalled();
  });

  it('does not take a pointer press on the handle for Space', async () => {
    const { handle } = await show();
    fireEvent.click(handle, { detail: 1 });
    expect(handle.getAttribute('aria-pressed')).toBe('false');
  });
});

describe('the commands of an activity', () => {
  it('moves it down by menu, and to another module', async () => {
    const { reorder, transfer } = await show();
    fireEvent.click(screen.getByRole('button', { name: 'Loe peatükk: tegevused' }));
    fireEvent.click(within(await screen.findByRole('menu')).getByRole('menuitem', { name: 'Liiguta alla' }));
    expect(reorder).toHaveBeenCalledWith({ activity: hold!.activities[0], position: 1 });
    fireEvent.click(screen.getByRole('button', { name: 'Loe peatükk: tegevused' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Vii moodulisse „Ring kodukohas“' }));
    expect(transfer).toHaveBeenCalledWith({ activity: hold!.activities[0], module: other });
  });

  it('says in words what differs from the published plan', async () => {
    await show();
    const row = screen.getAllByRole('listitem').find((li) => li.textContent?.includes('Vaata videot'));
    expect(within(row!).getByText('Muudetud')).toBeTruthy();
  });
});

describe('choosing with the mouse', () => {
  it('chooses a line by Ctrl and all up to it by Shift, and opens by a plain click only', async () => {
    const open = jest.fn();
    const chosen = new Set<string>();
    const selection = {
      has: (id: string) => chosen.has(id),
      active: () => chosen.size > 0,
      activities: () => [],
      toggle: jest.fn(({ id }: ActivityView, _: readonly ActivityView[], __: boolean) => chosen.add(id)),
    };
    await render(ActivityList, {
      inputs: { module: hold!, modules: [hold!, other!] },
      on: { open },
      providers: [
        ...aroundPages('curriculum', new PretendServer({})),
        { provide: Selection, useValue: selection },
      ],
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Loe peatükk' }), { ctrlKey: true });
    fireEvent.click(screen.getByRole('button', { name: 'Vaata videot' }), { shiftKey: true });
    expect(selection.toggle.mock.calls.map(([{ id }, , range]) => [id, range])).toEqual([
      [hold!.activities[0]!.id, false],
      [hold!.activities[1]!.id, true],
    ]);
    expect(open).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Vaata videot' }));
    expect(open).toHaveBeenCalledTimes(1);
    expect(selection.toggle).toHaveBeenCalledTimes(2);
  });
});
