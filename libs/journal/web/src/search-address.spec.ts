import { addressOf, askedOf } from './search-address';
import { hinted } from './search-snippet';

const nothing = { q: '', question: '', module: '', from: '', to: '' };

it('asks the server nothing until something is looked for', () => {
  expect(askedOf('c1', nothing)).toBeUndefined();
  expect(askedOf('c1', { ...nothing, q: '   ' })).toBeUndefined();
  expect(askedOf(null, { ...nothing, q: 'vald' })).toBeUndefined();
});

it('asks by words, question, module and time, and leaves out what is no day', () => {
  expect(
    askedOf('c1', { q: ' vald & küla ', question: 'q1', module: 'm1', from: '2026-10-01', to: 'eile' }),
  ).toBe('/api/cohorts/c1/search?q=vald+%26+k%C3%BCla&question=q1&module=m1&from=2026-10-01');
});

it("keeps what is looked for in the page's address, without what is empty", () => {
  expect(addressOf({ ...nothing, q: 'vald', from: '2026-10-01' })).toEqual({
    q: 'vald',
    kysimus: null,
    moodul: null,
    alates: '2026-10-01',
    kuni: null,
  });
});

it('hints that a text goes on before and after the piece shown', () => {
  const words = (parts: { text: string }[]) => parts.map(({ text }) => text).join('');
  expect(
    words(
      hinted([
        { text: 'et ', hit: false },
        { text: 'vallas', hit: true },
      ]),
    ),
  ).toBe('… et vallas …');
  expect(words(hinted([{ text: 'Nii on.', hit: false }]))).toBe('Nii on.');
  expect(hinted([])).toEqual([]);
});
