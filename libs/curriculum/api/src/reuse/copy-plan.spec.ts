import fc from 'fast-check';
import type { EditionModule } from '../edition-content';
import { planOf, sameWeekday, type Source } from './copy-plan';
import { daysBetween, isWeekend, plusDays, weekdayOf } from './days';
import { WorkingDays } from './working-days';

const day = (from: string) => fc.integer({ min: 0, max: 3_000 }).map((n) => plusDays(from, n));
const open = { falls: () => undefined, proposals: () => [] };

function source(startsOn: string, module: Partial<EditionModule> = {}): Source {
  return {
    cohortId: 'lend',
    name: 'Esimene lend',
    startsOn,
    endsOn: plusDays(startsOn, 120),
    modules: [
      {
        id: 'm',
        title: { et: 'Algus' },
        purpose: {},
        startsOn,
        endsOn: plusDays(startsOn, 13),
        alongside: false,
        activities: [],
        ...module,
      },
    ],
    meetings: [
      { id: 'k', title: { et: 'Kohtumine' }, day: startsOn, from: '10:00', until: '16:30', cancelled: false },
    ],
  };
}

describe('the days of a copy', () => {
  it('lie as far from each other as before, on the weekdays they had where whole weeks pass', () => {
    fc.assert(
      fc.property(day('2023-01-01'), day('2024-01-01'), (startsOn, wanted) => {
        const firstDay = sameWeekday(startsOn, wanted) ?? wanted;
        expect(Math.abs(daysBetween(wanted, firstDay))).toBeLessThanOrEqual(3);
        const { dates, shift } = planOf(source(startsOn), { firstDay }, open);
        expect(Math.abs(shift % 7)).toBe(0);
        for (const { before, after, moved } of dates) {
          expect(weekdayOf(after)).toBe(weekdayOf(before));
          expect(daysBetween(before, after)).toBe(shift);
          expect(moved).toBeUndefined();
        }
      }),
    );
  });

  it('are set by hand one by one; a module takes its end along, and the intake lasts until the last of them', () => {
    const moves = [
      { what: 'module-starts' as const, id: 'm', to: '2027-10-20' },
      { what: 'meeting' as const, id: 'k', to: '2028-03-01' },
    ];
    const plan = planOf(source('2023-10-04'), { firstDay: '2027-10-06', moves }, open);
    expect(plan.dayOf('module-starts', 'm')).toBe('2027-10-20');
    expect(plan.dayOf('module-ends', 'm')).toBe('2027-10-20');
    expect(plan.dayOf('cohort-ends', 'lend')).toBe('2028-03-01');
    expect(plan.dates.filter(({ moved }) => moved)).toHaveLength(4);
  });

  it.each([
    ['nothing that is copied', { moves: [{ what: 'meeting' as const, id: 'x', to: '2027-10-20' }] }],
    ['a day in another century', { firstDay: '2127-10-06' }],
    ['one date in another century', { moves: [{ what: 'meeting' as const, id: 'k', to: '1927-10-20' }] }],
  ])('may not name %s', (_, wrong) => {
    expect(() => planOf(source('2023-10-04'), { firstDay: '2027-10-06', ...wrong }, open)).toThrow();
  });
});

describe('working days', () => {
  it('know the Estonian public holidays in three languages, and propose days that are free of both', async () => {
    const days = await WorkingDays.of('Europe/Tallinn', [2027, 2028]);
    expect(days.falls('2027-02-24')).toEqual({
      on: 'holiday',
      name: { et: 'iseseisvuspäev', en: 'Independence Day', ru: 'День независимости' },
    });
    expect(days.proposals('2027-02-24')).toEqual([
      { to: '2027-02-25', why: 'next-working-day' },
      { to: '2027-03-03', why: 'week-later' },
    ]);
    expect(days.falls('2027-10-09')).toEqual({ on: 'weekend' });
    expect(days.proposals('2027-10-09')).toEqual([{ to: '2027-10-11', why: 'next-working-day' }]);
    expect(days.proposals('2027-12-24')[0]?.to).toBe('2027-12-27');
    expect(days.falls('2027-10-06')).toBeUndefined();
    expect(days.falls('2027-01-06')).toBeUndefined();
  });

  it('propose only days on which one may meet, whatever the day', async () => {
    const days = await WorkingDays.of('Europe/Tallinn', [2026, 2027, 2028, 2029]);
    fc.assert(
      fc.property(
        day('2026-01-01').filter((any) => any < '2028-12-01'),
        (any) => {
          const proposals = days.proposals(any);
          expect(proposals.length > 0).toBe(isWeekend(any) || days.falls(any)?.on === 'holiday');
          for (const { to } of proposals) expect([days.falls(to), to > any]).toEqual([undefined, true]);
        },
      ),
    );
  });

  it('follow the clock one lives by', async () => {
    const days = await WorkingDays.of('Europe/Helsinki', [2027]);
    expect(days.falls('2027-02-24')).toBeUndefined();
    expect(days.falls('2027-12-06')?.on).toBe('holiday');
  });
});
