import {
  LARGE,
  type RingJourney,
  RingScale,
  SMALL,
  layHand,
  layMeetings,
  layModules,
  layMonths,
  layQuestions,
} from './journey-ring.layout';

/** The journey of the drawing: four months, five modules, today the fifth of December. */
const journey: RingJourney = {
  startsOn: '2023-10-01',
  endsOn: '2024-01-31',
  today: '2023-12-05',
  modules: [
    { title: 'Kohalejõudmine', startsOn: '2023-10-01', endsOn: '2023-10-29' },
    { title: 'Kuulamine', startsOn: '2023-10-30', endsOn: '2023-11-19' },
    { title: 'Ringi hoidmine', startsOn: '2023-11-20', endsOn: '2023-12-10' },
    { title: 'Ring kodukohas', startsOn: '2023-12-11', endsOn: '2024-01-07' },
    { title: 'Ühine tarkus', startsOn: '2024-01-08', endsOn: '2024-01-31' },
  ],
  questions: [
    moments('done', 'done', 'shut'),
    moments('done', 'half', 'shut'),
    moments('done', 'done', 'shut'),
    moments('done', 'open', 'shut'),
  ],
  meetings: [{ on: '2023-10-12', state: 'been' }, { on: '2023-12-14', state: 'next' }, { on: '2024-01-18' }],
};
function moments(...states: ('done' | 'half' | 'open' | 'shut')[]): RingJourney['questions'][number] {
  const days = ['2023-10-14', '2023-11-26', '2024-01-21'];
  return { moments: states.map((state, n) => ({ on: days[n] ?? '', state })) };
}
const scale = new RingScale(journey.startsOn, journey.endsOn);

describe('the journey as a ring', () => {
  it('turns four months into one turn from opening to opening', () => {
    expect(scale.at('2023-10-01')).toBe(200);
    expect(scale.after('2024-01-31')).toBe(520);
    expect(scale.at('2023-12-05') - 360).toBeCloseTo(9.11, 1);
  });
  it('holds days outside the journey at its ends', () => {
    expect(scale.at('2023-01-01')).toBe(200);
    expect(scale.at('2030-01-01')).toBe(520);
  });
  it('marks each month and reads those below from the other side', () => {
    const months = layMonths(journey, scale, LARGE);
    expect(months.map(({ first }) => first)).toEqual([
      '2023-10-01',
      '2023-11-01',
      '2023-12-01',
      '2024-01-01',
    ]);
    expect(months[0]?.tick).toBe('M252.26 656L246.79 671.04');
    expect(months[0]?.label).toBe('M24.87 296.98A341 341 0 0 0 243.37 680.44');
    expect(months[1]?.label).toBe('M36.67 299.2A329 329 0 0 1 352.53 31.08');
  });
  it('draws the band of modules as the drawing has it, past, current and ahead', () => {
    const modules = layModules(journey, scale, LARGE);
    expect(modules.map(({ state }) => state)).toEqual(['past', 'past', 'cur', 'next', 'next']);
    expect(modules[0]?.path).toBe('M262.18 628.75A286 286 0 0 1 75.04 335.58');
    expect(modules[2]?.gone).toBe('M219.74 110.76A286 286 0 0 1 405.26 77.6');
    expect(modules[2]?.ink).toBe('cur');
  });
  it('names no module that has no room for its name, and says its number on a small ring', () => {
    const short = {
      ...journey,
      modules: [{ title: 'Ühine tarkus', startsOn: '2024-01-31', endsOn: '2024-01-31' }],
    };
    const [module] = layModules(short, scale, LARGE);
    expect(module?.label).toBeNull();
    expect(module?.number).toBeNull();
    expect(layModules(journey, scale, SMALL)[1]?.number).toEqual({ x: 139.68, y: 218.21 });
  });
  it('keeps a name clear of the beads of the meetings', () => {
    const [first] = layModules(journey, scale, LARGE);
    expect(first?.label?.offset).not.toBe(50);
  });
  it('leads the line of words through what is written and up to what is begun', () => {
    const [both, begun, , one] = layQuestions(journey, scale, LARGE);
    expect(both?.written).toMatch(/^M169\.51 499\.31A236 236 0 0 1 301\.6\d 131\.3\d$/);
    expect(begun?.written).toMatch(/263\.7\d 181\.2\d$/);
    expect(one?.written).toMatch(/^M249\.42 440\.87A137 137 0 0 1 223\.1 365\.2\d$/);
  });
  it('draws no line before the first answer', () => {
    const bare = { ...journey, questions: [moments('open', 'shut', 'shut')] };
    expect(layQuestions(bare, scale, LARGE)[0]?.written).toBeNull();
  });
  it('lays meetings on the rim and today as a hand', () => {
    expect(layMeetings(journey, scale, LARGE)[1]).toMatchObject({ state: 'next' });
    expect(layHand(journey, scale, LARGE)?.path).toBe('M376.46 257.31L411.43 39.1');
    expect(layHand({ ...journey, today: null }, scale, LARGE)).toBeNull();
  });
  it('knows no past on the public page', () => {
    const modules = layModules({ ...journey, today: null }, scale, LARGE);
    expect(new Set(modules.map(({ state }) => state))).toEqual(new Set(['soft']));
  });
});
