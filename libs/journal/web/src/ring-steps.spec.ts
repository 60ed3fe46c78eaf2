import { stepOf } from './ring-steps';

const key = (name: string, more = {}) => ({
  key: name,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});
const middle = { at: 2, of: 5 };
const inside = { top: false, bottom: false };

it('passes the reading on and back with the arrow keys, and no further than the ring', () => {
  expect(stepOf(key('ArrowRight'), middle, inside)).toBe(3);
  expect(stepOf(key('ArrowLeft'), middle, inside)).toBe(1);
  expect(stepOf(key('ArrowRight'), { at: 4, of: 5 }, inside)).toBeNull();
  expect(stepOf(key('ArrowLeft'), { at: 0, of: 5 }, inside)).toBeNull();
});

it('leads to the first and the last seat', () => {
  expect(stepOf(key('Home'), middle, inside)).toBe(0);
  expect(stepOf(key('End'), middle, inside)).toBe(4);
});

it('lets a clicker scroll a long text first, and passes on at its end', () => {
  expect(stepOf(key('PageDown'), middle, inside)).toBeNull();
  expect(stepOf(key('PageDown'), middle, { top: false, bottom: true })).toBe(3);
  expect(stepOf(key('PageUp'), middle, { top: true, bottom: false })).toBe(1);
});

it("leaves the browser's own keys alone", () => {
  expect(stepOf(key('ArrowLeft', { altKey: true }), middle, inside)).toBeNull();
  expect(stepOf(key('a'), middle, inside)).toBeNull();
});
