import type { Files } from './programme';
import { ArchiveRefused } from './archive-refused';
import { readAny } from './read-any';
import { writeCartridge } from './write-cartridge';

const filesOf = (files: Record<string, string>): Files =>
  new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
const manifest = (version: string) => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M" xmlns="http://www.imsglobal.org/xsd/imsccv1p${version}/imscp_v1p1">
 <metadata><schema>IMS Common Cartridge</schema><schemaversion>1.${version}.0</schemaversion></metadata>
 <organizations><organization identifier="O" structure="rooted-hierarchy"><item identifier="root">
  <item identifier="I1"><title>Week 1 &amp; more</title>
   <item identifier="I2" identifierref="P"><title>A page</title></item>
   <item identifier="I3"><title>Folder</title>
    <item identifier="I4" identifierref="L"><title>A link</title></item>
    <item identifier="I5" identifierref="D"><title>A talk</title></item></item>
   <item identifier="I6" identifierref="Q"><title>A test</title></item>
   <item identifier="I7" identifierref="T"><title>A tool</title></item>
   <item identifier="I8" identifierref="A"><title>A task</title></item></item>
 </item></organization></organizations>
 <resources>
  <resource identifier="P" type="webcontent" href="p/page.html"><file href="p/page.html"/></resource>
  <resource identifier="L" type="imswl_xmlv1p${version}"><file href="l.xml"/></resource>
  <resource identifier="D" type="imsdt_xmlv1p${version}"><file href="d.xml"/></resource>
  <resource identifier="Q" type="imsqti_xmlv1p2/imscc_xmlv1p${version}/assessment"><file href="q.xml"/></resource>
  <resource identifier="T" type="imsbasiclti_xmlv1p0"><file href="t.xml"/></resource>
  <resource identifier="A" type="assignment_xmlv1p0"><file href="a.xml"/></resource>
 </resources></manifest>`;
const cartridge = (version: string) =>
  filesOf({
    'imsmanifest.xml': manifest(version),
    'p/page.html': '<html><body><h1>Hello</h1><script>bad()</script><p>Some <b>text</b></p></body></html>',
    'l.xml':
      '<webLink><title>A link</title><url href="https://opiring.example/x" target="_blank"/></webLink>',
    'd.xml':
      '<topic><title>A talk</title><text texttype="text/html">&lt;p&gt;Say it&lt;/p&gt;</text></topic>',
    'a.xml':
      '<assignment identifier="a"><title>A task</title><text texttype="text/html">&lt;p&gt;Do it&lt;/p&gt;</text></assignment>',
  });

describe('Common Cartridge', () => {
  it.each(['1', '2', '3'])('1.%s comes in with a report', async (version) => {
    const { programme, adapted, leftOut } = await readAny(cartridge(version), 'en');
    expect(programme.modules.map(({ title }) => title)).toEqual([{ en: 'Week 1 & more' }]);
    expect(programme.modules[0]?.activities).toEqual([
      {
        id: 'a-page',
        kind: 'read',
        title: { en: 'A page' },
        instructions: { en: '# Hello\n\nSome **text**' },
      },
      {
        id: 'a-link',
        kind: 'read',
        title: { en: 'A link' },
        instructions: {},
        link: 'https://opiring.example/x',
      },
      { id: 'a-talk', kind: 'talk', title: { en: 'A talk' }, instructions: { en: 'Say it' } },
      { id: 'a-test', kind: 'survey', title: { en: 'A test' }, instructions: {} },
      { id: 'a-task', kind: 'reflect', title: { en: 'A task' }, instructions: { en: 'Do it' } },
    ]);
    expect(adapted).toEqual([
      { what: 'Folder', why: 'flattened' },
      { what: 'A test', why: 'test-as-survey' },
    ]);
    expect(leftOut).toEqual([{ what: 'A tool', why: 'unknown-kind' }]);
  });

  it('goes out and comes back with the same modules and deeds', async () => {
    const { programme } = await readAny(cartridge('3'), 'en');
    const kept = programme.modules.map((module) => ({
      ...module,
      activities: module.activities.filter(({ kind }) => kind !== 'survey'),
    }));
    const files = writeCartridge({ ...programme, modules: kept }, 'en');
    const again = (await readAny(files, 'en')).programme.modules;
    const outline = (modules: typeof again) =>
      modules.map(({ title, activities }) => [
        title,
        activities.map(({ id, kind, link }) => [id, kind, link]),
      ]);
    expect(outline(again)).toEqual(outline(kept));
  });

  it.each([
    ['entities', '<!DOCTYPE m [<!ENTITY a "aaaa">]><manifest>&a;</manifest>'],
    ['no XML', 'manifest'],
    ['half of it', '<manifest><organizations>'],
    ['nothing in it', '<manifest/>'],
  ])('with %s is refused', async (_, xml) => {
    await expect(readAny(filesOf({ 'imsmanifest.xml': xml }), 'en')).rejects.toThrow(ArchiveRefused);
  });
});
