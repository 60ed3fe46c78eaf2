import type { PublicProgrammeView } from '@opiring/contract/library';
import { ringOf } from './programme-ring';

const programme = (modules: PublicProgrammeView['modules']) =>
  ({
    modules,
    questions: [{}, {}, {}, {}],
    meetings: [{ startsAt: '2023-10-04T07:00:00Z' }],
  }) as unknown as PublicProgrammeView;

describe('the ring of a programme', () => {
  it('runs from the first day to the last, without today', () => {
    const ring = ringOf(
      programme([
        { title: { et: 'A' }, startsOn: '2023-10-04', endsOn: '2023-10-17', alongside: false },
        { title: { et: 'B' }, startsOn: '2023-10-18', endsOn: '2024-01-31', alongside: false },
        { title: { et: 'C' }, startsOn: null, endsOn: null, alongside: true },
      ]),
      (text) => text.et ?? '',
    );
    expect(ring?.startsOn).toBe('2023-10-04');
    expect(ring?.endsOn).toBe('2024-01-31');
    expect(ring?.today).toBeNull();
    expect(ring?.modules.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(ring?.questions[0]?.moments.map(({ on }) => on)).toEqual([
      '2023-10-17',
      '2023-11-27',
      '2024-01-20',
    ]);
  });
  it('is not drawn before there are days', () => {
    expect(ringOf(programme([]), () => '')).toBeNull();
  });
});
