import { columnsOf, readable } from './report-columns';

const widthOf = (word: string): number => word.length * 4;

it('lets no word of a narrow column break, and fills the line', () => {
  const heads = [
    'Kohtumine',
    'Päev',
    'Seis',
    'Osales',
    'kohal',
    'veebis',
    'osa ajast kohal',
    'eemal',
    'märkimata',
  ];
  const row = ['1. Kogukonnast lähtuv valitsemine', '23. sept 2026', 'toimunud', ...Array(6).fill('10')];
  for (const whole of [483, 400]) {
    const columns = columnsOf([heads, row], whole, widthOf);
    expect(columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(whole);
    for (const line of [heads, row])
      line.slice(1).forEach((cell, at) => {
        for (const word of cell.split(' ')) expect(columns[at + 1]).toBeGreaterThan(widthOf(word) + 6);
      });
  }
});

it('halves a table of two', () => {
  expect(columnsOf([['Nimi', 'Omavalitsus']], 480, widthOf)).toEqual([240, 240]);
});

it('says days as one reads them, on one line, and leaves everything else', () => {
  expect(readable('2026-09-23', 'en')).toMatch(/^23\u00a0Sept?\u00a02026$/);
  expect(readable('Seis 2026-09-23', 'et')).toMatch(/^Seis 23\.\u00a0sept\u00a02026$/);
  expect(readable(14, 'et')).toBe('14');
});
