import {
  dayIn,
  daysBetween,
  formatDay,
  formatHours,
  formatRange,
  formatTime,
  ofDay,
  onDay,
  sinceDay,
  untilDay,
} from './date-words';

const zone = 'Europe/Tallinn';

describe('dates in words', () => {
  it('says a day in three languages', () => {
    expect(formatDay('2023-12-14', 'et', 'long')).toBe('14.\u00a0detsember');
    expect(formatDay('2023-12-14', 'en', 'long')).toBe('14\u00a0December');
    expect(formatDay('2023-12-14', 'ru', 'long')).toBe('14\u00a0декабря');
    expect(formatDay('2023-12-05', 'et', 'weekday')).toBe('teisipäev, 5.\u00a0detsember');
  });
  it('says no full stop after a short month, and no "г." after a Russian year', () => {
    expect(formatDay('2023-12-14', 'et', 'short')).toBe('14.\u00a0dets');
    expect(formatDay('2023-12-14', 'ru', 'long-year')).toBe('14\u00a0декабря 2023');
  });
  it('says a full hour as the hour in Estonian', () => {
    expect(formatHours('2023-12-14T08:00:00Z', '2023-12-14T14:30:00Z', zone, 'et')).toBe('10–16.30');
    expect(formatHours('2023-12-14T08:00:00Z', '2023-12-14T14:30:00Z', zone, 'en')).toBe('10:00–16:30');
    expect(formatTime('2023-12-14T22:05:00Z', zone, 'et')).toBe('0.05');
  });
  it('bends an Estonian month in a sentence', () => {
    const on = (day: string) => onDay(formatDay(day, 'et', 'long'));
    expect(on('2023-12-14')).toBe('14.\u00a0detsembril');
    expect(on('2023-10-04')).toBe('4.\u00a0oktoobril');
    expect(on('2024-01-31')).toBe('31.\u00a0jaanuaril');
    expect(on('2024-05-01')).toBe('1.\u00a0mail');
    expect(onDay('14. november 2023')).toBe('14. novembril 2023');
    expect(['3. detsember', '1. mai', '9. oktoober 2023'].map(ofDay)).toEqual([
      '3. detsembri',
      '1. mai',
      '9. oktoobri 2023',
    ]);
  });
  it('says since when in Estonian', () => {
    expect(['14. detsember', '1. mai', '24. juuni', '9. oktoober 2023'].map(untilDay)).toEqual([
      '14. detsembrini',
      '1. maini',
      '24. juunini',
      '9. oktoobrini 2023',
    ]);
    expect(sinceDay(formatDay('2023-12-14', 'et', 'long'))).toBe('14.\u00a0detsembrist');
    expect(['1. mai', '24. juuni', '31. märts', '20. august', '9. oktoober 2023'].map(sinceDay)).toEqual([
      '1. maist',
      '24. juunist',
      '31. märtsist',
      '20. augustist',
      '9. oktoobrist 2023',
    ]);
  });
  it('draws a range together within a month', () => {
    expect(formatRange('2023-10-09', '2023-10-29', 'et')).toBe('9.–29.\u00a0okt');
    expect(formatRange('2023-10-30', '2023-11-19', 'et')).toBe('30.\u00a0okt – 19.\u00a0nov');
    expect(formatRange('2024-01-31', '2024-01-31', 'et')).toBe('31.\u00a0jaan');
  });
  it('takes the day of the cohort, whatever the clock of the device', () => {
    expect(dayIn(zone, new Date('2023-12-14T22:30:00Z'))).toBe('2023-12-15');
    expect(daysBetween('2024-03-30', '2024-04-01')).toBe(2);
  });
});
