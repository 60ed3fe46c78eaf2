import type { FoundFile } from './found-files';
import type { Files } from './programme';
import { child, children, type Element, words } from './xml';

const MOST_LINKS = 500;
/** What a package says of itself beside its content. */
const SETTINGS = /(_settings|meta(data)?)\.xml$/i;
export const isPage = (path: string): boolean => /\.x?html?$/i.test(path);

/** Where its content lies: as it is told, or as an address is written. */
export function pathOf(resource: Element, files: Files): string | undefined {
  const told = words(resource, '@href') || words(children(resource, 'file')[0], '@href');
  return found(files, [told, words(resource, '@base') + told]);
}

/** A page with settings of an assignment beside it is one. */
export const hasSettings = (resource: Element): boolean =>
  children(resource, 'file').some((file) => /assignment_settings\.xml$/.test(words(file, '@href')));

/**
 * The files beside a resource's own content: those it lists, those of the resources it depends on, those it attaches, and those its page
 * shows or leads to. What it lists and the package does not hold is told; a link that leads elsewhere is only a link.
 */
export function filesBeside(
  resource: Element,
  { path, root, html = '' }: { path: string; root?: Element | undefined; html?: string },
  { files, resources }: { files: Files; resources: ReadonlyMap<string, Element> },
): (FoundFile & { path?: string })[] {
  const base = words(resource, '@base');
  const beside: [string, string | undefined][] = [];
  for (const { href } of listed(resource)) beside.push([href, found(files, [href, base + href])]);
  for (const dependency of children(resource, 'dependency')) {
    const other = resources.get(words(dependency, '@identifierref'));
    if (!other || !/^(webcontent|associatedcontent\/)/i.test(words(other, '@type'))) continue;
    const there = pathOf(other, files);
    if (there !== undefined && !isPage(there)) beside.push([there, there]);
  }
  for (const attachment of children(child(root, 'attachments'), 'attachment')) {
    const href = words(attachment, '@href');
    beside.push([href, found(files, placesOf(href, path))]);
  }
  for (const [, href = ''] of [...html.matchAll(/\s(?:href|src)\s*=\s*"([^"<>]{1,2000})"/gi)].slice(
    0,
    MOST_LINKS,
  )) {
    const there = found(files, placesOf(href.replaceAll('&amp;', '&'), path));
    if (there !== undefined && !isPage(there)) beside.push([there, there]);
  }
  const taken = new Set([path]);
  return beside.flatMap(([href, at]) => {
    if (SETTINGS.test(href) || taken.has(at ?? href)) return [];
    taken.add(at ?? href);
    return [{ ...fileAt(files, href, at), ...(at !== undefined && { path: at }) }];
  });
}

export const fileAt = (files: Files, href: string, path: string | undefined): FoundFile => ({
  name: (path ?? decoded(href)).split('/').at(-1) ?? '',
  bytes: path === undefined ? undefined : files.get(path),
});

const listed = (resource: Element): { href: string }[] =>
  children(resource, 'file')
    .map((file) => ({ href: words(file, '@href') }))
    .filter(({ href }) => href !== '');

/** Where an address in a page or a topic may lead: beside it, from the top, or to what the format calls the base of files. */
function placesOf(href: string, from: string): string[] {
  const plain = decoded(href.replace(/[?#].*$/, ''));
  const [, based] = /^\$IMS[-_]CC[-_]FILEBASE\$\/?(.*)$/.exec(plain) ?? [];
  if (based !== undefined) return [normal(`web_resources/${based}`), normal(based)];
  if (/^([a-z]+:|\/)/i.test(plain) || plain === '') return [];
  return [normal(`${from.replace(/[^/]*$/, '')}${plain}`), normal(plain)];
}

function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

const found = (files: Files, paths: readonly string[]): string | undefined =>
  paths.flatMap((path) => [path, decoded(path)]).find((path) => path && files.has(path));

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
