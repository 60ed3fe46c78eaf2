import type { LocalText } from '@opiring/contract/text';
import { LOCALES, type Locale } from '@opiring/contract/values';
import { filesOf, materialPath } from './materials';
import type { Files, Programme, ProgrammeActivity } from './programme';

const NAMESPACE = 'http://www.imsglobal.org/xsd/imsccv1p3';
const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  // XML 1.0 knows no other control characters than these three.
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (mark) => MARKS[mark] ?? '');
const html = (text: string): string =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim())
    .map((part) => `<p>${escaped(part).replaceAll('\n', '<br/>')}</p>`)
    .join('');

/** The programme for other systems, as IMS Common Cartridge 1.3 in one language. */
export function writeCartridge(programme: Programme, language: Locale): Files {
  const { title, modules } = programme;
  const say = (text: LocalText = {}): string =>
    text[language] ?? LOCALES.map((locale) => text[locale]).find(Boolean) ?? '';
  const files: Files = new Map(filesOf(programme));
  const resources: string[] = [];
  const items = modules.map((module) => {
    const inner = module.activities.map((activity) => {
      const { type, path, content } = resourceOf(activity, say(activity.title), say(activity.instructions));
      files.set(path, new TextEncoder().encode(content));
      const id = `r-${activity.id}`;
      resources.push(
        `<resource identifier="${id}" type="${type}"${type === 'webcontent' ? ` href="${path}"` : ''}><file href="${path}"/></resource>`,
      );
      const along = materialsOf(activity, say, files, resources);
      return `<item identifier="a-${activity.id}" identifierref="${id}"><title>${escaped(say(activity.title))}</title></item>${along}`;
    });
    return `<item identifier="m-${module.id}"><title>${escaped(say(module.title))}</title>${inner.join('')}</item>`;
  });
  const lom = `<lom xmlns="http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"><general><title><string language="${language}">${escaped(say(title))}</string></title></general></lom>`;
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="opiring-programme" xmlns="${NAMESPACE}/imscp_v1p1"><metadata><schema>IMS Common Cartridge</schema><schemaversion>1.3.0</schemaversion>${lom}</metadata>
<organizations><organization identifier="org" structure="rooted-hierarchy"><item identifier="root">
${items.join('\n')}
</item></organization></organizations>
<resources>
${resources.join('\n')}
</resources></manifest>
`;
  return files.set('imsmanifest.xml', new TextEncoder().encode(manifest));
}

/** Links and files stand beside their activity: items that have a resource of their own hold no others. */
function materialsOf(
  { id, materials = [] }: ProgrammeActivity,
  say: (text?: LocalText) => string,
  files: Files,
  resources: string[],
): string {
  return materials
    .map(({ title, url, file }, at) => {
      const key = `${id}-m${at + 1}`;
      const name = escaped(say(title) || file || url || '');
      const path = file ? escaped(encodeURI(materialPath(id, file))) : `${key}/weblink.xml`;
      if (url) files.set(path, new TextEncoder().encode(webLink(name, url)));
      resources.push(
        file
          ? `<resource identifier="r-${key}" type="webcontent" href="${path}"><file href="${path}"/></resource>`
          : `<resource identifier="r-${key}" type="imswl_xmlv1p3"><file href="${path}"/></resource>`,
      );
      return `<item identifier="a-${key}" identifierref="r-${key}"><title>${name}</title></item>`;
    })
    .join('');
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>\n`;
const webLink = (title: string, link: string): string =>
  `${HEAD}<webLink xmlns="${NAMESPACE}/imswl_v1p3"><title>${title}</title><url href="${escaped(link)}"/></webLink>`;

function resourceOf({ id, kind, link }: ProgrammeActivity, title: string, text: string) {
  const head = HEAD;
  const named = `<title>${escaped(title)}</title>`;
  const body = html(text) + (link ? `<p><a href="${escaped(link)}">${escaped(link)}</a></p>` : '');
  const told = `<text texttype="text/html">${escaped(body)}</text>`;
  if (link && !text)
    return {
      type: 'imswl_xmlv1p3',
      path: `${id}/weblink.xml`,
      content: webLink(escaped(title), link),
    };
  if (kind === 'talk')
    return {
      type: 'imsdt_xmlv1p3',
      path: `${id}/topic.xml`,
      content: `${head}<topic xmlns="${NAMESPACE}/imsdt_v1p3">${named}${told}</topic>`,
    };
  if (kind === 'reflect' || kind === 'answer')
    return {
      type: 'assignment_xmlv1p0',
      path: `${id}/assignment.xml`,
      content: `${head}<assignment xmlns="http://www.imsglobal.org/xsd/imscc_extensions/assignment" identifier="x-${id}">${named}${told}<gradable>false</gradable></assignment>`,
    };
  return {
    type: 'webcontent',
    path: `${id}/page.html`,
    content: `<!doctype html><html><head><meta charset="utf-8"/>${named}</head><body>${body}</body></html>`,
  };
}
