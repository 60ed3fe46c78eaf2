import { readAny } from './read-any';
import { filesOf } from './testing-backup';

const page = (body: string) => `<html><head><title>x</title></head><body>${body}</body></html>`;

/** As Moodle packs one: 1.1, items under an untitled root, headings without anything behind, files beside pages. */
const FROM_MOODLE = filesOf({
  'imsmanifest.xml': `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest" identifier="M_1">
 <metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>
  <lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string language="en">Course</lomimscc:string></lomimscc:title></lomimscc:general></lomimscc:lom></metadata>
 <organizations><organization identifier="O" structure="rooted-hierarchy"><item identifier="root">
  <item identifier="i1"><title>Topic 1</title>
   <item identifier="i2"><title>Just a heading</title></item>
   <item identifier="i3" identifierref="r1"><title>Caf&#233; &amp; ring</title></item>
   <item identifier="i4" identifierref="r2"><title>Worksheet</title></item>
   <item identifier="i5" identifierref="r3"><title>Forum</title></item>
   <item identifier="i6" identifierref="missing"><title>Lost</title></item>
  </item></item></organization></organizations>
 <resources>
  <resource identifier="r1" type="webcontent" xml:base="i_1/" href="page.html"><file href="page.html"/></resource>
  <resource identifier="r2" type="webcontent" href="i_2/Worksheet%201.pdf"><file href="i_2/Worksheet%201.pdf"/></resource>
  <resource identifier="r3" type="imsdt_xmlv1p1"><file href="i_3/topic.xml"/></resource>
 </resources></manifest>`,
  'i_1/page.html': page('<p>Tekst</p>'),
  'i_2/Worksheet 1.pdf': '%PDF',
  'i_3/topic.xml': `<?xml version="1.0"?><topic xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1"><title>Forum</title><text texttype="text/html"><![CDATA[<p>Räägi</p>]]></text></topic>`,
});

/** As Canvas packs one: a namespace before every name, modules in modules, assignments as pages with settings, tools and tests. */
const FROM_CANVAS = filesOf({
  'imsmanifest.xml': `<?xml version="1.0" encoding="UTF-8"?>
<cp:manifest identifier="g1" xmlns:cp="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <cp:metadata><cp:schema>IMS Common Cartridge</cp:schema><cp:schemaversion>1.3.0</cp:schemaversion></cp:metadata>
 <cp:organizations><cp:organization identifier="org_1" structure="rooted-hierarchy"><cp:item identifier="LearningModules">
  <cp:item identifier="m1"><cp:title>Week 1</cp:title>
   <cp:item identifier="a" identifierref="asg"><cp:title>Write it</cp:title></cp:item>
   <cp:item identifier="s"><cp:title>Sub</cp:title><cp:item identifier="b" identifierref="web"><cp:title>Link</cp:title></cp:item></cp:item>
   <cp:item identifier="c" identifierref="quiz"><cp:title>Quiz</cp:title></cp:item>
   <cp:item identifier="d" identifierref="lti"><cp:title>Tool</cp:title></cp:item>
   <cp:item identifier="e" identifierref="bad"><cp:title>Bad link</cp:title></cp:item>
  </cp:item></cp:item></cp:organization></cp:organizations>
 <cp:resources>
  <cp:resource identifier="asg" type="associatedcontent/imscc_xmlv1p3/learning-application-resource" href="asg/write-it.html"><cp:file href="asg/write-it.html"/><cp:file href="asg/assignment_settings.xml"/></cp:resource>
  <cp:resource identifier="web" type="imswl_xmlv1p3"><cp:file href="web.xml"/><cp:dependency identifierref="quiz"/></cp:resource>
  <cp:resource identifier="quiz" type="imsqti_xmlv1p2/imscc_xmlv1p3/assessment"><cp:file href="quiz/assessment_qti.xml"/><cp:dependency identifierref="web"/></cp:resource>
  <cp:resource identifier="lti" type="imsbasiclti_xmlv1p0"><cp:file href="lti.xml"/></cp:resource>
  <cp:resource identifier="bad" type="imswl_xmlv1p3"><cp:file href="bad.xml"/></cp:resource>
 </cp:resources></cp:manifest>`,
  'asg/write-it.html': page('<p>Half a page</p>'),
  'asg/assignment_settings.xml': '<assignment/>',
  'web.xml':
    '<wl:webLink xmlns:wl="http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3"><wl:title>Link</wl:title><wl:url href="https://opiring.example/a?b=1&amp;c=2"/></wl:webLink>',
  'bad.xml': '<webLink><title>Bad</title><url href="javascript:alert(1)"/></webLink>',
});

describe('Common Cartridges of other makers', () => {
  it('of Moodle come in with a report', async () => {
    const { programme, adapted, leftOut } = await readAny(FROM_MOODLE, 'en');
    expect(programme.modules.map(({ title }) => title.en)).toEqual(['Topic 1']);
    expect(
      programme.modules[0]?.activities.map(({ kind, title, instructions }) => [
        kind,
        title.en,
        instructions.en,
      ]),
    ).toEqual([
      ['read', 'Café & ring', 'Tekst'],
      ['read', 'Worksheet', undefined],
      ['talk', 'Forum', 'Räägi'],
    ]);
    expect(adapted).toEqual([]);
    expect(leftOut).toEqual([
      { what: 'Just a heading', why: 'nothing-behind' },
      { what: 'Lost', why: 'nothing-behind' },
    ]);
  });

  it('of Canvas come in with a report, loops of dependencies or not', async () => {
    const { programme, adapted, leftOut } = await readAny(FROM_CANVAS, 'en');
    expect(programme.modules[0]?.activities.map(({ kind, title, link }) => [kind, title.en, link])).toEqual([
      ['reflect', 'Write it', undefined],
      ['read', 'Link', 'https://opiring.example/a?b=1&c=2'],
      ['survey', 'Quiz', undefined],
    ]);
    expect(adapted).toEqual([
      { what: 'Sub', why: 'flattened' },
      { what: 'Quiz', why: 'test-as-survey' },
    ]);
    expect(leftOut).toEqual([
      { what: 'Tool', why: 'unknown-kind' },
      { what: 'Bad link', why: 'nothing-behind' },
    ]);
  });

  it('may have no root, and then their items are the modules', async () => {
    const manifest =
      '<manifest><organizations><organization><item><title>A</title><item identifierref="r"><title>x</title></item></item><item><title>B</title></item></organization></organizations><resources><resource identifier="r" type="webcontent" href="x.html"/></resources></manifest>';
    const { programme } = await readAny(filesOf({ 'imsmanifest.xml': manifest, 'x.html': '<p>y</p>' }), 'en');
    expect(programme.modules.map(({ title, activities }) => [title.en, activities.length])).toEqual([
      ['A', 1],
      ['B', 0],
    ]);
  });
});
