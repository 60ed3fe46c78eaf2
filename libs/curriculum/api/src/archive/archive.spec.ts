import { type ProgrammeRule, strangersIn } from './release';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveRefused } from './archive-refused';
import type { Files, Programme } from './programme';
import { readProgramme } from './read';
import { PROGRAMME_SCHEMA } from './schema';
import { writeProgramme } from './write';
import { unzip, zip } from './zip';

const bytes = (text: string) => new TextEncoder().encode(text);
const filesOf = (files: Record<string, string>): Files =>
  new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)]));
const fieldsOf = async (deed: () => unknown): Promise<Record<string, string[]>> => {
  try {
    await deed();
  } catch (error) {
    if (error instanceof ArchiveRefused) return error.fields ?? {};
    throw error;
  }
  throw new Error('was not refused');
};

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => `a${text.replace(/[\r\0]/g, '')}`.trim());
const local = fc.record({ et: words, en: words, ru: words }, { requiredKeys: ['et'] });
const maybeLocal = fc.record({ et: words, en: words }, { requiredKeys: [] });
const day = fc.integer({ min: 0, max: 4000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const activity = fc.record(
  {
    kind: fc.constantFrom('read' as const, 'watch' as const, 'talk' as const),
    title: local,
    instructions: maybeLocal,
    required: fc.constant(false as const),
    minutes: fc.nat(6000),
    opensOn: day,
    link: fc.constant('https://opiring.example/a?b=1#c'),
    frame: fc.constantFrom('what' as const, 'circle' as const),
  },
  { requiredKeys: ['kind', 'title', 'instructions'] },
);
const condition: fc.Arbitrary<ProgrammeRule> = fc.oneof(
  day.map((date) => ({ date })),
  fc.record(
    { meeting: fc.integer({ min: 1, max: 9 }), days: fc.integer({ min: 1, max: 365 }) },
    { requiredKeys: ['meeting'] },
  ),
  fc.constantFrom({ partner: 'has-read-plan' as const }, { module: 'moodul-0' }, { activity: 'tegevus-0-0' }),
);
const rule: fc.Arbitrary<ProgrammeRule> = fc.oneof(
  condition,
  fc.array(condition, { minLength: 2, maxLength: 3 }).map((any) => ({ any })),
  fc
    .tuple(condition, fc.array(condition, { minLength: 2, maxLength: 3 }))
    .map(([one, any]) => ({ all: [one, { any }] })),
);
const programmes: fc.Arbitrary<Programme> = fc
  .array(fc.record({ title: local, purpose: maybeLocal, activities: fc.array(activity, { maxLength: 4 }) }), {
    maxLength: 4,
  })
  .chain((modules) => fc.tuple(fc.constant(modules), fc.array(rule, { maxLength: 2 })))
  .map(([modules, rules]) => ({
    title: { et: 'Programm' },
    questions: [{ id: 'main-1', strand: 'main', text: { et: 'Kuidas?' } }],
    modules: modules.map((module, m) => ({
      ...module,
      id: `moodul-${m}`,
      ...(known(modules, rules[0]) && { release: rules[0] }),
      activities: module.activities.map(({ opensOn, ...deed }, a) => ({
        ...deed,
        ...(known(modules, rules[1]) ? { release: rules[1] } : opensOn && { opensOn }),
        id: `tegevus-${m}-${a}`,
      })),
    })),
  }));

/** Whether a rule names only what the programme has. */
function known(modules: { activities: unknown[] }[], told: ProgrammeRule | undefined): told is ProgrammeRule {
  const has = {
    modules: new Set(['moodul-0']),
    activities: new Set(modules[0]?.activities.length ? ['tegevus-0-0'] : []),
  };
  return told !== undefined && modules.length > 0 && strangersIn(told, has).length === 0;
}

const HEAD = 'format: opiring-programme\nversion: 1\n';

describe("a programme's archive", () => {
  it('comes back from its files and its zip the same', async () => {
    await fc.assert(
      fc.asyncProperty(programmes, async (programme) => {
        const packed = zip(writeProgramme(programme));
        const { programme: read, leftOut } = readProgramme(await unzip(packed));
        expect(read).toEqual(programme);
        expect(leftOut).toEqual([]);
        expect(zip(writeProgramme(read)).equals(packed)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('has the schema that is told to others', () => {
    const told = readFileSync(join(process.cwd(), 'docs/programme-archive/schema.json'), 'utf8');
    expect(JSON.parse(told)).toEqual(JSON.parse(JSON.stringify(PROGRAMME_SCHEMA)));
  });

  it.each([
    ['nothing', {}, /is missing/],
    [
      'another version',
      { 'programme.yaml': 'format: opiring-programme\nversion: 2\nmodules: []' },
      /must be 1/,
    ],
    [
      'a rule that names nothing',
      { 'programme.yaml': `${HEAD}modules: [{id: m, title: {et: x}, release: {module: n}, activities: []}]` },
      /names no module of the programme: “n”/,
    ],
    ['an unknown key', { 'programme.yaml': `${HEAD}modules: []\npeople: []` }, /does not know “people”/],
    [
      'an alias',
      { 'programme.yaml': `${HEAD}title: &a {et: x}\nmodules: [{id: m, title: *a, activities: []}]` },
      /cannot be read/,
    ],
    ['a loop', { 'programme.yaml': `${HEAD}modules: &m [*m]` }, /cannot be read/],
    ['a key twice', { 'programme.yaml': `${HEAD}modules: []\nmodules: []` }, /unique/],
    ['a tag', { 'programme.yaml': `${HEAD}modules: !!js/function []` }, /tag/i],
    ['a deep hole', { 'programme.yaml': `${HEAD}modules: ${'['.repeat(50_000)}` }, /./],
    [
      'no such day',
      { 'programme.yaml': `${HEAD}modules: [{id: m, title: {et: x}, startsOn: 2026-02-30, activities: []}]` },
      /date/,
    ],
    [
      'a lost text',
      { 'programme.yaml': `${HEAD}modules: []`, 'modules/x/purpose.et.md': 'Miks' },
      /belongs to no module/,
    ],
  ])('with %s is refused in plain words', async (_, files, told) => {
    const fields = await fieldsOf(() => readProgramme(filesOf(files)));
    expect(Object.values(fields).flat().join('\n')).toMatch(told);
  });

  it('says the line', async () => {
    const yaml = `${HEAD}modules:\n  - id: m\n    title: { et: x }\n    activities:\n      - id: a\n        kind: dance\n        title: { et: y }\n`;
    const fields = await fieldsOf(() => readProgramme(filesOf({ 'programme.yaml': yaml })));
    expect(Object.keys(fields)).toEqual(['programme.yaml#/modules/0/activities/0/kind (line 8)']);
  });

  it('refuses ten thousand activities', async () => {
    const list = Array.from(
      { length: 10_000 },
      (_, n) => `    - {id: a${n}, kind: read, title: {et: x}}`,
    ).join('\n');
    const yaml = `${HEAD}modules:\n- id: m\n  title: {et: x}\n  activities:\n${list}`;
    const fields = await fieldsOf(() => readProgramme(filesOf({ 'programme.yaml': yaml })));
    expect(Object.values(fields).flat().join()).toMatch(/more than 200/);
  });

  it('refuses what is not UTF-8', async () => {
    const files: Files = new Map([['programme.yaml', new Uint8Array([0xff, 0xfe, 0x41])]]);
    expect(await fieldsOf(() => readProgramme(files))).toEqual({ 'programme.yaml': ['is not UTF-8 text'] });
  });

  const packed = (files: Parameters<typeof zipSync>[0]) => Buffer.from(zipSync(files));
  it.each([
    ['that is none', () => Buffer.from('%PDF-1.7')],
    ['that is empty', () => Buffer.alloc(0)],
    ['that climbs out', () => packed({ '../evil': bytes('x') })],
    ['with an absolute path', () => packed({ '/etc/passwd': bytes('x') })],
    ['with a drive', () => packed({ 'C:/evil': bytes('x') })],
    ['with backslashes', () => packed({ '..\\evil': bytes('x') })],
    ['with a link', () => packed({ a: [bytes('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] })],
    ['with a bomb', () => packed({ bomb: new Uint8Array(20 * 1024 * 1024) })],
    ['with a name twice', () => packed({ 'A.md': bytes('1'), 'a.md': bytes('2') })],
    [
      'with too many files',
      () => packed(Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`${n}`, bytes('')]))),
    ],
    ['cut short', () => packed({ a: bytes('x'.repeat(99)) }).subarray(0, 60)],
  ])('a zip %s is refused with one report', async (_, make) => {
    const fields = await fieldsOf(() => unzip(make()));
    expect(Object.keys(fields)).toHaveLength(1);
  });
});
