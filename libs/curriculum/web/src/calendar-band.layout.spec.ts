import type { ModuleView } from '@opiring/contract/curriculum';
import { layBand } from './calendar-band.layout';

function module(id: string, startsOn: string | null, endsOn: string | null, alongside = false): ModuleView {
  return { id, title: { et: id }, purpose: {}, startsOn, endsOn, alongside, activities: [] };
}

describe('the calendar band', () => {
  const band = layBand([
    module('arrive', '2026-09-23', '2026-10-06'),
    module('beside', null, null, true),
    module('hold', '2026-10-07', '2026-11-17'),
    module('day', '2027-01-20', '2027-01-20'),
  ]);

  it('covers whole months, from the first module to the last', () => {
    expect(band?.months.map((m) => m.first)).toEqual([
      '2026-09-01',
      '2026-10-01',
      '2026-11-01',
      '2026-12-01',
      '2027-01-01',
    ]);
    expect(band?.months[1]).toEqual({ first: '2026-10-01', start: 31, end: 62 });
  });

  it('places a module on its days and numbers it among those in the band', () => {
    expect(band?.modules.map((m) => [m.module.id, m.number, m.start, m.end])).toEqual([
      ['arrive', 1, 23, 37],
      ['hold', 2, 37, 79],
      ['day', 3, 142, 143],
    ]);
  });

  it('draws a one-day module wide enough to read, and keeps today on the same columns', () => {
    expect(band?.columns.split('minmax').filter((c) => c.includes('24fr'))).toHaveLength(1);
    expect(band?.shareOf('2026-09-01')).toBeCloseTo(0.5 / 168, 2);
    expect(band?.shareOf('2028-01-01')).toBeUndefined();
  });

  it('draws nothing where no module has days', () => {
    expect(layBand([module('beside', null, null, true)])).toBeUndefined();
  });
});
