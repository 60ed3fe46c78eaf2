import { wordDifference } from './word-difference';

const marked = (pieces: { text: string; own: boolean }[]) =>
  pieces.map(({ text, own }) => (own ? `[${text}]` : text)).join('');

describe('two texts word by word', () => {
  it.each([
    [
      'Avaneb, kui kohtumine on läbi.',
      'Avaneb, kui kohtumine on läbi ja kava loetud.',
      'Avaneb, kui kohtumine on [läbi.]',
      'Avaneb, kui kohtumine on [läbi ja kava loetud.]',
    ],
    ['Loe üks peatükk', 'Loe kaks peatükki', 'Loe [üks] [peatükk]', 'Loe [kaks] [peatükki]'],
    ['Hoia ringi kodus', 'Hoia ringi', 'Hoia ringi[ kodus]', 'Hoia ringi'],
    ['', 'Uus', '', '[Uus]'],
    ['Sama', 'Sama', 'Sama', 'Sama'],
  ])('%s → %s', (before, after, left, right) => {
    const said = wordDifference(before, after);
    expect(marked(said.before)).toBe(left);
    expect(marked(said.after)).toBe(right);
  });

  it('loses no letter of either', () => {
    const words = ['ring', 'ese', ' ', '\n', 'hoidja', 'ja'];
    for (let n = 0; n < 200; n++) {
      const make = () => Array.from({ length: n % 17 }, () => words[Math.floor(Math.random() * 6)]).join('');
      const [before, after] = [make(), make()];
      const said = wordDifference(before, after);
      expect(said.before.map(({ text }) => text).join('')).toBe(before);
      expect(said.after.map(({ text }) => text).join('')).toBe(after);
    }
  });

  it('does not try with texts beyond measure', () => {
    const long = 'sõna '.repeat(2000);
    expect(wordDifference(long, long + 'veel').after).toHaveLength(1);
  });
});
