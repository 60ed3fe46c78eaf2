import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import type { MaterialView } from '@opiring/contract/materials';
import { LARGEST_FILE } from '@opiring/contract/materials.values';
import { ToastPlace } from '@opiring/platform/ui';
import { Problem, Uploads } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { anActivity } from './fixtures';
import { MaterialsEditor } from './materials-editor';

const aLink = (id: string, title: string): MaterialView => ({
  id,
  title: { et: title },
  url: `https://${id}.example/`,
});
const three = ['Esimene', 'Teine', 'Kolmas'].map((title, n) => aLink(`m${n + 1}`, title));
const put = 'PUT /api/activities/a/materials';

async function show(answers: Record<string, unknown> = {}, send = jest.fn()) {
  const server = new PretendServer(answers);
  await render('<op-materials-editor [activity]="activity" /><op-toasts />', {
    imports: [MaterialsEditor, ToastPlace],
    componentProperties: { activity: anActivity('a', 'Loe peatükk', { materials: three }) },
    providers: [...aroundPages('curriculum', server), { provide: Uploads, useValue: { send } }],
  });
  await screen.findByText('Kolmas');
  return { server, send };
}
const bring = (...files: File[]) =>
  fireEvent.change(document.querySelector('input[type=file]')!, { target: { files } });
const aFile = (name: string, size = 4): File => {
  const file = new File(['sisu'], name);
  Object.defineProperty(file, 'size', { value: size });
  return file;
};

describe('files', () => {
  it('says of each file why it is not taken, before anything is sent', async () => {
    const { send } = await show();
    bring(aFile('tühi.pdf', 0), aFile('suur.pdf', LARGEST_FILE + 1), aFile('programm.exe'));
    const why = (await screen.findAllByRole('alert')).map((each) => each.textContent?.trim());
    expect(new Set(why).size).toBe(3);
    expect(why.join(' ')).not.toContain('curriculum.');
    expect(why[1]).toContain('25 MB');
    expect(send).not.toHaveBeenCalled();
  });

  it('says what the server found in the file, and tries again or lets it go', async () => {
    const send = jest.fn().mockRejectedValueOnce(new Problem({ status: 422, code: 'file-disguised' }));
    await show({}, send);
    bring(aFile('leht.pdf'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/nimi|lõpp|laiend/i);
    send.mockRejectedValueOnce(new Problem({ status: 0, code: 'offline' }));
    fireEvent.click(screen.getByRole('button', { name: /^Proovi uuesti.*leht\.pdf/ }));
    await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
    // One key for both tries: what arrived the first time is not kept twice.
    expect(send.mock.calls[1]?.[2]).toBe(send.mock.calls[0]?.[2]);
    fireEvent.click(screen.getByRole('button', { name: 'Jäta ära: leht.pdf' }));
    await waitFor(() => expect(screen.queryByText('leht.pdf')).toBeNull());
  });
});

describe('their order', () => {
  it('is changed by keyboard, told, and the focus stays where the next press may go', async () => {
    const order = (...at: number[]) =>
      anActivity('a', 'Loe', { revision: 4, materials: at.map((n) => three[n]!) });
    const { server } = await show({ [put]: order(0, 2, 1) });
    const down = screen.getByRole('button', { name: /Teine.*alla|alla.*Teine/i });
    down.focus();
    fireEvent.click(down);
    await waitFor(() => expect(server.deeds).toHaveLength(1));
    expect(server.deeds[0]).toMatchObject({
      revision: '"3"',
      body: { materials: [{ id: 'm1' }, { id: 'm3' }, { id: 'm2' }] },
    });
    await waitFor(() =>
      expect(document.querySelector('op-materials-editor [role=status]')?.textContent).toContain('Teine'),
    );
    // It is the last now and can go no further down: the way up has the focus.
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Teine/));
    expect((document.activeElement as HTMLButtonElement).disabled).toBe(false);
  });

  it('is done to what is there now where somebody changed it meanwhile', async () => {
    const theirs = anActivity('a', 'Loe', {
      revision: 9,
      materials: [three[0]!, three[1]!, three[2]!, aLink('m4', 'Neljas')],
    });
    const answers = [
      { status: 412, code: 'stale', current: theirs },
      { ...theirs, revision: 10, materials: theirs.materials?.slice(1) },
    ];
    const { server } = await show();
    Object.defineProperty(server.answers, put, { get: () => answers.shift() });
    fireEvent.click(screen.getByRole('button', { name: /Esimene.*(eemalda|võta)|(eemalda|võta).*Esimene/i }));
    await screen.findByText('Neljas');
    expect(server.deeds.map(({ revision }) => revision)).toEqual(['"3"', '"9"']);
    expect(server.deeds[1]?.body).toMatchObject({ materials: [{ id: 'm2' }, { id: 'm3' }, { id: 'm4' }] });
  });
});

describe('links', () => {
  it('must be addresses; what is none is said beside the field', async () => {
    const { server } = await show();
    fireEvent.click(screen.getByRole('button', { name: 'Lisa link' }));
    const address = await screen.findByRole('textbox', { name: /aadress|link/i });
    fireEvent.input(address, { target: { value: 'mitte aadress' } });
    fireEvent.keyDown(address, { key: 'Enter' });
    await waitFor(() => expect(address.getAttribute('aria-invalid')).toBe('true'));
    expect(document.activeElement).toBe(address);
    expect(server.deeds).toEqual([]);
  });
});
