import { validateSync } from 'class-validator';
import { INSTANT, inLanguage, IsLocalText } from './text';

class Titled {
  @IsLocalText({ max: 10 }) title: unknown;
  @IsLocalText({ max: 10, blank: true }) about: unknown = '';
}
const faults = (title: unknown, about: unknown = {}): string[] =>
  validateSync(Object.assign(new Titled(), { title, about })).map(({ property }) => property);

describe('an organizer’s text', () => {
  it.each(['Ring', { et: 'Ring' }, { et: 'Ring', ru: 'Круг' }, { en: '0123456789' }])('takes %j', (title) => {
    expect(faults(title)).toEqual([]);
  });

  it.each([
    undefined,
    null,
    '',
    ' ',
    {},
    { et: ' ' },
    7,
    ['Ring'],
    { fi: 'Rinki' },
    { et: 1 },
    { et: null },
    '01234567890',
  ])('refuses %j', (title) => {
    expect(faults(title)).toEqual(['title']);
  });

  it('may be blank only where that is said', () => {
    expect(faults('Ring', '')).toEqual([]);
    expect(faults('Ring', null)).toEqual(['about']);
  });

  it('means the programme’s language when it is plain', () => {
    expect(inLanguage(' Круг ', 'ru')).toEqual({ ru: 'Круг' });
    expect(inLanguage({ et: ' Ring ', en: '  ' }, 'ru')).toEqual({ et: 'Ring' });
  });
});

describe('an instant', () => {
  it.each([
    ['2030-05-02T07:00:00Z', true],
    ['2030-05-02T10:00+03:00', true],
    ['2030-05-02', false],
    ['2030-05-02T07:00:00', false],
    ['2030-W05-1', false],
    ['20300502T070000Z', false],
  ])('%s: %s', (text, is) => {
    expect(INSTANT.test(text)).toBe(is);
  });
});
