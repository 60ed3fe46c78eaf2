import { matrix } from './fixtures';
import { addressOf, askedModule, found, isNarrow, NOTHING, type Sought, soughtIn } from './matrix-sought';

const { members, modules } = matrix();
const names = (sought: Partial<Sought>, called: string[] = []) =>
  found(
    members,
    { ...NOTHING, ...sought },
    ({ states }) => states[askedModule(modules)],
    new Set(called),
  ).map(({ name }) => name);

it.each<[string, Partial<Sought>, string[]]>([
  ['nothing', {}, ['Marika Tõnurist', 'Toivo Urm']],
  ['a name without its letters', { words: 'tonur' }, ['Marika Tõnurist']],
  ['a municipality and a name, in any order', { words: ' VALD toivo ' }, ['Toivo Urm']],
  ['words nobody has', { words: 'toivo kadakmäe' }, []],
  ['a mentor', { mentor: 'helve' }, ['Marika Tõnurist']],
  ['nobody as a mentor', { mentor: '-' }, ['Toivo Urm']],
  ['a state of the module the cohort is in', { state: 'paused' }, ['Toivo Urm']],
  ['all of it at once', { words: 'marika', mentor: 'helve', state: 'begun' }, ['Marika Tõnurist']],
])('finds by %s', (_, sought, told) => {
  expect(names(sought)).toEqual(told);
});

it('finds those who could use a call', () => {
  expect(names({ call: true }, ['toivo'])).toEqual(['Toivo Urm']);
});

it('comes back from the address as it went in, and takes no state that is none', () => {
  const sought: Sought = { words: 'Tõnu', mentor: 'helve', state: 'begun', call: true };
  const { otsi, mentor, seisund, helista } = addressOf(sought);
  const given = { otsi: otsi ?? '', mentor: mentor ?? '', seisund: seisund ?? '', helista: helista ?? '' };
  expect(soughtIn(given)).toEqual(sought);
  expect(soughtIn({ ...given, seisund: 'worst' }).state).toBe('');
  expect(Object.values(addressOf(NOTHING))).toEqual([null, null, null, null]);
  expect([isNarrow(NOTHING), isNarrow(sought)]).toEqual([false, true]);
});

it('asks the last module of the band once the cohort is over', () => {
  const over = modules.map((module) => ({ ...module, current: false }));
  expect(askedModule(over)).toBe(1);
});
