import type { ReleaseLeaf, ReleaseRule } from '@opiring/contract/release';
import { isGroup, leavesOf } from '@opiring/contract/release.values';
import type { Locale } from '@opiring/platform/web';
import fc from 'fast-check';
import { GRAMMARS, type ReleaseNames } from './release-grammar';
import { releaseSentence, sentenceText } from './release-sentence';

const names: ReleaseNames = {
  day: (day) => `D${day.slice(8)}`,
  onDay: (day) => `D${day.slice(8)}`,
  meeting: (id) => Number(id.slice(1)),
  activity: (id) => (id === 'a0' ? undefined : id),
  module: (id) => id,
};
const leaves: fc.Arbitrary<ReleaseLeaf> = fc.oneof(
  fc.integer({ min: 10, max: 28 }).map((n) => ({ when: 'date' as const, on: `2026-11-${n}` })),
  fc
    .tuple(fc.integer({ min: 1, max: 14 }), fc.constantFrom(0, 1, 2, 5, 11, 21, 365))
    .map(([n, days]) => ({ when: 'meeting' as const, meetingId: `m${n}`, days })),
  fc.integer({ min: 1, max: 9 }).map((n) => ({ when: 'activity' as const, activityId: `a${n}` })),
  fc.integer({ min: 1, max: 9 }).map((n) => ({ when: 'module' as const, moduleId: `k${n}` })),
  fc.constant({ when: 'plan-read' as const }),
);
const group = (when: 'all' | 'any'): fc.Arbitrary<ReleaseRule> => {
  const inner = fc.record({
    when: fc.constant(when === 'all' ? ('any' as const) : ('all' as const)),
    of: fc.array(leaves, { minLength: 2, maxLength: 3 }),
  });
  return fc.record({
    when: fc.constant(when),
    of: fc.array(fc.oneof(leaves, inner), { minLength: 2, maxLength: 4 }),
  });
};
const rules = fc.oneof(leaves, group('all'), group('any'));

const holds = (rule: ReleaseRule, met: (leaf: ReleaseLeaf) => boolean): boolean =>
  isGroup(rule)
    ? rule.when === 'all'
      ? rule.of.every((part) => holds(part, met))
      : rule.of.some((part) => holds(part, met))
    : met(rule);

/** How a stranger to the code reads the sentence: by its commas and small words alone. */
function read(sentence: string, locale: Locale, isMet: (clause: string) => boolean): boolean {
  const { opens, lead, when, and, or, either } = GRAMMARS[locale];
  const body = sentence.startsWith(`${lead} `)
    ? sentence.slice(`${lead} `.length)
    : sentence.slice(opens.length + 1);
  const alternatives = body.split(`, ${or} ${when} `);
  if (alternatives.length > 1)
    return alternatives.some((told) => told.split(new RegExp(`, | ${and} `)).every(isMet));
  const [plain = '', ...groups] = ` ${body}`.split(new RegExp(`(?: ${and})? ${either} `));
  const single = plain.trim();
  const inGroups = groups.every((told) => told.split(new RegExp(`, | ${or} `)).some(isMet));
  if (single === '') return inGroups;
  if (groups.length === 0 && single.includes(` ${or} `))
    return single.split(new RegExp(`, | ${or} `)).some(isMet);
  return single.split(new RegExp(`, | ${and} `)).every(isMet) && inGroups;
}

describe.each(['et', 'en', 'ru'] as const)('a rule as a sentence in %s', (locale) => {
  it('is read as it is evaluated, whatever is met', () => {
    fc.assert(
      fc.property(rules, fc.func(fc.boolean()), (rule, chance) => {
        const parts = releaseSentence(rule, GRAMMARS[locale], names);
        const said = new Map(parts.flatMap(({ text, leaf }) => (leaf === undefined ? [] : [[text, leaf]])));
        const all = leavesOf(rule);
        const met = (leaf: ReleaseLeaf): boolean => chance(JSON.stringify(leaf));
        const isMet = (clause: string): boolean => {
          const at = said.get(clause.trim());
          if (at === undefined) throw new Error(`“${clause}” is no condition of “${sentenceText(parts)}”`);
          return met(all[at as number] as ReleaseLeaf);
        };
        expect(read(sentenceText(parts), locale, isMet)).toBe(holds(rule, met));
      }),
      { numRuns: 1000 },
    );
  });

  it('says every condition once, by its number', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const said = releaseSentence(rule, GRAMMARS[locale], names).flatMap(({ leaf }) => leaf ?? []);
        expect(said.sort((a, b) => a - b)).toEqual(leavesOf(rule).map((_, at) => at));
      }),
    );
  });
});

describe('what the sentences sound like', () => {
  const meeting = (n: number, days = 0): ReleaseLeaf => ({ when: 'meeting', meetingId: `m${n}`, days });
  const read: ReleaseLeaf = { when: 'plan-read' };
  const deed: ReleaseLeaf = { when: 'activity', activityId: 'a1' };
  const part: ReleaseLeaf = { when: 'module', moduleId: 'k1' };
  const day: ReleaseLeaf = { when: 'date', on: '2026-12-14' };
  const days = { ...names, day: () => '14. detsember', onDay: () => '14. detsembril' };
  it.each<[Locale, ReleaseRule, string]>([
    [
      'et',
      { when: 'all', of: [meeting(3), read] },
      'Avaneb, kui kolmas kohtumine on läbi ja õpipartner on kava lugenud',
    ],
    ['et', day, 'Avaneb 14. detsembril'],
    ['et', meeting(2, 1), 'Avaneb päev pärast teist kohtumist'],
    ['et', meeting(12, 5), 'Avaneb 5 päeva pärast 12. kohtumist'],
    [
      'et',
      { when: 'all', of: [day, meeting(4, 3)] },
      'Avaneb, kui 14. detsember on käes ja neljandast kohtumisest on möödas 3 päeva',
    ],
    [
      'et',
      { when: 'all', of: [{ when: 'any', of: [deed, part] }, read] },
      'Avaneb, kui õpipartner on kava lugenud ja kas „a1“ on tehtud või moodul „k1“ on läbitud',
    ],
    [
      'et',
      { when: 'any', of: [deed, { when: 'all', of: [part, read] }] },
      'Avaneb, kui „a1“ on tehtud, või kui moodul „k1“ on läbitud ja õpipartner on kava lugenud',
    ],
    ['et', { when: 'activity', activityId: 'a0' }, 'Avaneb, kui kavast välja võetud tegevus on tehtud'],
    [
      'en',
      { when: 'all', of: [meeting(3), read, deed] },
      'Opens when the third meeting is over, the learning partner has read the plan and “a1” is done',
    ],
    ['en', meeting(1, 2), 'Opens 2 days after the first meeting'],
    ['ru', meeting(3, 21), 'Откроется через 21 день после третьей встречи'],
    ['ru', meeting(3, 3), 'Откроется через 3 дня после третьей встречи'],
    [
      'ru',
      { when: 'any', of: [meeting(11, 5), part] },
      'Откроется, когда после 11-й встречи прошло 5 дней или модуль «k1» пройден',
    ],
  ])('%s %j', (locale, rule, said) => {
    expect(sentenceText(releaseSentence(rule, GRAMMARS[locale], locale === 'et' ? days : names))).toBe(said);
  });
});
