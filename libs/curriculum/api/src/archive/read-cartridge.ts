import type { ImportNote } from '@opiring/contract/programme-file';
import type { Locale } from '@opiring/contract/values';
import TurndownService from 'turndown';
import { refuse } from './archive-refused';
import type { Files, ProgrammeActivity, ProgrammeModule } from './programme';
import { take } from './read';
import type { ReadProgramme } from './read-any';
import { Slugs } from './slugs';
import { child, children, type Element, readXml, words } from './xml';

const MANIFEST = 'imsmanifest.xml';
const DEEPEST = 12;
const MOST = { modules: 200, inOne: 200 };
const LONGEST = { html: 200_000, text: 20_000, title: 300 };
const markdown = new TurndownService({ headingStyle: 'atx' }).remove(['script', 'style', 'iframe']);

interface Reading {
  files: Files;
  resources: Map<string, Element>;
  language: Locale;
  slugs: Slugs;
  adapted: ImportNote[];
  leftOut: ImportNote[];
}
type Deed = Pick<ProgrammeActivity, 'kind' | 'link'> & { html?: string };

/** IMS Common Cartridge 1.1–1.3: its top items as modules, its resources as activities. */
export function readCartridge(files: Files, language: Locale): ReadProgramme {
  const manifest = child(readXml(MANIFEST, take(new Map(files), MANIFEST) ?? ''), 'manifest');
  const organization = child(child(manifest, 'organizations'), 'organization');
  const resources = children(child(manifest, 'resources'), 'resource');
  const reading: Reading = {
    files: new Map(files),
    resources: new Map(resources.map((resource) => [words(resource, '@identifier'), resource])),
    language,
    slugs: new Slugs(),
    adapted: [],
    leftOut: [],
  };
  const top = children(organization, 'item').flatMap((root) => children(root, 'item'));
  if (top.length === 0) throw refuse(`${MANIFEST} organizations`, 'has no items to make modules of');
  if (top.length > MOST.modules) throw refuse(`${MANIFEST} organizations`, 'has more than 200 modules');
  const names = new Slugs();
  const modules = top.map((item): ProgrammeModule => {
    const title = titleOf(item, language);
    const activities = leavesOf(item, reading).flatMap((leaf) => activityOf(leaf, reading));
    if (activities.length > MOST.inOne)
      throw refuse(`${MANIFEST} ${title[language]}`, 'has more than 200 items');
    return { id: names.name(null, title, 'module'), title, purpose: {}, activities };
  });
  const { adapted, leftOut } = reading;
  return { programme: { questions: [], modules }, adapted, leftOut };
}

const titleOf = (item: Element, language: Locale) => ({
  [language]: (words(child(item, 'title')) || '—').slice(0, LONGEST.title),
});

function leavesOf(item: Element, reading: Reading, depth = 0): Element[] {
  if (depth > DEEPEST) throw refuse(`${MANIFEST} organizations`, 'is too deep');
  const inner = children(item, 'item');
  if (inner.length === 0) return words(item, '@identifierref') ? [item] : [];
  if (depth > 0) reading.adapted.push({ what: words(child(item, 'title')), why: 'flattened' });
  return inner.flatMap((each) => leavesOf(each, reading, depth + 1));
}

function activityOf(item: Element, reading: Reading): ProgrammeActivity[] {
  const { resources, language, slugs, adapted, leftOut } = reading;
  const title = titleOf(item, language);
  const resource = resources.get(words(item, '@identifierref'));
  const deed = resource && deedOf(resource, reading.files);
  if (!deed) {
    leftOut.push({ what: title[language] ?? '', why: 'unknown-kind' });
    return [];
  }
  if (deed.kind === 'survey') adapted.push({ what: title[language] ?? '', why: 'test-as-survey' });
  const { kind, link, html = '' } = deed;
  const text = html.length > LONGEST.html ? '' : markdown.turndown(html).slice(0, LONGEST.text).trim();
  return [
    {
      id: slugs.name(null, title, kind),
      kind,
      title,
      instructions: text ? { [language]: text } : {},
      ...(link && { link }),
    },
  ];
}

/** What a resource is to us; nothing where we have no such thing. */
function deedOf(resource: Element, files: Files): Deed | undefined {
  const type = words(resource, '@type');
  const path = words(resource, '@href') || words(children(resource, 'file')[0], '@href');
  const read = (): string | undefined => (files.has(path) ? take(new Map(files), path) : undefined);
  if (/^imsqti/.test(type)) return { kind: 'survey' };
  if (type === 'webcontent') {
    const html = /\.x?html?$/i.test(path) ? read() : undefined;
    return html === undefined ? undefined : { kind: 'read', html };
  }
  const kinds = [
    [/^imswl_/, 'webLink', 'read'],
    [/^imsdt_/, 'topic', 'talk'],
    [/^assignment_/, 'assignment', 'reflect'],
  ] as const;
  const known = kinds.find(([pattern]) => pattern.test(type));
  const xml = known && read();
  if (!known || xml === undefined) return undefined;
  const root = child(readXml(path, xml), known[1]);
  const link = words(child(root, 'url'), '@href');
  if (known[1] === 'webLink')
    return /^https?:\/\/\S{1,1990}$/.test(link) ? { kind: 'read', link } : undefined;
  return { kind: known[2], html: words(child(root, 'text')) };
}
