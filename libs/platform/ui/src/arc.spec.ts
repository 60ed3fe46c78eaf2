import { arc, pointAt, seatBearing, seatPaths } from './arc';

describe('the geometry of the ring', () => {
  it('counts bearings clockwise from the top', () => {
    expect(pointAt(100, 100, 50, 0)).toEqual({ x: 100, y: 50 });
    expect(pointAt(100, 100, 50, 90)).toEqual({ x: 150, y: 100 });
    expect(pointAt(100, 100, 50, 180)).toEqual({ x: 100, y: 150 });
  });
  it('stands ten seats at 216° + 32°·n, the opening at the bottom between the last and the first', () => {
    expect([1, 2, 10].map((seat) => seatBearing(seat))).toEqual([216, 248, 504]);
    expect((seatBearing(10) - 360 + seatBearing(1)) / 2).toBe(180);
  });
  it('shares the same span among other numbers of seats', () => {
    expect(seatBearing(1, 12)).toBe(216);
    expect(seatBearing(12, 12)).toBeCloseTo(504);
    expect(seatPaths(0, 0, 10, 12, 12)).toHaveLength(12);
  });
  it('draws the first seat of the large ring as the drawing has it', () => {
    expect(arc(400, 400, 330, 228, 204)).toBe('M154.76 620.81A330 330 0 0 0 265.78 701.47');
    expect(seatPaths(400, 400, 330, 12)[2]).toBe('M70.2 411.52A330 330 0 0 1 94.03 276.38');
  });
  it('takes the long way round where it is longer than half', () => {
    expect(arc(400, 400, 270, 202, 518)).toBe('M298.86 650.34A270 270 0 1 1 501.14 650.34');
  });
});
