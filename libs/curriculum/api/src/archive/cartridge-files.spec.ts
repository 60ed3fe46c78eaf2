import { aPdf, aPng } from '@opiring/platform/testing';
import { readAny } from './read-any';
import { filesOf } from './testing-backup';

const [sheet, picture, sound, along] = [aPdf('leht'), aPng(3, 3), aPdf('heli'), aPdf('kaasa')];
const page = `<html><body><p>Vaata <img src="$IMS-CC-FILEBASE$/pildid/ring%20suur.png?canvas_download=1" alt="Ring">
 <a href="../lisad/heli.pdf">kuula</a> <a href="https://opiring.example/x.pdf">mujal</a> <a href="../../../etc/passwd">ei</a></p></body></html>`;
const items = (...told: [string, string][]): string =>
  told.map(([title, ref]) => `<item identifierref="${ref}"><title>${title}</title></item>`).join('');
const CARTRIDGE = filesOf({
  'imsmanifest.xml': `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M" xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1">
 <organizations><organization structure="rooted-hierarchy"><item identifier="root"><item><title>Nädal</title>
 ${items(['Tööleht', 'S'], ['Leht', 'P'], ['Jutt', 'D'], ['Ülesanne', 'A'], ['Kadunud', 'L'])}</item></item></organization></organizations>
 <resources>
  <resource identifier="S" type="webcontent" href="s/T%C3%B6%C3%B6leht%20%231.pdf"><file href="s/T%C3%B6%C3%B6leht%20%231.pdf"/></resource>
  <resource identifier="P" type="webcontent" href="p/leht.html"><file href="p/leht.html"/><file href="p/puudub.pdf"/><dependency identifierref="X"/></resource>
  <resource identifier="X" type="webcontent" href="x/kaasa.pdf"><file href="x/kaasa.pdf"/><dependency identifierref="P"/></resource>
  <resource identifier="D" type="imsdt_xmlv1p3"><file href="d/topic.xml"/></resource>
  <resource identifier="A" type="assignment_xmlv1p0"><file href="a/assignment.xml"/><file href="a/assignment_settings.xml"/><file href="a/juhend.pdf"/></resource>
  <resource identifier="L" type="webcontent" href="../../etc/passwd"><file href="../../etc/passwd"/></resource>
  <resource identifier="B" type="webcontent" href="web_resources/pildid/ring suur.png"><file href="web_resources/pildid/ring suur.png"/></resource>
  <resource identifier="K" type="webcontent" href="kogu/raamat.pdf"><file href="kogu/raamat.pdf"/></resource>
 </resources></manifest>`,
  's/Tööleht #1.pdf': sheet,
  'p/leht.html': page,
  'x/kaasa.pdf': along,
  'lisad/heli.pdf': sound,
  'web_resources/pildid/ring suur.png': picture,
  'd/topic.xml':
    '<topic><title>Jutt</title><text texttype="text/plain">Räägi</text><attachments><attachment href="../s/T%C3%B6%C3%B6leht%20%231.pdf"/><attachment href="puudub.docx"/></attachments></topic>',
  'a/assignment.xml': '<assignment identifier="a"><title>Ülesanne</title><text>Tee</text></assignment>',
  'a/assignment_settings.xml': '<assignment/>',
  'a/juhend.pdf': aPdf('juhend'),
  'kogu/raamat.pdf': aPdf('raamat'),
});

describe('the files of a Common Cartridge', () => {
  it('become materials of the item that shows them, of the page that leads to them, of the task they come with', async () => {
    const { programme, leftOut } = await readAny(CARTRIDGE, 'et');
    const told = programme.modules[0]?.activities ?? [];
    expect(told.map(({ kind, title, materials }) => [kind, title.et, materials])).toEqual([
      ['read', 'Tööleht', [{ file: 'Tööleht #1.pdf' }]],
      ['read', 'Leht', [{ file: 'kaasa.pdf' }, { file: 'ring suur.png' }, { file: 'heli.pdf' }]],
      ['talk', 'Jutt', [{ file: 'Tööleht #1.pdf' }]],
      ['reflect', 'Ülesanne', [{ file: 'juhend.pdf' }]],
    ]);
    expect(programme.files?.get('materials/leht/ring suur.png')).toEqual(new Uint8Array(picture));
    expect(programme.files?.get('materials/jutt/Tööleht #1.pdf')).toEqual(new Uint8Array(sheet));
    expect(leftOut).toEqual([
      { what: 'Leht: puudub.pdf', why: 'file-missing' },
      { what: 'Jutt: puudub.docx', why: 'file-missing' },
      { what: 'Kadunud', why: 'nothing-behind' },
      { what: 'kogu/raamat.pdf', why: 'nothing-shows-it' },
    ]);
  });
});
