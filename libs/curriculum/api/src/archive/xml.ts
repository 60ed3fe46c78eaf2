import { XMLParser } from 'fast-xml-parser';
import { refuse } from './archive-refused';
import type { Files } from './programme';

/** An element: attributes begin with `@`, its text is `#text`. */
export interface Element {
  [name: string]: Element | Element[] | string | (Element | string)[] | undefined;
}

const MOST = { characters: 8 * 1024 * 1024, tags: 300_000 };
/** What a file may say of itself; anything else is not guessed at. */
const ENCODINGS = ['utf-8', 'utf-16', 'utf-16le', 'utf-16be', 'iso-8859-1', 'windows-1252', 'us-ascii'];
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
});

/** Reads XML that declares nothing of its own: no document type, no entities. */
export function readXml(path: string, text: string): Element {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw refuse(path, 'declares a document type or entities');
  if (text.length > MOST.characters || text.split('<').length > MOST.tags) throw refuse(path, 'is too large');
  try {
    return parser.parse(text, true) as Element;
  } catch {
    throw refuse(path, 'is not XML we can read');
  }
}

/** The XML of one of the files, in the encoding it tells; nothing where there is no such file. */
export function xmlAt(files: Files, path: string): Element | undefined {
  const bytes = files.get(path);
  return bytes && readXml(path, textOf(path, bytes, /^<\?xml[^>]{0,200}encoding=["']([^"']{1,40})/));
}

/** Bytes as text: by their mark, by what they tell of themselves, else as UTF-8. */
export function textOf(path: string, bytes: Uint8Array, told: RegExp): string {
  const [first = 0, second = 0] = bytes;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const said = told.exec(head.replace(/^ï»¿/, ''))?.[1]?.toLowerCase() ?? 'utf-8';
  if (!ENCODINGS.includes(said)) throw refuse(path, `is in an encoding that is not read: ${said}`);
  const wide =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined;
  try {
    const text = new TextDecoder(wide ?? (head.startsWith('ï»¿') ? 'utf-8' : said), { fatal: true }).decode(
      bytes,
    );
    if (!text.includes('\0')) return text;
  } catch {
    // Told below.
  }
  throw refuse(path, 'is not the text it says it is');
}

export function child(element: Element | undefined, name: string): Element | undefined {
  const found = element?.[name];
  const [first] = Array.isArray(found) ? found : [found];
  return typeof first === 'string' ? { '#text': first } : first;
}

/** All of that name, be it one or many; those that are text alone as elements too. */
export function children(element: Element | undefined, name: string): Element[] {
  const found = element?.[name];
  if (found === undefined) return [];
  return (Array.isArray(found) ? found : [found]).map((each) =>
    typeof each === 'string' ? { '#text': each } : each,
  );
}

export function words(element: Element | undefined, name = '#text'): string {
  const found = element?.[name];
  const said = typeof found === 'object' && !Array.isArray(found) ? found['#text'] : found;
  return typeof said === 'string' ? said.trim() : '';
}
