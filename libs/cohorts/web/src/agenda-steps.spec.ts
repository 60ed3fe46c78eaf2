import { carriedTo, faultIn, fit, moved, timed, titled } from './agenda-steps';

const step = (minutes: number, et = 'Avaring') => ({ kind: 'circle' as const, minutes, title: { et } });
const day = { startsAt: '2026-12-13T08:00:00.000Z', endsAt: '2026-12-13T14:30:00.000Z' };

describe('an agenda’s steps', () => {
  it('begin where the one before ends', () => {
    expect(timed([step(30), step(45)], day.startsAt).map(({ from, until }) => [from, until])).toEqual([
      ['2026-12-13T08:00:00.000Z', '2026-12-13T08:30:00.000Z'],
      ['2026-12-13T08:30:00.000Z', '2026-12-13T09:15:00.000Z'],
    ]);
  });

  it('are held against the meeting’s length', () => {
    expect(fit([step(90), step(300)], day)).toEqual({ sum: 390, length: 390, left: 0 });
    expect(fit([step(400)], day).left).toBe(-10);
    expect(fit([step(Number.NaN)], day).sum).toBe(0);
  });

  it('change places and lose none', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b'], 0, 2)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect([carriedTo('ArrowUp', 1, 3), carriedTo('End', 0, 3), carriedTo('x', 0, 3)]).toEqual([
      0,
      2,
      undefined,
    ]);
  });

  it('hold a title by language and are told what they lack', () => {
    expect(titled(step(5), 'ru', 'Круг').title).toEqual({ et: 'Avaring', ru: 'Круг' });
    expect(titled(step(5), 'et', ' ').title).toEqual({});
    expect(faultIn([step(5), step(5, ' ')])).toEqual({ at: 1, what: 'title' });
    expect(faultIn([step(0)])).toEqual({ at: 0, what: 'minutes' });
    expect(faultIn([step(5)])).toBeUndefined();
  });
});
