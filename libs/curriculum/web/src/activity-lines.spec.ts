import { readLines } from './activity-lines';

const kinds = (text: string) => readLines(text).map(({ kind, title, minutes }) => [kind, title, minutes]);

describe('activities written as lines', () => {
  it('take their kind from a word before a colon, in three languages', () => {
    expect(
      kinds('Loe: Bohm, 1. peatükk\nWatch: a film\nПоразмышляй: что меня тронуло\nMõtiskle: mis jäi'),
    ).toEqual([
      ['read', 'Bohm, 1. peatükk', null],
      ['watch', 'a film', null],
      ['reflect', 'что меня тронуло', null],
      ['reflect', 'mis jäi', null],
    ]);
  });

  it('keep the word that begins a sentence', () => {
    expect(kinds('Räägi õpipartneriga\nHoia ringi kodus\nMidagi muud')).toEqual([
      ['talk', 'Räägi õpipartneriga', null],
      ['circle', 'Hoia ringi kodus', null],
      ['read', 'Midagi muud', null],
    ]);
  });

  it('say their length in brackets at the end, in minutes or hours', () => {
    expect(
      kinds('Loe (20 min)\nVaata: film (1 t 30 min)\nЧитай: книга (1 ч)\nRead (2 hours)\nLoe (teine trükk)'),
    ).toEqual([
      ['read', 'Loe', 20],
      ['watch', 'film', 90],
      ['read', 'книга', 60],
      ['read', 'Read', 120],
      ['read', 'Loe (teine trükk)', null],
    ]);
  });

  it('say that they are optional', () => {
    expect(readLines('Loe: lisa (15 min, vabatahtlik)')).toMatchObject([
      { required: false, minutes: 15, title: 'lisa' },
    ]);
    expect(readLines('Watch: more (optional)')).toMatchObject([
      { required: false, minutes: null, title: 'more' },
    ]);
  });

  it('lose the marks of a pasted list, and empty lines', () => {
    expect(kinds('- Loe: a\r\n\r\n  * Vaata: b\n1. Ring: c\n\n')).toEqual([
      ['read', 'a', null],
      ['watch', 'b', null],
      ['circle', 'c', null],
    ]);
    expect(readLines(' \n\n')).toEqual([]);
  });

  it('say what cannot be taken in', () => {
    const many = Array.from({ length: 101 }, (_, n) => `Rida ${n}`).join('\n');
    expect(readLines(many).at(-1)).toMatchObject({ fault: 'tooMany' });
    expect(readLines('x'.repeat(301))).toMatchObject([{ fault: 'tooLong' }]);
    expect(readLines('Loe (9000 min)')).toMatchObject([{ fault: 'minutes' }]);
  });

  it('are never lost, whatever their brackets', () => {
    expect(kinds('(20 min)\n:\nLoe:\n((( (5 min)')).toEqual([
      ['read', '(20 min)', null],
      ['read', ':', null],
      ['read', 'Loe:', null],
      ['read', '(((', 5],
    ]);
  });
});
