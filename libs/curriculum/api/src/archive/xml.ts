import { XMLParser } from 'fast-xml-parser';
import { refuse } from './archive-refused';

/** An element: attributes begin with `@`, its text is `#text`. */
export interface Element {
  [name: string]: Element | Element[] | string | undefined;
}

const LISTS = new Set(['item', 'resource', 'file']);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: false,
  isArray: (name) => LISTS.has(name),
});

/** Reads XML that declares nothing of its own: no document type, no entities. */
export function readXml(path: string, text: string): Element {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw refuse(path, 'declares a document type or entities');
  try {
    return parser.parse(text, true) as Element;
  } catch {
    throw refuse(path, 'is not XML we can read');
  }
}

export function child(element: Element | undefined, name: string): Element | undefined {
  const found = element?.[name];
  const [first] = Array.isArray(found) ? found : [found];
  return typeof first === 'string' ? { '#text': first } : first;
}

export function children(element: Element | undefined, name: string): Element[] {
  const found = element?.[name];
  return Array.isArray(found) ? found.filter((each) => typeof each === 'object') : [];
}

export function words(element: Element | undefined, name = '#text'): string {
  const found = element?.[name];
  return typeof found === 'string' ? found.trim() : '';
}
