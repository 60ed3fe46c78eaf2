import type { Locale } from '@opiring/contract/values';
import { refuse } from './archive-refused';
import type { Files, ProgrammeModule } from './programme';
import type { ReadProgramme } from './read-any';
import { type Deed, isLink, Taking } from './taking';
import { child, children, type Element, textOf, words, xmlAt } from './xml';
import { fileAt, filesBeside, hasSettings, isPage, pathOf } from './cartridge-files';
import { isMaterial, isPurpose, OURS } from './cartridge-names';

const MANIFEST = 'imsmanifest.xml';
const DEEPEST = 12;

interface Reading {
  files: Files;
  resources: Map<string, Element>;
  taking: Taking;
  /** Resources that some item shows, or that something shown depends on. */
  shown: Set<string>;
  /** What we gave out ourselves comes back as it was. */
  ours: boolean;
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
    shown: new Set(),
    ours: words(manifest, '@identifier') === OURS,
  };
  const roots = children(organization, 'item');
  // The root item has no title of its own; where somebody left it out, the items beside each other are the modules.
  const top = roots.length === 1 && roots[0] ? children(roots[0], 'item') : roots;
  if (top.length === 0) throw refuse(`${MANIFEST} organizations`, 'has no items to make modules of');
  for (const item of top) {
    const module = await taking.module(words(item, 'title'));
    for (const leaf of leavesOf(item, taking)) await take(leaf, module, reading);
  }
  tellUnshown(reading);
  return taking.read;
}

/** A library beside the course, for one: nobody meets it, so nothing becomes of it. */
function tellUnshown({ files, resources, shown, taking }: Reading): void {
  for (const [id, resource] of resources) {
    const path = pathOf(resource, files);
    if (!shown.has(id) && path !== undefined && !shown.has(path)) taking.leave(path, 'nothing-shows-it');
  }
}

function leavesOf(item: Element, taking: Taking, depth = 0): Element[] {
  if (depth > DEEPEST) throw refuse(`${MANIFEST} organizations`, 'is too deep');
  const inner = children(item, 'item');
  if (inner.length === 0) return depth > 0 || words(item, '@identifierref') ? [item] : [];
  if (depth > 0) taking.adapt(words(item, 'title'), 'flattened');
  const itself = words(item, '@identifierref') ? [{ ...item, item: undefined }] : [];
  return [...itself, ...inner.flatMap((each) => leavesOf(each, taking, depth + 1))];
}

async function take(item: Element, module: ProgrammeModule, reading: Reading): Promise<void> {
  const { resources, taking } = reading;
  const title = words(item, 'title');
  const id = words(item, '@identifierref');
  const resource = resources.get(id);
  if (!resource) return taking.leave(title, 'nothing-behind');
  show(id, resource, reading);
  const deed = deedOf(resource, reading);
  if (typeof deed === 'string') return taking.leave(title, deed);
  if (reading.ours && isPurpose(id)) return taking.purpose(module, deed.html ?? '');
  if (reading.ours && isMaterial(id) && module.activities.length > 0) {
    if (deed.link) return taking.materials(module, [taking.link(title, deed.link)]);
    return taking.files(
      module,
      (deed.files ?? []).map((file) => ({ ...file, title })),
    );
  }
  if (deed.kind === 'survey') taking.adapt(title, 'test-as-survey');
  await taking.activity(module, title, deed);
}

function show(id: string, resource: Element, { shown }: Reading): void {
  shown.add(id);
  for (const dependency of children(resource, 'dependency')) shown.add(words(dependency, '@identifierref'));
}

const XML = [
  [/^imswl_/i, 'webLink'],
  [/^imsdt_/i, 'topic'],
  [/^assignment_/i, 'assignment'],
] as const;

/** What a resource is to us, or why it is nothing. */
function deedOf(resource: Element, reading: Reading): Deed | 'unknown-kind' | 'nothing-behind' {
  const { files, shown } = reading;
  const type = words(resource, '@type');
  if (/^imsqti/i.test(type)) return { kind: 'survey' };
  const path = pathOf(resource, files);
  const known = XML.find(([pattern]) => pattern.test(type))?.[1];
  if (!known && !/^(webcontent|associatedcontent\/)/i.test(type)) return 'unknown-kind';
  const bytes = path === undefined ? undefined : files.get(path);
  if (path === undefined || !bytes) return 'nothing-behind';
  const beside = (root?: Element, html?: string) => {
    const found = filesBeside(resource, { path, root, ...(html !== undefined && { html }) }, reading);
    for (const { path: at } of found) if (at !== undefined) shown.add(at);
    return found;
  };
  if (!known) {
    if (!isPage(path)) return { kind: 'read', files: [fileAt(files, path, path), ...beside()] };
    const html = textOf(path, bytes, /<meta[^>]{0,200}charset=["']?([a-z0-9-]{1,40})/i);
    const assigned = /^associatedcontent\//i.test(type) && hasSettings(resource);
    return { kind: assigned ? 'reflect' : 'read', html, files: beside(undefined, html) };
  }
  const root = child(xmlAt(files, path), known);
  if (known === 'webLink') {
    const link = words(child(root, 'url'), '@href');
    return isLink(link) ? { kind: 'read', link } : 'nothing-behind';
  }
  const html = words(child(root, 'text'));
  return { kind: known === 'topic' ? 'talk' : 'reflect', html, files: beside(root, html) };
}
