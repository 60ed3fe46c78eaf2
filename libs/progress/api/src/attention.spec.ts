import fc from 'fast-check';
import type { AttentionRules } from '@opiring/contract/attention';
import { type CallFacts, occasionsFor, RULES_AT_FIRST } from './attention';

const TODAY = '2026-11-24';
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const ago = (days: number, hours = 0): number =>
  Date.parse(`${TODAY}T12:00:00Z`) - (days * 24 + hours) * 3_600_000;
const facts = (more: Partial<CallFacts> = {}): CallFacts => ({
  meetings: [],
  waiting: [],
  askedAt: null,
  pausedUntil: null,
  ...more,
});
const reasons = (more: Partial<CallFacts>, rules: Partial<AttentionRules> = {}) =>
  occasionsFor(
    { ...RULES_AT_FIRST, ...rules },
    TODAY,
    dayOf,
  )(facts(more)).map(({ reason, day }) => `${reason} ${day}`);
const away = (...days: number[]) => days.map((day) => ({ at: ago(day), missed: true }));

describe('reasons to call', () => {
  it('are none where nothing happened', () => expect(reasons({})).toEqual([]));
  it.each([
    ['one missed is not two', { meetings: away(5) }, {}, []],
    ['two in a row', { meetings: away(20, 5) }, {}, ['missed 2026-11-19']],
    ['not in a row', { meetings: [...away(30), { at: ago(20), missed: false }, ...away(5)] }, {}, []],
    ['as many as the leader says', { meetings: away(5) }, { missedMeetings: 1 }, ['missed 2026-11-19']],
    ['switched off', { meetings: away(20, 5) }, { missedMeetings: null }, []],
    ['nine days are not ten', { waiting: [ago(9)] }, {}, []],
    ['ten days, since the oldest', { waiting: [ago(10), ago(12), ago(1)] }, {}, ['unanswered 2026-11-12']],
    ['asked', { askedAt: ago(0) }, {}, ['asked 2026-11-24']],
    ['asked, but off', { askedAt: ago(0) }, { asked: false }, []],
    ['a pause ends', { pausedUntil: '2026-12-01' }, {}, ['pause-ends 2026-12-01']],
    ['a pause goes on', { pausedUntil: '2026-12-02' }, {}, []],
    [
      'nobody is called about meetings in a pause',
      { meetings: away(20, 5), pausedUntil: '2026-12-02' },
      {},
      [],
    ],
  ] as [string, Partial<CallFacts>, Partial<AttentionRules>, string[]][])('%s', (_, known, rules, told) =>
    expect(reasons(known, rules)).toEqual(told),
  );

  /** The same said slowly: day by day, meeting by meeting. */
  const slowly = (rules: AttentionRules, known: CallFacts): string[] => {
    const told: string[] = [];
    if (rules.asked && known.askedAt !== null) told.push(`asked ${dayOf(known.askedAt)}`);
    let row: number[] = [];
    for (const { at, missed } of known.meetings) row = missed ? [...row, at] : [];
    if (!known.pausedUntil && rules.missedMeetings && row.length >= rules.missedMeetings)
      told.push(`missed ${dayOf(row[row.length - 1] ?? 0)}`);
    let day = Date.parse(TODAY);
    for (let n = 0; n < (rules.unansweredDays ?? 0); n++) day -= 86_400_000;
    const waited = [...known.waiting].sort((a, b) => a - b).filter((at) => Date.parse(dayOf(at)) <= day);
    if (rules.unansweredDays !== null && waited[0] !== undefined) told.push(`unanswered ${dayOf(waited[0])}`);
    for (let n = 0; rules.pauseEndsDays !== null && n <= rules.pauseEndsDays; n++)
      if (dayOf(Date.parse(TODAY) + n * 86_400_000) === known.pausedUntil)
        told.push(`pause-ends ${known.pausedUntil}`);
    return told;
  };
  const instants = fc.integer({ min: 0, max: 900 }).map((hours) => ago(0, hours));
  const known = fc.record<CallFacts>({
    meetings: fc
      .array(fc.tuple(instants, fc.boolean()), { maxLength: 6 })
      .map((all) => all.toSorted(([a], [b]) => a - b).map(([at, missed]) => ({ at, missed }))),
    waiting: fc.array(instants, { maxLength: 4 }),
    askedAt: fc.option(instants, { nil: null }),
    pausedUntil: fc.option(
      fc.integer({ min: 0, max: 20 }).map((days) => dayOf(Date.parse(TODAY) + days * 86_400_000)),
      { nil: null },
    ),
  });
  const rules = fc.record<AttentionRules>({
    missedMeetings: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
    unansweredDays: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
    asked: fc.boolean(),
    pauseEndsDays: fc.option(fc.integer({ min: 0, max: 15 }), { nil: null }),
  });

  it('agree with the same rules said the slow way', () =>
    fc.assert(
      fc.property(rules, known, (by, of) => expect(reasons(of, by)).toEqual(slowly(by, of))),
      {
        numRuns: 500,
      },
    ));

  it('come back only with a later occasion', () =>
    fc.assert(
      fc.property(rules, known, instants, (by, of, more) => {
        const at = (told: CallFacts) =>
          occasionsFor(by, TODAY, dayOf)(told).find(({ reason }) => reason === 'unanswered')?.at ?? 0;
        // One more text may bring a later occasion; one answered never does.
        expect(at({ ...of, waiting: [...of.waiting, more] })).toBeGreaterThanOrEqual(at(of));
        expect(at({ ...of, waiting: of.waiting.slice(1) })).toBeLessThanOrEqual(at(of));
      }),
    ));
});
