import { instantOf, wallClockOf } from './cohort-time';

describe('the wall clock of a cohort', () => {
  it('reads and writes days and times in the zone of the cohort, in winter and in summer', () => {
    expect(instantOf('2026-12-09', '10:00', 'Europe/Tallinn')).toBe('2026-12-09T08:00:00.000Z');
    expect(instantOf('2026-07-01', '10:00', 'Europe/Tallinn')).toBe('2026-07-01T07:00:00.000Z');
    expect(wallClockOf('2026-12-09T14:30:00.000Z', 'Europe/Tallinn')).toEqual({
      day: '2026-12-09',
      time: '16:30',
    });
  });

  it('keeps its head on the day the clocks change', () => {
    expect(instantOf('2026-10-25', '10:00', 'Europe/Tallinn')).toBe('2026-10-25T08:00:00.000Z');
    expect(wallClockOf(instantOf('2026-03-29', '09:00', 'Europe/Tallinn'), 'Europe/Tallinn').time).toBe(
      '09:00',
    );
  });
});
