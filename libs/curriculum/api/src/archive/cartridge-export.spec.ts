import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { idsOf } from './cartridge-names';
import type { Files, Programme } from './programme';
import { readAny } from './read-any';
import { programmes } from './testing-programmes';
import { writeCartridge } from './write-cartridge';
import { unzip, zip } from './zip';

/** Everything a reader who takes the standard at its word would look at; each list is of what is wrong. */
interface Node {
  name: string;
  attributes: Record<string, string>;
  inner: Node[];
}
const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' });
type Raw = Record<string, Raw[] | Record<string, string>>;
const nodesOf = (raw: Raw[]): Node[] =>
  raw.flatMap((each) => {
    const [name = ''] = Object.keys(each).filter(
      (key) => key !== ':@' && key !== '#text' && !key.startsWith('?'),
    );
    if (!name) return [];
    return [
      { name, attributes: (each[':@'] ?? {}) as Record<string, string>, inner: nodesOf(each[name] as Raw[]) },
    ];
  });
const textAt = (files: Files, path: string): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(files.get(path));
const rootAt = (files: Files, path: string): Node => {
  const [root] = nodesOf(parser.parse(textAt(files, path), true) as Raw[]);
  if (!root) throw new Error(`${path} is empty`);
  return root;
};
const all = (node: Node, name: string): Node[] => [
  ...(node.name === name ? [node] : []),
  ...node.inner.flatMap((each) => all(each, name)),
];
const CC = 'http://www.imsglobal.org/xsd/imsccv1p3';
const ROOTS: Record<string, [name: string, namespace: string]> = {
  imswl_xmlv1p3: ['webLink', `${CC}/imswl_v1p3`],
  imsdt_xmlv1p3: ['topic', `${CC}/imsdt_v1p3`],
  assignment_xmlv1p0: ['assignment', 'http://www.imsglobal.org/xsd/imscc_extensions/assignment'],
};

function strictly(files: Files): void {
  const manifest = rootAt(files, 'imsmanifest.xml');
  expect([manifest.name, manifest.attributes['xmlns']]).toEqual(['manifest', `${CC}/imscp_v1p1`]);
  expect(manifest.inner.map(({ name }) => name)).toEqual(['metadata', 'organizations', 'resources']);
  const [metadata] = manifest.inner;
  expect(metadata?.inner.map(({ name }) => name)).toEqual(['schema', 'schemaversion', 'lom']);
  expect(textAt(files, 'imsmanifest.xml')).toContain('<schemaversion>1.3.0</schemaversion>');
  const [items, resources] = [all(manifest, 'item'), all(manifest, 'resource')];
  const ids = [manifest, ...all(manifest, 'organization'), ...items, ...resources].map(
    ({ attributes }) => attributes['identifier'] ?? '',
  );
  expect(ids.filter((id, at) => !/^[A-Za-z_][\w.-]*$/.test(id) || ids.indexOf(id) !== at)).toEqual([]);
  const [root, ...others] = items;
  expect([
    root?.attributes['identifierref'],
    all(manifest, 'organization')[0]?.attributes['structure'],
  ]).toEqual([undefined, 'rooted-hierarchy']);
  for (const { attributes, inner } of others) {
    expect(inner[0]?.name).toBe('title');
    if (attributes['identifierref']) expect(inner).toHaveLength(1);
  }
  const known = resources.map(({ attributes }) => attributes['identifier']);
  const shown = others.flatMap(({ attributes }) => attributes['identifierref'] ?? []);
  expect(shown.sort()).toEqual([...known].sort());
  const paths = resources.flatMap((resource) => resourceFiles(files, resource));
  expect(paths.filter((path) => !/^[\w./-]+$/.test(path))).toEqual([]);
  expect([...paths, 'imsmanifest.xml'].sort()).toEqual([...files.keys()].sort());
}

