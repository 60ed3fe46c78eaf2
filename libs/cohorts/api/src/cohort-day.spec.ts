import fc from 'fast-check';
import { dayIn } from './cohort-day';

const zones = [
  'Europe/Tallinn',
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
  'America/St_Johns',
];
const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

describe('rule 14: the cohort’s day', () => {
  it.each([
    ['Europe/Tallinn', '2026-11-23T21:59:59Z', '2026-11-23'],
    ['Europe/Tallinn', '2026-11-23T22:00:00Z', '2026-11-24'],
    ['Europe/Tallinn', '2026-07-01T20:59:59Z', '2026-07-01'],
    ['Europe/Tallinn', '2026-07-01T21:00:00Z', '2026-07-02'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
    ['Pacific/Pago_Pago', '2027-01-01T10:59:00Z', '2026-12-31'],
  ])('in %s at %s is %s', (zone, instant, day) => {
    expect(dayIn(zone, new Date(instant))).toBe(day);
  });

  it('never goes back, and lies within a day of the one in Greenwich', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, fc.nat(1000 * 3600 * 72), (zone, at, later) => {
        const day = dayIn(zone, at);
        expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(day <= dayIn(zone, new Date(at.getTime() + later))).toBe(true);
        const apart = Date.parse(day) - Date.parse(at.toISOString().slice(0, 10));
        expect(Math.abs(apart)).toBeLessThanOrEqual(86_400_000);
      }),
    );
  });
});
