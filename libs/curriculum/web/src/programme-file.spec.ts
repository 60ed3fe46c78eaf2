import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { ToastPlace } from '@opiring/platform/ui';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { Designer } from './designer';
import { DraftHistory } from './draft-history';
import { aCurriculum, kadri } from './fixtures';
import { ProgrammeFile } from './programme-file';

const report = {
  applied: false,
  modules: 6,
  activities: 28,
  added: 30,
  kept: 4,
  retired: 1,
  adapted: [{ what: 'main-1', why: 'question-worded-otherwise' }],
  leftOut: [{ what: 'README.md', why: 'unknown-file' }],
};

async function choose(answers: Record<string, unknown>) {
  const view = aCurriculum();
  const server = new PretendServer({
    'GET /api/me': kadri,
    'GET /api/cohorts/lend/curriculum': view,
    'GET /api/cohorts/lend/changes': { edition: view.edition, changes: [] },
    ...answers,
  });
  const { fixture, container } = await render('<op-programme-file /><op-toasts />', {
    imports: [ProgrammeFile, ToastPlace],
    providers: [...aroundPages('curriculum', server), Designer, DraftHistory],
  });
  await fixture.debugElement.injector.get(Me).load();
  await waitFor(() => expect(fixture.debugElement.injector.get(Designer).view()).toBeTruthy());
  const input = container.querySelector('input');
  if (!input) throw new Error('no place for a file');
  fireEvent.change(input, { target: { files: [new File(['x'], 'programm.zip')] } });
  return server;
}

describe("a programme's file", () => {
  it('is looked over first and taken in when one says so', async () => {
    const server = await choose({
      'POST /api/cohorts/lend/curriculum/import?check=1': report,
      'POST /api/cohorts/lend/curriculum/import?replace=1': { ...report, applied: true },
    });
    const dialog = await screen.findByRole('dialog', { name: 'Mida see fail tooks' });
    expect(dialog.textContent).toContain('Failis on 6 moodulit ja 28 tegevust.');
    expect(dialog.textContent).toContain('„README.md“ jääb välja');
    fireEvent.click(screen.getByRole('button', { name: 'Too kavandisse' }));
    expect(await screen.findByText('Kavand on failist toodud')).toBeTruthy();
    expect(server.deeds).toHaveLength(2);
  });
});