function resourceFiles(files: Files, { attributes, inner }: Node): string[] {
  const { type = '', href } = attributes;
  const paths = inner.map(({ attributes: { href: path = '' } }) => path);
  expect(inner.map(({ name }) => name)).toEqual(['file']);
  if (type === 'webcontent') expect(paths).toContain(href);
  else {
    expect(href).toBeUndefined();
    const root = rootAt(files, paths[0] ?? '');
    expect([root.name, root.attributes['xmlns']]).toEqual(ROOTS[type]);
    expect(root.inner[0]?.name).toBe('title');
  }
  return paths;
}

const around = {
  title: { et: 'Programm & teised', ru: 'Программа' },
  questions: [{ id: 'main-1', strand: 'main' as const, text: { et: 'Kuidas <sa> kuulad?' } }],
  meetings: 3,
  content: fc.uint8Array({ minLength: 1, maxLength: 20 }),
};
const sumOf = ({ files }: Programme): string[] =>
  [...(files ?? new Map<string, Uint8Array>()).values()]
    .map((bytes) => Buffer.from(bytes).toString('hex'))
    .sort();

describe('what goes out as a Common Cartridge 1.3', () => {
  it('is one in a strict reader’s eyes, whatever the programme', async () => {
    await fc.assert(
      fc.asyncProperty(programmes(around), fc.constantFrom('et', 'en', 'ru'), async (programme, language) => {
        const packed = zip(writeCartridge(programme, language));
        strictly(await unzip(packed));
        expect(zip(writeCartridge(programme, language)).equals(packed)).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('comes in again with every module, activity, link and file where it was', async () => {
    await fc.assert(
      fc.asyncProperty(programmes(around), async (programme) => {
        fc.pre(programme.modules.length > 0);
        const { programme: back, leftOut } = await readAny(writeCartridge(programme, 'et'), 'et');
        expect(leftOut).toEqual([]);
        expect(sumOf(back)).toEqual(sumOf(programme));
        expect(back.modules.map(outline)).toEqual(programme.modules.map(outline));
        const again = await readAny(writeCartridge(back, 'et'), 'et');
        expect(again.programme.modules.map(outline)).toEqual(back.modules.map(outline));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('keeps what its texts say, and the question of an answer', async () => {
    const text =
      '## Miks\n\nLoe **rahulikult** ja *kuula*.\n\n- üks\n- kaks\n\n> [leht](https://opiring.example/a?b=1&c=2)\n\n<b>sõna</b>';
    const programme: Programme = {
      ...around,
      modules: [
        {
          id: 'm',
          title: { et: 'M' },
          purpose: { et: text },
          activities: [
            { id: 'a', kind: 'read', title: { et: 'A' }, instructions: { et: text } },
            {
              id: 'b',
              kind: 'answer',
              title: { et: 'B' },
              instructions: { et: text },
              question: 'main-1',
              moment: 'start',
            },
          ],
        },
      ],
    };
    const files = writeCartridge(programme, 'et');
    expect(textAt(files, 'activities/a/page.html')).toContain('&lt;b&gt;sõna&lt;/b&gt;');
    const [module] = (await readAny(files, 'et')).programme.modules;
    const plain = text.replace('<b>sõna</b>', '\\<b>sõna\\</b>').replace(/^- /gm, '-   ');
    expect(module?.purpose.et).toBe(plain);
    expect(module?.activities[0]?.instructions.et).toBe(plain);
    expect(module?.activities[1]?.instructions.et).toBe(`> Kuidas \\<sa> kuulad?\n\n${plain}`);
  });

  it('names nothing twice where one name is the beginning of another', () => {
    const ids = [idsOf.activity('a-m1'), idsOf.material('a', 0), idsOf.activity('a')].flatMap(Object.values);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

const said = (text: { et?: string; en?: string; ru?: string } | undefined): string =>
  (text?.et ?? text?.en ?? text?.ru ?? '')
    // XML has no way to say these.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const outline = ({ title, activities }: Programme['modules'][number]): unknown[] => [
  said(title),
  activities.map((activity) => [
    said(activity.title),
    (activity.materials ?? []).map(({ title: named, url, file }) => [
      said(named) || said({ et: file ?? url ?? '' }),
      Boolean(file),
    ]),
  ]),
];
