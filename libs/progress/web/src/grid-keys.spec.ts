import { cellAfter } from './grid-keys';

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, altKey: false, metaKey: false });
const at = { row: 3, col: 1 };
const shown = [0, 1, 4, 5];

it.each([
  ['ArrowDown', false, { row: 4, col: 1 }],
  ['ArrowUp', false, { row: 2, col: 1 }],
  ['ArrowRight', false, { row: 3, col: 4 }],
  ['ArrowLeft', false, { row: 3, col: 0 }],
  ['PageDown', false, { row: 13, col: 1 }],
  ['PageUp', false, { row: 0, col: 1 }],
  ['Home', false, { row: 3, col: 0 }],
  ['End', false, { row: 3, col: 5 }],
  ['Home', true, { row: 0, col: 0 }],
  ['End', true, { row: 499, col: 5 }],
  ['Enter', false, undefined],
  ['a', false, undefined],
])('%s (with Ctrl: %s) leads to %p', (key, ctrl, to) => {
  expect(cellAfter(press(key, ctrl), at, 500, shown)).toEqual(to);
});

it('stays within the grid at its edges', () => {
  expect(cellAfter(press('ArrowDown'), { row: 9, col: 5 }, 10, shown)).toEqual({ row: 9, col: 5 });
  expect(cellAfter(press('ArrowRight'), { row: 9, col: 5 }, 10, shown)).toEqual({ row: 9, col: 5 });
});

it('leaves the browser its own keys, and has none where nobody stands', () => {
  expect(cellAfter({ ...press('ArrowLeft'), altKey: true }, at, 10, shown)).toBeUndefined();
  expect(cellAfter(press('ArrowDown'), at, 0, shown)).toBeUndefined();
});
