import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { Me } from '@opiring/platform/web';
import { ToastPlace } from '@opiring/platform/ui';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { DesignerPage } from './designer-page';
import { aChange, aCurriculum, anActivity, kadri } from './fixtures';
import { delay } from 'rxjs';

const cohort = { id: 'lend', programmeTitle: { et: 'Dialoogid kogukonnas' } };

async function show(answers: Record<string, unknown> = {}, view = aCurriculum()) {
  const server = new PretendServer({
    'GET /api/me': kadri,
    'GET /api/cohorts/lend': cohort,
    'GET /api/cohorts/lend/curriculum': view,
    'GET /api/cohorts/lend/changes': { edition: view.edition, changes: [aChange()] },
    'GET /api/cohorts/lend/meetings': { meetings: [], can: { plan: true } },
    ...answers,
  });
  const { fixture } = await render('<op-designer-page /><op-toasts />', {
    imports: [DesignerPage, ToastPlace],
    providers: aroundPages('curriculum', server),
  });
  await fixture.debugElement.injector.get(Me).load();
  await screen.findByRole('heading', { level: 1, name: 'Dialoogid kogukonnas' });
  return server;
}

describe('publishing', () => {
  it('says in a sentence how the draft stands, asks, and publishes', async () => {
    const server = await show({
      'POST /api/cohorts/lend/editions': { id: 'e2', cohortId: 'lend', number: 2, publishedAt: '' },
    });
    expect(screen.getByText('Kavandis on kolm muudatust.')).toBeTruthy();
    expect(screen.getByText('Juhid näevad 1. novembril avaldatud kava.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Avalda muudatused' }));
    await screen.findByRole('alertdialog', { name: 'Kas avaldad kava?' });
    expect(server.deeds).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Avaldan kohe' }));
    expect(await screen.findByText('Kava on avaldatud')).toBeTruthy();
    expect(server.deeds.map((d) => d.deed)).toEqual(['POST /api/cohorts/lend/editions']);
  });

  it('does nothing when one says not yet', async () => {
    const server = await show();
    fireEvent.click(screen.getByRole('button', { name: 'Avalda muudatused' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Veel mitte' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(server.deeds).toEqual([]);
  });

  it('lists what differs', async () => {
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Vaata erinevusi' }));
    const dialog = await screen.findByRole('dialog', { name: 'Mis kavandis erineb' });
    await waitFor(() => expect(dialog.textContent).toContain('Vaata videot'));
    expect(dialog.textContent).not.toContain('Kirjuta üles');
    expect(dialog.querySelector('ins')?.textContent).toBe('videot');
    expect(dialog.textContent).toContain('6 juhti on selle juba teinud.');
  });
});

describe('the side panel', () => {
  it('shows the published words beside the draft’s, and brings them back', async () => {
    const restored = anActivity('b', 'Vaata filmi', { kind: 'watch', revision: 4 });
    const server = await show({ 'PATCH /api/activities/b': restored });
    fireEvent.click(screen.getByRole('button', { name: 'Vaata videot' }));
    const note = await screen.findByRole('region', { name: 'Mis kavandis muutus' });
    expect(note.querySelector('del')?.textContent).toBe('filmi');
    expect(note.querySelector('ins')?.textContent).toBe('videot');
    fireEvent.click(screen.getByRole('button', { name: 'Taasta avaldatu' }));
    await screen.findByText('Avaldatu on kavandis tagasi');
    expect(server.deeds[0]).toMatchObject({ revision: '"3"', body: { title: { et: 'Vaata filmi' } } });
    expect(screen.getByLabelText<HTMLInputElement>('Nimi').value).toBe('Vaata filmi');
  });

  it('saves a change on the revision it was read at', async () => {
    const changed = anActivity('a', 'Loe kaks peatükki', { revision: 4 });
    const server = await show({ 'PATCH /api/activities/a': changed });
    fireEvent.click(screen.getByRole('button', { name: 'Loe peatükk' }));
    const name = await screen.findByLabelText('Nimi');
    fireEvent.input(name, { target: { value: 'Loe kaks peatükki' } });
    fireEvent.click(screen.getByRole('button', { name: 'Salvesta kavandisse' }));
    await screen.findByText('Salvestatud kavandisse');
    expect(server.deeds[0]).toMatchObject({
      revision: '"3"',
      body: { title: { et: 'Loe kaks peatükki' }, minutes: 20 },
    });
  });

  it('shows both when somebody else was there meanwhile, and keeps mine when I say so', async () => {
    const title = { et: 'Loe kolmas peatükk', en: 'Read chapter three' };
    const theirs = anActivity('a', '', { revision: 7, title });
    const server = await show({ 'PATCH /api/activities/a': { status: 412, code: 'stale', current: theirs } });
    fireEvent.click(screen.getByRole('button', { name: 'Loe peatükk' }));
    fireEvent.input(await screen.findByLabelText('Nimi'), { target: { value: 'Minu nimi' } });
    fireEvent.click(screen.getByRole('button', { name: 'Salvesta kavandisse' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Loe kolmas peatükk\nRead chapter three');
    expect(alert.textContent).toContain('Minu nimi');
    server.answers['PATCH /api/activities/a'] = anActivity('a', 'Minu nimi', { revision: 8 });
    fireEvent.click(screen.getByRole('button', { name: 'Jätan minu oma' }));
    await screen.findByText('Salvestatud kavandisse');
    expect(server.deeds.at(-1)).toMatchObject({ revision: '"7"', body: { title: { et: 'Minu nimi' } } });
  });

  it('lets edits of different fields go together without asking', async () => {
    const theirs = anActivity('a', 'Loe peatükk', { revision: 7, link: 'https://raamat.example/4' });
    const server = await show();
    const answers = [
      { status: 412, code: 'stale', current: theirs },
      { ...theirs, revision: 8 },
    ];
    Object.defineProperty(server.answers, 'PATCH /api/activities/a', { get: () => answers.shift() });
    fireEvent.click(screen.getByRole('button', { name: 'Loe peatükk' }));
    fireEvent.input(await screen.findByLabelText('Nimi'), { target: { value: 'Minu nimi' } });
    fireEvent.click(screen.getByRole('button', { name: 'Salvesta kavandisse' }));
    await screen.findByText('Salvestatud kavandisse');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(server.deeds.map((d) => d.revision)).toEqual(['"3"', '"7"']);
    expect(server.deeds[1]).toMatchObject({
      body: { title: { et: 'Minu nimi' }, link: 'https://raamat.example/4' },
    });
  });

  it('puts what is missing beside its field, and sends nothing', async () => {
    const server = await show();
    fireEvent.click(screen.getByRole('button', { name: 'Lisa tegevus' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Lisa kavandisse' }));
    const name = await screen.findByLabelText('Nimi');
    await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByText('See väli on vaja täita.')).toBeTruthy();
    expect(server.deeds).toEqual([]);
  });
});

describe('a rule that can never be met', () => {
  it('is told with its reason as soon as a step makes it so, and goes with the next', async () => {
    const fault = {
      code: 'activity-gone',
      what: 'activity',
      id: aCurriculum().modules[0]!.activities[0]!.id,
      title: { et: 'Loe peatükk' },
      leaf: 0,
      names: [{ et: 'Vaata videot' }],
    };
    const changes = { edition: null, changes: [], faults: [fault] };
    const server = await show({
      'GET /api/cohorts/lend/changes': changes,
      'POST /api/cohorts/lend/draft-steps': { activities: [], modules: [] },
    });
    const told = await screen.findAllByText(/„Loe peatükk“.*„Vaata videot“/);
    expect(told.map((each) => each.tagName).sort()).toEqual(['LI', 'P']);
    expect(told.some((each) => each.closest('[role=status]'))).toBe(true);
    server.answers['GET /api/cohorts/lend/changes'] = { ...changes, faults: [] };
    fireEvent.click(screen.getByRole('button', { name: 'Vaata videot: tegevused' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Liiguta üles' }));
    await waitFor(() => expect(screen.queryAllByText(/„Loe peatükk“.*„Vaata videot“/)).toEqual([]));
  });
});

describe('stepping back', () => {
  it('takes as many steps as keys were pressed, however fast they come', async () => {
    const server = await show({ 'POST /api/cohorts/lend/draft-steps': { activities: [], modules: [] } });
    for (const title of ['Loe peatükk', 'Vaata videot']) {
      fireEvent.click(screen.getByRole('button', { name: `${title}: tegevused` }));
      fireEvent.click(await screen.findByRole('menuitem', { name: 'Liiguta alla' }));
    }
    await waitFor(() => expect(server.deeds).toHaveLength(2));
    await screen.findByRole('button', { name: /^Võta tagasi: „Vaata videot“/ });
    for (let n = 0; n < 3; n++) fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await waitFor(() => expect(server.deeds).toHaveLength(4));
    await screen.findByRole('button', { name: 'Võta tagasi' });
    expect(server.deeds[3]?.body).toMatchObject({ activities: [{ id: 'a', position: 0 }] });
  });

  it('steps back from what is still on its way, not from what was done before it', async () => {
    const server = await show({ 'POST /api/cohorts/lend/draft-steps': { activities: [], modules: [] } });
    const move = async (title: string) => {
      fireEvent.click(screen.getByRole('button', { name: `${title}: tegevused` }));
      fireEvent.click(await screen.findByRole('menuitem', { name: 'Liiguta alla' }));
    };
    await move('Loe peatükk');
    await screen.findByRole('button', { name: /^Võta tagasi: „Loe peatükk“/ });
    const handle = server.handle.bind(server);
    jest.spyOn(server, 'handle').mockImplementation((request) => handle(request).pipe(delay(20)));
    await move('Vaata videot');
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await waitFor(() => expect(server.deeds).toHaveLength(3));
    const ids = server.deeds.map(({ body }) => (body as { activities: { id: string }[] }).activities[0]?.id);
    expect(ids[2]).toBe(ids[1]);
    await screen.findByRole('button', { name: /^Võta tagasi: „Loe peatükk“/ });
  });
});
