import type { ProgressMatrixView } from '@opiring/contract/progress';
import { changesBetween } from './changes';

type Seen = Pick<ProgressMatrixView, 'modules' | 'meetings' | 'members'>;
const member = (more: Partial<Seen['members'][number]> = {}): Seen['members'][number] => ({
  membershipId: 'm',
  name: 'Marika',
  seat: 1,
  municipality: '',
  states: ['done', 'ahead'],
  attendance: ['present', null],
  circles: 0,
  certificate: 'open',
  pausedUntil: null,
  mentorId: null,
  ...more,
});
const seen = (more: Partial<Seen> = {}): Seen => ({
  modules: ['one', 'two'].map((id) => ({ id, title: { et: id }, alongside: false, current: false })),
  meetings: ['k1', 'k2'].map((id, at) => ({
    id,
    position: at,
    startsAt: `2026-11-0${at + 1}T08:00:00Z`,
    state: 'held',
  })),
  members: [member()],
  ...more,
});
const between = (then: Seen, now: Seen) =>
  changesBetween(then, now, (at) => at.slice(0, 10)).map(
    ({ membershipId: _, name: __, seat: ___, ...told }) => told,
  );

describe('what is another fact now', () => {
  it.each([
    ['nothing', {}, []],
    ['a module done', { states: ['done', 'done'] }, [{ kind: 'module', title: { et: 'two' } }]],
    ['a module that only opened or began', { states: ['done', 'begun'] }, []],
    [
      'a meeting',
      { attendance: ['present', 'online'] },
      [{ kind: 'attendance', day: '2026-11-02', before: null, after: 'online' }],
    ],
    [
      'a correction',
      { attendance: ['absent', null] },
      [{ kind: 'attendance', day: '2026-11-01', before: 'present', after: 'absent' }],
    ],
    ['a circle', { circles: 1 }, [{ kind: 'circle', held: 1 }]],
    ['a pause', { pausedUntil: '2026-12-01' }, [{ kind: 'pause', until: '2026-12-01' }]],
    [
      'a certificate',
      { certificate: 'certificate' },
      [{ kind: 'certificate', before: 'open', after: 'certificate' }],
    ],
  ] as [string, Partial<Seen['members'][number]>, object[]][])('%s', (_, more, told) =>
    expect(between(seen(), seen({ members: [member(more)] }))).toEqual(told),
  );

  it('goes by the meeting and the module, not by their place', () => {
    const { modules, meetings } = seen();
    const turned = seen({
      modules: modules.toReversed(),
      meetings: meetings.toReversed(),
      members: [member({ states: ['ahead', 'done'], attendance: [null, 'present'] })],
    });
    expect(between(seen(), turned)).toEqual([]);
  });

  it('leaves out a meeting that was called off', () => {
    const meetings = seen().meetings.map((meeting) => ({ ...meeting, state: 'cancelled' as const }));
    expect(between(seen(), seen({ meetings, members: [member({ attendance: [null, 'online'] })] }))).toEqual(
      [],
    );
  });

  it('says that somebody joined', () =>
    expect(
      between(seen({ members: [] }), seen({ members: [member({ states: [], attendance: [] })] })),
    ).toEqual([{ kind: 'joined' }]));
});
