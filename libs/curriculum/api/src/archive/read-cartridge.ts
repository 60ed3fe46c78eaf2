import type { Locale } from '@opiring/contract/values';
import { refuse } from './archive-refused';
import type { Files, ProgrammeModule } from './programme';
import type { ReadProgramme } from './read-any';
import { type Deed, isLink, Taking } from './taking';
import { child, children, type Element, textOf, words, xmlAt } from './xml';

const MANIFEST = 'imsmanifest.xml';
const DEEPEST = 12;

interface Reading {
  files: Files;
  resources: Map<string, Element>;
  taking: Taking;
}

/** IMS Common Cartridge 1.1–1.3, and what other systems make of it: its top items as modules, its resources as activities. */
export async function readCartridge(files: Files, language: Locale): Promise<ReadProgramme> {
  const manifest = child(xmlAt(files, MANIFEST), 'manifest');
  const organization = child(child(manifest, 'organizations'), 'organization');
  const resources = children(child(manifest, 'resources'), 'resource');
  const taking = new Taking(language);
  const reading: Reading = {
    files,
    resources: new Map(resources.map((resource) => [words(resource, '@identifier'), resource])),
    taking,
  };
  const roots = children(organization, 'item');
  // The root item has no title of its own; where somebody left it out, the items beside each other are the modules.
  const top = roots.length === 1 && roots[0] ? children(roots[0], 'item') : roots;
  if (top.length === 0) throw refuse(`${MANIFEST} organizations`, 'has no items to make modules of');
  for (const item of top) {
    const module = await taking.module(words(item, 'title'));
    for (const leaf of leavesOf(item, taking)) await take(leaf, module, reading);
  }
  const { adapted, leftOut, modules } = taking;
  return { programme: { questions: [], modules }, adapted, leftOut };
}

function leavesOf(item: Element, taking: Taking, depth = 0): Element[] {
  if (depth > DEEPEST) throw refuse(`${MANIFEST} organizations`, 'is too deep');
  const inner = children(item, 'item');
  if (inner.length === 0) return depth > 0 || words(item, '@identifierref') ? [item] : [];
  if (depth > 0) taking.adapt(words(item, 'title'), 'flattened');
  const itself = words(item, '@identifierref') ? [{ ...item, item: undefined }] : [];
  return [...itself, ...inner.flatMap((each) => leavesOf(each, taking, depth + 1))];
}

async function take(
  item: Element,
  module: ProgrammeModule,
  { resources, files, taking }: Reading,
): Promise<void> {
  const title = words(item, 'title');
  const resource = resources.get(words(item, '@identifierref'));
  if (!resource) return taking.leave(title, 'nothing-behind');
  const found = deedOf(resource, files);
  if (typeof found === 'string') return taking.leave(title, found);
  if (found.kind === 'survey') taking.adapt(title, 'test-as-survey');
  await taking.activity(module, title, found);
}

const XML = [
  [/^imswl_/i, 'webLink'],
  [/^imsdt_/i, 'topic'],
  [/^assignment_/i, 'assignment'],
] as const;

/** What a resource is to us, or why it is nothing. */
function deedOf(resource: Element, files: Files): Deed | 'unknown-kind' | 'nothing-behind' | 'file-left-out' {
  const type = words(resource, '@type');
  if (/^imsqti/i.test(type)) return { kind: 'survey' };
  const path = pathOf(resource, files);
  const known = XML.find(([pattern]) => pattern.test(type))?.[1];
  if (!known && !/^(webcontent|associatedcontent\/)/i.test(type)) return 'unknown-kind';
  const bytes = path === undefined ? undefined : files.get(path);
  if (path === undefined || !bytes) return 'nothing-behind';
  if (!known) {
    if (!/\.x?html?$/i.test(path)) return 'file-left-out';
    const html = textOf(path, bytes, /<meta[^>]{0,200}charset=["']?([a-z0-9-]{1,40})/i);
    const assigned = /^associatedcontent\//i.test(type) && hasSettings(resource);
    return { kind: assigned ? 'reflect' : 'read', html };
  }
  const root = child(xmlAt(files, path), known);
  if (known === 'webLink') {
    const link = words(child(root, 'url'), '@href');
    return isLink(link) ? { kind: 'read', link } : 'nothing-behind';
  }
  return { kind: known === 'topic' ? 'talk' : 'reflect', html: words(child(root, 'text')) };
}

/** A page with settings of an assignment beside it is one. */
const hasSettings = (resource: Element): boolean =>
  children(resource, 'file').some((file) => /assignment_settings\.xml$/.test(words(file, '@href')));

/** Where its content lies: as it is told, or as an address is written. */
function pathOf(resource: Element, files: Files): string | undefined {
  const told = words(resource, '@href') || words(children(resource, 'file')[0], '@href');
  const base = words(resource, '@base');
  return [told, base + told, decoded(told), decoded(base + told)].find((path) => path && files.has(path));
}
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
