import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveRefused } from './archive-refused';
import type { Files } from './programme';
import { readProgramme } from './read';
import { PROGRAMME_SCHEMA } from './schema';
import { unzip } from './zip';

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

const HEAD = 'format: opiring-programme\nversion: 1\n';

describe("a programme's archive", () => {
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
      // Stored, not squeezed: the tables for squeezing five thousand times are half a gigabyte.
      () =>
        packed(
          Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`${n}`, [bytes(''), { level: 0 }]])),
        ),
    ],
    ['cut short', () => packed({ a: bytes('x'.repeat(99)) }).subarray(0, 60)],
  ])('a zip %s is refused with one report', async (_, make) => {
    const fields = await fieldsOf(() => unzip(make()));
    expect(Object.keys(fields)).toHaveLength(1);
  });
});
