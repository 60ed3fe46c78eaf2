import fc from 'fast-check';
import type { Files, Programme } from './programme';
import { readProgramme } from './read';
import { programmes } from './testing-programmes';
import { writeProgramme } from './write';
import { unzip, zip } from './zip';

const around = {
  title: { et: 'Programm', ru: 'Программа' },
  questions: [
    { id: 'main-1', strand: 'main' as const, text: { et: 'Kuidas?', en: 'How?' } },
    { id: 'main-2', strand: 'main' as const, text: { et: 'Miks?' } },
    { id: 'inclusive-1', strand: 'inclusive' as const, text: { ru: 'Кто?' } },
  ],
  meetings: 5,
  content: fc.uint8Array({ maxLength: 40 }),
};

describe('any programme at all', () => {
  it('is the same programme, and the same bytes, after a journey through its file', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(programmes(around), (programme) => {
        const files = writeProgramme(programme);
        const { programme: read, leftOut } = readProgramme(files);
        expect(read).toEqual(programme);
        expect(leftOut).toEqual([]);
        expect(bytesOf(writeProgramme(read))).toEqual(bytesOf(files));
        for (const seen of tracesOf(programme)) met.add(seen);
      }),
      { numRuns: 150 },
    );
    expect([...met].sort()).toEqual(EVERYTHING);
  }, 60_000);

  it('is the same zip again', async () => {
    await fc.assert(
      fc.asyncProperty(programmes(around), async (programme) => {
        const packed = zip(writeProgramme(programme));
        const { programme: read } = readProgramme(await unzip(packed));
        expect(zip(writeProgramme(read)).equals(packed)).toBe(true);
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it.each([
    ['line breaks of Windows', 'üks\r\nkaks', 'üks\nkaks'],
    ['line breaks of old machines', 'üks\rkaks\r', 'üks\nkaks\n'],
    ['a mark of its encoding', '\ufeffüks', 'üks'],
    ['nothing but blanks', ' \n\u00a0\r\n', undefined],
  ])('with %s in its texts is plain from the first time on', (_, told, plain) => {
    const programme: Programme = {
      questions: [],
      modules: [{ id: 'm', title: { et: 'M' }, purpose: { et: told }, activities: [] }],
    };
    const files = writeProgramme(programme);
    const { programme: read } = readProgramme(files);
    expect(read.modules[0]?.purpose.et).toBe(plain);
    expect(writeProgramme(read)).toEqual(files);
  });
});

const bytesOf = (files: Files): [string, string][] =>
  [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')] as [string, string]).sort();

/** What was met among the drawn, so that the property is known to speak of all of it. */
const EVERYTHING = [
  'answer',
  'attend',
  'circle',
  'file',
  'frame',
  'link',
  'practicum',
  'read',
  'reflect',
  'rule all',
  'rule any',
  'rule any in all',
  'rule of one',
  'survey',
  'talk',
  'url',
  'watch',
];
function tracesOf({ modules }: Programme): string[] {
  const deeds = modules.flatMap(({ activities }) => activities);
  return [
    ...deeds.map(({ kind }) => kind),
    ...deeds.flatMap(({ frame, link }) => [...(frame ? ['frame'] : []), ...(link ? ['link'] : [])]),
    ...deeds.flatMap(({ materials = [] }) => materials.map(({ file }) => (file ? 'file' : 'url'))),
    ...[...modules, ...deeds].flatMap(({ release }) => {
      if (!release) return [];
      if ('any' in release) return ['rule any'];
      if (!('all' in release)) return ['rule of one'];
      return [release.all.some((part) => 'any' in part) ? 'rule any in all' : 'rule all'];
    }),
  ];
}
