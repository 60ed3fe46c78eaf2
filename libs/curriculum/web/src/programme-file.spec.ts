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
  adapted: [{ what: 'Kuidas?', why: 'question-worded-otherwise' }],
  leftOut: [{ what: 'README.md', why: 'unknown-file' }],
  rules: [
    {
      what: 'activity',
      title: { et: 'Vaata' },
      release: {
        when: 'all',
        of: [
          { when: 'meeting', meetingId: '2', days: 3 },
          { when: 'activity', activityId: 'loe' },
        ],
      },
    },
  ],
  around: {
    modules: [{ id: 'algus', title: { et: 'Algus' }, activities: [{ id: 'loe', title: { et: 'Loe' } }] }],
    meetings: [
      { id: '1', position: 1 },
      { id: '2', position: 2 },
    ],
  },
};

async function choose(answers: Record<string, unknown>, file = new File(['x'], 'programm.zip')) {
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
  fireEvent.change(input, { target: { files: [file] } });
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
    expect(dialog.textContent).toContain(
      'Vaata. Avaneb, kui teisest kohtumisest on möödas 3 päeva ja „Loe“ on tehtud.',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Too kavandisse' }));
    expect(await screen.findByText('Kavand on failist toodud')).toBeTruthy();
    expect(server.deeds).toHaveLength(2);
  });

  it('tells each problem with its place, in the reader’s words', async () => {
    await choose({
      'POST /api/cohorts/lend/curriculum/import?check=1': {
        status: 400,
        code: 'archive-refused',
        fields: {
          'programme.yaml#/modules/0/activities/2/kind (line 41)': ['must be one of read, watch'],
          'programme.yaml#/modules/1/activities/0/meeting': [
            'this cohort has 3 meetings: plan the others first',
          ],
          'materials/loe/arve.pdf': ['What is in the file is not what its name says.'],
          archive: ['is something nobody thought of'],
        },
      },
    });
    const dialog = await screen.findByRole('dialog', { name: 'Seda faili ei saa sisse tuua' });
    const told = [...dialog.querySelectorAll('li')].map(({ textContent }) =>
      textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(told).toEqual([
      'programme.yaml, rida 41 Siia sobib ainult: read, watch.',
      'programme.yaml, 2. moodul, 1. tegevus Lennul on 3 kohtumist: kavanda enne ülejäänud.',
      'materials/loe/arve.pdf Faili sisu ei vasta nimele.',
      'is something nobody thought of',
    ]);
    expect(dialog.querySelector('li:last-child span')?.getAttribute('lang')).toBe('en');
    expect(screen.queryByRole('button', { name: 'Too kavandisse' })).toBeNull();
  });

  it('is not even sent when it is too large', async () => {
    const large = new File(['x'], 'suur.mbz');
    Object.defineProperty(large, 'size', { value: 49 * 1024 * 1024 });
    const server = await choose({}, large);
    expect((await screen.findByRole('alert')).textContent).toContain('suurem kui 48 MB');
    expect(server.deeds).toHaveLength(0);
  });
});
