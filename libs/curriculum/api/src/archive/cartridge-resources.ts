import type { Locale } from '@opiring/contract/values';
import { escaped } from './markdown-html';

const NAMESPACE = 'http://www.imsglobal.org/xsd/imsccv1p3';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What lies behind an item: its type, its place, and what is there unless it lies there already. */
export interface Resource {
  type: 'webcontent' | 'imswl_xmlv1p3' | 'imsdt_xmlv1p3' | 'assignment_xmlv1p0';
  path: string;
  content?: string;
}

export const page = (path: string, title: string, body: string, language: Locale): Resource => ({
  type: 'webcontent',
  path,
  content: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"/><title>${escaped(title)}</title></head><body>${body}</body></html>`,
});

export const webLink = (path: string, title: string, url: string): Resource => ({
  type: 'imswl_xmlv1p3',
  path,
  content: `${HEAD}<webLink xmlns="${NAMESPACE}/imswl_v1p3"><title>${escaped(title)}</title><url href="${escaped(url)}"/></webLink>`,
});

export const topic = (path: string, title: string, body: string): Resource => ({
  type: 'imsdt_xmlv1p3',
  path,
  content: `${HEAD}<topic xmlns="${NAMESPACE}/imsdt_v1p3"><title>${escaped(title)}</title><text texttype="text/html">${escaped(body)}</text></topic>`,
});

export const assignment = (path: string, id: string, title: string, body: string): Resource => ({
  type: 'assignment_xmlv1p0',
  path,
  content: `${HEAD}<assignment xmlns="http://www.imsglobal.org/xsd/imscc_extensions/assignment" identifier="${id}"><title>${escaped(title)}</title><text texttype="text/html">${escaped(body)}</text><gradable>false</gradable></assignment>`,
});

/** What is in the package and in which order it is met. */
export function manifestOf(
  { name, title, language }: { name: string; title: string; language: Locale },
  items: readonly string[],
  resources: readonly string[],
): string {
  const lom = `<lom xmlns="http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"><general><title><string language="${language}">${escaped(title)}</string></title></general></lom>`;
  return `${HEAD}<manifest identifier="${name}" xmlns="${NAMESPACE}/imscp_v1p1"><metadata><schema>IMS Common Cartridge</schema><schemaversion>1.3.0</schemaversion>${lom}</metadata>
<organizations><organization identifier="org" structure="rooted-hierarchy"><item identifier="root">
${items.join('\n')}
</item></organization></organizations>
<resources>
${resources.join('\n')}
</resources></manifest>
`;
}

export const itemOf = (
  id: string,
  title: string,
  inside: { resource: string } | { items: string },
): string =>
  'resource' in inside
    ? `<item identifier="${id}" identifierref="${inside.resource}"><title>${escaped(title)}</title></item>`
    : `<item identifier="${id}"><title>${escaped(title)}</title>${inside.items}</item>`;

export const resourceOf = (id: string, { type, path }: Resource): string =>
  `<resource identifier="${id}" type="${type}"${type === 'webcontent' ? ` href="${path}"` : ''}><file href="${path}"/></resource>`;
