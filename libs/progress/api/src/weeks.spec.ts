import { currentModule, weekOf } from './weeks';

const cohort = { startsOn: '2026-09-16', endsOn: '2027-01-27' };

describe('where the cohort is', () => {
  it.each([
    ['2026-09-15', 0],
    ['2026-09-16', 1],
    ['2026-09-22', 1],
    ['2026-09-23', 2],
    ['2026-11-23', 10],
    ['2027-01-27', 20],
    ['2030-01-01', 20],
  ])('%s is in week %i', (today, week) => expect(weekOf(cohort, today)).toBe(week));

  it('is in the latest module that has begun; those alongside are in no place', () => {
    const modules = [
      { id: 'two', startsOn: '2026-10-01', alongside: false },
      { id: 'one', startsOn: '2026-09-16', alongside: false },
      { id: 'beside', startsOn: '2026-11-01', alongside: true },
      { id: 'open', startsOn: null, alongside: false },
      { id: 'three', startsOn: '2026-12-01', alongside: false },
    ];
    expect(currentModule(modules, cohort, '2026-11-23')).toBe('two');
    expect(currentModule(modules, cohort, '2026-09-01')).toBeUndefined();
    expect(currentModule(modules, cohort, '2027-02-01')).toBeUndefined();
  });
});
